import { DownloadFailure, type Reason } from './failure.ts'

/** A language, as VS Code's `l10n` is one. Its texts are found in the code by that name, so whoever asks for one calls it so. */
export interface Language {
  /** A text of English in the language. Values take the places of `{0}`, `{1}` and so on. */
  t(text: string, ...values: (string | number)[]): string
}

/** Why nothing has been downloaded from a host, as a sentence. */
export function whyNotDownloaded(host: string, error: unknown, l10n: Language): string {
  return error instanceof DownloadFailure ? sentence(host, error.reason, l10n) : (error as Error).message
}

function sentence(host: string, reason: Reason, l10n: Language): string {
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
      return l10n.t('{0} sent no picture, but {1}.', host, typeOf(reason, l10n))
    case 'no-text':
      return l10n.t('{0} sent no text in UTF-8, but {1}.', host, typeOf(reason, l10n))
    case 'too-large':
      return l10n.t('{0} sent more than {1} MB.', host, reason.megabytes)
    case 'unknown-asker':
      return l10n.t('{0} answered {1}, because it wants to know who asks.', host, reason.status)
    case 'status':
      return l10n.t('{0} answered {1}.', host, reason.status)
    case 'busy':
      return reason.seconds === undefined
        ? l10n.t('{0} answered 429, because it is asked too often: try again later.', host)
        : l10n.t('{0} answered 429, because it is asked too often: try again in {1} seconds.', host, reason.seconds)
  }
}

function typeOf({ type }: { readonly type: string | undefined }, l10n: Language): string {
  return type ?? l10n.t('something without a type')
}
