import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { download } from '../../client/src/download.ts'

const url = 'https://pad.example.org/uploads/quay.png'
const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
const png = { 'content-type': 'image/png' }
const mebi = 1024 * 1024

/** Downloads from a pad that answers in this way. */
function from(t: TestContext, answer: (request: RequestInit) => Response | Promise<Response>): Promise<Uint8Array> {
  t.mock.method(globalThis, 'fetch', async (_: string, request: RequestInit) => answer(request))
  return download(url, new AbortController().signal)
}

/** An answer that came from another address than the one that was asked. */
function redirected(to: string): Response {
  return Object.defineProperty(new Response(picture, { headers: png }), 'url', { value: to })
}

/** An answer that does not end by itself; `pulled` counts its pieces, of 1 MiB each. */
function endless() {
  const counts = { pulled: 0, cancelled: false }
  const body = new ReadableStream({
    pull(controller) {
      counts.pulled += 1
      controller.enqueue(new Uint8Array(mebi))
    },
    cancel() {
      counts.cancelled = true
    },
  })
  return { counts, response: new Response(body, { headers: png }) }
}

describe('a picture', () => {
  test('is what the pad sends', async (t) => {
    assert.deepEqual(await from(t, () => new Response(picture, { headers: png })), picture)
  })

  test('is asked for without who asks', async (t) => {
    await from(t, ({ credentials, headers }) => {
      assert.deepEqual([credentials, headers], ['omit', undefined])
      return new Response(picture, { headers: png })
    })
  })

  test('may stand elsewhere by now, but not where anybody can change it on its way', async (t) => {
    assert.deepEqual(await from(t, () => redirected('https://files.example.org/quay.png')), picture)
    await assert.rejects(
      from(t, () => redirected('http://files.example.org/quay.png')),
      /^Error: leads to .* not encrypted$/,
    )
  })
})

describe('what is no picture', () => {
  const answers: [name: string, answer: () => Response, reason: RegExp][] = [
    [
      'a page',
      () => new Response('<h1>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      /^sent no picture, but text\/html$/,
    ],
    ['a text without a type', () => new Response(picture), /^sent no picture, but something without a type$/],
    ['nothing', () => new Response('', { status: 404, headers: png }), /^answered 404$/],
    ['a refusal', () => new Response('', { status: 403 }), /^answered 403, because it wants to know who asks$/],
    [
      'a film',
      () => new Response(picture, { headers: { ...png, 'content-length': `${21 * mebi}` } }),
      /^sent more than 20 MB$/,
    ],
  ]
  for (const [name, answer, reason] of answers) {
    test(`is not taken: ${name}`, (t) => assert.rejects(from(t, answer), { name: 'Error', message: reason }))
  }

  test('is not read to its end: what never ends', async (t) => {
    const { counts, response } = endless()
    await assert.rejects(
      from(t, () => response),
      /sent more than 20 MB/,
    )
    assert.ok(counts.cancelled && counts.pulled < 25, `${counts.pulled} MB were read`)
  })
})

describe('a pad that does not answer', () => {
  const failing = (error: Error) => () => Promise.reject(error)

  test('is named as one', async (t) => {
    await assert.rejects(from(t, failing(new TypeError('fetch failed'))), /^Error: cannot be reached from here$/)
    await assert.rejects(from(t, failing(new DOMException('', 'TimeoutError'))), /^Error: did not answer in time$/)
  })

  test('is no failure when the user has enough', async (t) => {
    await assert.rejects(from(t, failing(new DOMException('', 'AbortError'))), { name: 'AbortError' })
  })

  test('is waited for no longer than the user wants', async (t) => {
    const enough = new AbortController()
    t.mock.method(globalThis, 'fetch', async (_: string, { signal }: RequestInit) => {
      enough.abort()
      return signal!.throwIfAborted() as never
    })
    await assert.rejects(download(url, enough.signal), { name: 'AbortError' })
  })
})
