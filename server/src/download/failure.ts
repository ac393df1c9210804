/** Why nothing has been downloaded from a host. `words.ts` puts it into words. */
export type Reason =
  | { readonly code: 'unencrypted' | 'password' | 'nothing' | 'page' | 'late' | 'unreachable' | 'broken-off' }
  /** A browser does not tell where a redirect leads. */
  | { readonly code: 'hidden-redirect' | 'endless-redirects' }
  /** The way leads to a host from which nobody has asked for anything. */
  | { readonly code: 'foreign-host'; readonly host: string }
  /** The type is what the server says that it sends, if it says anything. */
  | { readonly code: 'no-picture' | 'no-text'; readonly type: string | undefined }
  | { readonly code: 'too-large'; readonly megabytes: number }
  /** The server wants to know who asks, or says anything else by its status. */
  | { readonly code: 'unknown-asker' | 'status'; readonly status: number }
  /** The server is asked too often. It may say for how many seconds it wants to be left alone. */
  | { readonly code: 'busy'; readonly seconds: string | undefined }

export class DownloadFailure extends Error {
  constructor(readonly reason: Reason) {
    super(`Nothing has been downloaded: ${reason.code}.`)
  }
}
