import { l10n } from 'vscode'
import { DownloadFailure, type Reason } from '../../server/src/download/failure.ts'

/** Why nothing has been downloaded from a host, as a sentence. */
export function whyNotDownloaded(host: string, error: unknown): string {
  return error instanceof DownloadFailure ? sentence(host, error.reason) : (error as Error).message
}

function sentence(host: string, reason: Reason): string {
  switch (reason.code) {
    case 'unencrypted':
      return l10n.t('{0} leads to an address that is not encrypted.', host)
    case 'password':
      return l10n.t('The address at {0} holds a password, which is not sent.', host)
    case 'nothing':
      return l10n.t('{0} sent nothing.', host)
    case 'page':
      return l10n.t('{0} sent a page, and not its text: perhaps it wants to know who asks.', host)
    case 'late':
      return l10n.t('{0} did not answer in time.', host)
    case 'unreachable':
      return l10n.t('{0} cannot be reached from here.', host)
    case 'broken-off':
      return l10n.t('{0} broke off before all of it had come.', host)
    case 'hidden-redirect':
      return l10n.t('{0} leads elsewhere, and a browser does not say where.', host)
    case 'endless-redirects':
      return l10n.t('{0} leads from one address to another without an end.', host)
    case 'foreign-host':
      return l10n.t('{0} leads to {1}, from which nobody has asked for anything.', host, reason.host)
    case 'no-picture':
      return l10n.t('{0} sent no picture, but {1}.', host, typeOf(reason))
    case 'no-text':
      return l10n.t('{0} sent no text in UTF-8, but {1}.', host, typeOf(reason))
    case 'too-large':
      return l10n.t('{0} sent more than {1} MB.', host, reason.megabytes)
    case 'unknown-asker':
      return l10n.t('{0} answered {1}, because it wants to know who asks.', host, reason.status)
    case 'status':
      return l10n.t('{0} answered {1}.', host, reason.status)
    case 'busy':
      return reason.seconds === undefined
        ? l10n.t('{0} is asked too often. Try again later.', host)
        : l10n.t('{0} is asked too often. Try again in {1} seconds.', host, reason.seconds)
  }
}

function typeOf({ type }: { readonly type: string | undefined }): string {
  return type ?? l10n.t('something without a type')
}
