import { DownloadFailure, type Reason } from '../download/failure.ts'

/** Why nothing has been downloaded from a host: a sentence without its full stop. */
export function whyNotDownloaded(host: string, error: unknown): string {
  if (!(error instanceof DownloadFailure)) return (error as Error).message
  const { reason } = error
  return `${reason.code === 'password' ? `the address at ${host}` : host} ${words(reason)}`
}

function words(reason: Reason): string {
  switch (reason.code) {
    case 'unencrypted':
      return 'leads to an address that is not encrypted'
    case 'password':
      return 'holds a password, which is not sent'
    case 'nothing':
      return 'sent nothing'
    case 'page':
      return 'sent a page, and not its text: perhaps it wants to know who asks'
    case 'late':
      return 'did not answer in time'
    case 'unreachable':
      return 'cannot be reached from here'
    case 'broken-off':
      return 'broke off before all of it had come'
    case 'hidden-redirect':
      return 'leads elsewhere, and does not say where'
    case 'endless-redirects':
      return 'leads from one address to another without an end'
    case 'foreign-host':
      return `leads to ${reason.host}, from which nobody has asked for anything`
    case 'no-picture':
      return `sent no picture, but ${reason.type ?? 'something without a type'}`
    case 'no-text':
      return `sent no text in UTF-8, but ${reason.type ?? 'something without a type'}`
    case 'too-large':
      return `sent more than ${reason.megabytes} MB`
    case 'unknown-asker':
      return `answered ${reason.status}, because it wants to know who asks`
    case 'status':
      return `answered ${reason.status}`
    case 'busy':
      return `answered 429, because it is asked too often: try again ${reason.seconds === undefined ? 'later' : `in ${reason.seconds} seconds`}`
  }
}
