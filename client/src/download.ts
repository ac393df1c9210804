import { mostBytes } from './picture.ts'

const patienceMilliseconds = 60_000

/**
 * Downloads a picture. This is the only place of Minutes that reaches the network, and only `commands/save-image.ts` comes here, after its
 * user has said so. It throws an error whose message says why there is no picture: a sentence without its subject and its full stop.
 */
export async function download(url: string, cancelled: AbortSignal): Promise<Uint8Array> {
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(patienceMilliseconds)])
  const response = await answered(url, signal)
  const reason = refusal(response, url)
  if (!reason) return read(response)
  await response.body?.cancel()
  throw new Error(reason)
}

async function answered(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal, credentials: 'omit' })
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    if ((error as Error).name === 'TimeoutError') throw new Error('did not answer in time')
    throw new Error('cannot be reached from here')
  }
}

function refusal({ ok, status, headers, url }: Response, asked: string): string | undefined {
  const type = headers.get('content-type') ?? 'something without a type'
  // Anybody on the way could have put another picture there.
  if (/^https:/i.test(asked) && /^http:/i.test(url)) return 'leads to an address that is not encrypted'
  if (!ok) return `answered ${status}${status === 401 || status === 403 ? ', because it wants to know who asks' : ''}`
  if (!/^image\//i.test(type)) return `sent no picture, but ${type.split(';')[0]}`
  return Number(headers.get('content-length')) > mostBytes ? tooLarge : undefined
}

const tooLarge = `sent more than ${mostBytes / 1024 / 1024} MB`

/** A server may send more than it has announced. */
async function read({ body }: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for (const reader = body!.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    pieces.push(value)
    size += value.length
    if (size <= mostBytes) continue
    await reader.cancel()
    throw new Error(tooLarge)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
