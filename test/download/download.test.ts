import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { downloadPicture, downloadText, type Terms } from '../../server/src/download/download.ts'
import type { Reason } from '../../server/src/download/failure.ts'
import { misbehaviour, Pad, picture, redirects, sends } from '../support/pad.ts'

const path = '/uploads/quay.png'

/** What is asked of one host, in which nobody ends anything. */
function termsFor(host: string, more: Partial<Terms> = {}): Terms {
  return { hosts: new Set([host]), signal: new AbortController().signal, ...more }
}

/** Downloads from a pad that answers in this way. */
async function from(t: TestContext, answer: Parameters<typeof Pad.start>[1][string], more: Partial<Terms> = {}) {
  const pad = await Pad.start(t, { [path]: answer })
  return downloadPicture(pad.url(path), termsFor(pad.host, more))
}

describe('a picture', () => {
  test('is what the pad sends', async (t) => {
    assert.deepEqual(Buffer.from(await from(t, sends(picture))), picture)
  })

  test('is known by its content, whatever the pad says that it is', async (t) => {
    assert.deepEqual(Buffer.from(await from(t, sends(picture, 'application/octet-stream'))), picture)
  })

  test('is asked for without who asks', async (t) => {
    const pad = await Pad.start(t, { [path]: sends(picture) })
    await downloadPicture(pad.url(path), termsFor(pad.host))
    const [headers] = pad.headers
    for (const name of ['cookie', 'authorization', 'referer', 'origin']) assert.equal(headers![name], undefined)
  })

  test('may stand elsewhere by now, on a host that is asked for', async (t) => {
    const files = await Pad.start(t, { '/quay.png': sends(picture) })
    const pad = await Pad.start(t, { [path]: redirects(files.url('/quay.png')) })
    const hosts = new Set([pad.host, files.host])
    assert.deepEqual(Buffer.from(await downloadPicture(pad.url(path), termsFor('', { hosts }))), picture)
  })

  test('is not fetched from another host, nor is that asked', async (t) => {
    const files = await Pad.start(t, { '/quay.png': sends(picture) })
    await assert.rejects(from(t, redirects(files.url('/quay.png'))), {
      reason: { code: 'foreign-host', host: files.host },
    })
    assert.deepEqual(files.asked, [])
  })

  test('is not fetched where anybody can change it on its way', async (t) => {
    const unsafe = { reason: { code: 'unencrypted' } }
    await assert.rejects(from(t, redirects('http://files.example.org/quay.png')), unsafe)
    for (const url of ['http://pad.example.org/quay.png', 'ftp://pad.example.org/quay.png', 'file:///etc/passwd'])
      await assert.rejects(downloadPicture(url, termsFor(new URL(url).host)), unsafe)
    const withPassword = 'https://ines:secret@pad.example.org/quay.png'
    const terms = termsFor('pad.example.org')
    await assert.rejects(downloadPicture(withPassword, terms), { reason: { code: 'password' } })
  })
})

describe('what is no picture is not taken', () => {
  const answers: [name: string, answer: Parameters<typeof Pad.start>[1][string], reason: Reason][] = [
    ['a page', sends('<h1>', 'text/html; charset=utf-8'), { code: 'no-picture', type: 'text/html' }],
    [
      'what nobody says a word of',
      (response) => response.writeHead(200).end('?'),
      { code: 'no-picture', type: undefined },
    ],
    [
      'an excuse without an end',
      (response) => response.writeHead(429, { 'retry-after': 'Fri' }).end(),
      { code: 'busy', seconds: undefined },
    ],
    ['a page that is said to be one', sends('<!doctype html>'), { code: 'no-picture', type: 'image/png' }],
    ['nothing', sends(''), { code: 'nothing' }],
    ['what is gone', (response) => response.writeHead(404).end(), { code: 'status', status: 404 }],
    ['a refusal', (response) => response.writeHead(403).end(), { code: 'unknown-asker', status: 403 }],
    ['an excuse', misbehaviour.busy, { code: 'busy', seconds: '30' }],
    [
      'an announced film',
      (response) => response.writeHead(200, { 'content-length': 21 * 1024 * 1024 }).write('.'),
      { code: 'too-large', megabytes: 20 },
    ],
    ['half of one', misbehaviour.cutOff, { code: 'broken-off' }],
    ['what never ends', misbehaviour.endless, { code: 'too-large', megabytes: 20 }],
    ['a redirect to nowhere', (response) => response.writeHead(302).end(), { code: 'status', status: 302 }],
    ['a circle', redirects(path), { code: 'endless-redirects' }],
  ]
  for (const [name, answer, reason] of answers) {
    test(name, (t) => assert.rejects(from(t, answer), { reason }))
  }
})

describe('a pad that does not answer', () => {
  test('is not waited for for ever, nor is one that drips', async (t) => {
    for (const answer of [misbehaviour.silent, misbehaviour.slow])
      await assert.rejects(from(t, answer, { patienceMilliseconds: 200 }), { reason: { code: 'late' } })
  })

  test('is named as one', async () => {
    // Nobody listens at this port.
    await assert.rejects(downloadPicture('http://127.0.0.1:1/quay.png', termsFor('127.0.0.1:1')), {
      reason: { code: 'unreachable' },
    })
  })

  test('is waited for no longer than its user wants', async (t) => {
    const enough = new AbortController()
    const ended = (response: Parameters<typeof misbehaviour.slow>[0]) => {
      misbehaviour.slow(response)
      setTimeout(() => enough.abort(), 50)
    }
    await assert.rejects(from(t, ended, { signal: enough.signal }), { name: 'AbortError' })
  })
})

describe('a text', () => {
  const textFrom = async (t: TestContext, answer: Parameters<typeof Pad.start>[1][string]) => {
    const pad = await Pad.start(t, { '/x/download': answer })
    return downloadText(pad.url('/x/download'), termsFor(pad.host))
  }

  test('is what the pad sends', async (t) => {
    assert.equal(await textFrom(t, sends('# Crane ⚓\n', 'text/markdown')), '# Crane ⚓\n')
  })

  test('is no page, and nothing but text', async (t) => {
    await assert.rejects(textFrom(t, sends('\n<!DOCTYPE html><p>', 'text/html')), { reason: { code: 'page' } })
    await assert.rejects(textFrom(t, sends(picture)), { reason: { code: 'no-text', type: 'image/png' } })
  })
})
