import { type Hosts, whyNotFrom } from './address.ts'
import { DownloadFailure, type Reason } from './failure.ts'
import { isPicture, mostBytes } from './picture.ts'

/** What may be downloaded, and for how long. */
export interface Terms {
  readonly hosts: Hosts
  /** Ends it: its user has had enough. */
  readonly signal: AbortSignal
  /** How long all of it may take. */
  readonly patienceMilliseconds?: number
}

const usualPatience = 60_000
const mostRedirects = 5
const mostCharacters = 5 * 1024 * 1024

/**
 * Downloads a picture. This is the only file of Minutes that reaches the network, and its callers have asked their user before. Nothing is sent
 * that says who asks, and each redirect is looked at before it is followed. It throws a `DownloadFailure` that says why there is no picture; an
 * `AbortError` when it was ended.
 */
export async function downloadPicture(url: string, terms: Terms): Promise<Uint8Array> {
  const { bytes, type } = await download(url, terms, mostBytes)
  if (!bytes.length) throw new DownloadFailure({ code: 'nothing' })
  if (!isPicture(bytes)) throw new DownloadFailure({ code: 'no-picture', type })
  return bytes
}

/** Downloads a text in UTF-8, which is no page, as `downloadPicture` does a picture. */
export async function downloadText(url: string, terms: Terms): Promise<string> {
  const { bytes, type } = await download(url, terms, mostCharacters)
  const text = decoded(bytes)
  if (text === undefined) throw new DownloadFailure({ code: 'no-text', type })
  if (/^\s*<(?:!doctype|html)/i.test(text)) throw new DownloadFailure({ code: 'page' })
  return text
}

interface Sent {
  readonly bytes: Uint8Array
  /** What the server says that it is, if it says anything. */
  readonly type: string | undefined
}

async function download(url: string, { hosts, signal, patienceMilliseconds }: Terms, most: number): Promise<Sent> {
  const patience = AbortSignal.timeout(patienceMilliseconds ?? usualPatience)
  try {
    const response = await answered(url, hosts, AbortSignal.any([signal, patience]))
    const type = response.headers.get('content-type')?.split(';')[0] || undefined
    return { bytes: await read(response, most), type }
  } catch (error) {
    // What ends a download is thrown in many forms.
    if (signal.aborted) throw new DOMException('The download was ended.', 'AbortError')
    if (patience.aborted) throw new DownloadFailure({ code: 'late' })
    throw error
  }
}

/** The answer of the server to which all redirects lead. */
async function answered(url: string, hosts: Hosts, signal: AbortSignal): Promise<Response> {
  let address = new URL(url)
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const reason = whyNotFrom(address, hosts)
    if (reason) throw new DownloadFailure(reason)
    const response = await asked(address.href, signal)
    const { ok, status, headers, type } = response
    if (ok) return response
    await response.body?.cancel()
    if (type === 'opaqueredirect') throw new DownloadFailure({ code: 'hidden-redirect' })
    const next = status >= 300 && status < 400 ? headers.get('location') : null
    if (next === null || !URL.canParse(next, address))
      throw new DownloadFailure(saying(status, headers.get('retry-after')))
    address = new URL(next, address)
  }
  throw new DownloadFailure({ code: 'endless-redirects' })
}

async function asked(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal, credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' })
  } catch {
    throw new DownloadFailure({ code: 'unreachable' })
  }
}

function saying(status: number, retryAfter: string | null): Reason {
  if (status !== 429) return { code: status === 401 || status === 403 ? 'unknown-asker' : 'status', status }
  return { code: 'busy', seconds: /^[0-9]{1,6}$/.exec(retryAfter ?? '')?.[0] }
}

/** A server may send more than it has announced, or less. */
async function read({ body, headers }: Response, most: number): Promise<Uint8Array> {
  const tooLarge = new DownloadFailure({ code: 'too-large', megabytes: most / 1024 / 1024 })
  if (Number(headers.get('content-length')) > most) {
    await body?.cancel()
    throw tooLarge
  }
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = body?.getReader()
  for (let next = await piece(reader); next; next = await piece(reader)) {
    pieces.push(next)
    size += next.length
    if (size <= most) continue
    await reader!.cancel()
    throw tooLarge
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const one of pieces) {
    bytes.set(one, at)
    at += one.length
  }
  return bytes
}

async function piece(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value
  } catch {
    throw new DownloadFailure({ code: 'broken-off' })
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
