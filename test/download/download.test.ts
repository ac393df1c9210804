import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { downloadPicture, downloadText, type Terms } from '../../server/src/download/download.ts'
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
      message: `leads to ${files.host}, from which nobody has asked for anything`,
    })
    assert.deepEqual(files.asked, [])
  })

  test('is not fetched where anybody can change it on its way', async (t) => {
    const unsafe = /^Error: leads to an address that is not encrypted$/
    await assert.rejects(from(t, redirects('http://files.example.org/quay.png')), unsafe)
    for (const url of ['http://pad.example.org/quay.png', 'ftp://pad.example.org/quay.png', 'file:///etc/passwd'])
      await assert.rejects(downloadPicture(url, termsFor(new URL(url).host)), unsafe)
    const withPassword = 'https://ines:secret@pad.example.org/quay.png'
    await assert.rejects(downloadPicture(withPassword, termsFor('pad.example.org')), /^Error: holds a password/)
  })
})

describe('what is no picture is not taken', () => {
  const answers: [name: string, answer: Parameters<typeof Pad.start>[1][string], reason: RegExp][] = [
    ['a page', sends('<h1>', 'text/html; charset=utf-8'), /^sent no picture, but text\/html$/],
    ['a page that is said to be one', sends('<!doctype html>'), /^sent no picture, but image\/png$/],
    ['nothing', sends(''), /^sent nothing$/],
    ['what is gone', (response) => response.writeHead(404).end(), /^answered 404$/],
    ['a refusal', (response) => response.writeHead(403).end(), /^answered 403, because it wants to know who asks$/],
    ['an excuse', misbehaviour.busy, /^answered 429, because it is asked too often: try again in 30 seconds$/],
    [
      'an announced film',
      (response) => response.writeHead(200, { 'content-length': 21 * 1024 * 1024 }).write('.'),
      /^sent more than 20 MB$/,
    ],
    ['half of one', misbehaviour.cutOff, /^broke off before all of it had come$/],
    ['what never ends', misbehaviour.endless, /^sent more than 20 MB$/],
    ['a redirect to nowhere', (response) => response.writeHead(302).end(), /^answered 302$/],
    ['a circle', redirects(path), /^leads from one address to another without an end$/],
  ]
  for (const [name, answer, message] of answers) {
    test(name, (t) => assert.rejects(from(t, answer), { name: 'Error', message }))
  }
})

describe('a pad that does not answer', () => {
  test('is not waited for for ever, nor is one that drips', async (t) => {
    for (const answer of [misbehaviour.silent, misbehaviour.slow])
      await assert.rejects(from(t, answer, { patienceMilliseconds: 200 }), { message: 'did not answer in time' })
  })

  test('is named as one', async () => {
    // Nobody listens at this port.
    await assert.rejects(downloadPicture('http://127.0.0.1:1/quay.png', termsFor('127.0.0.1:1')), {
      message: 'cannot be reached from here',
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
    await assert.rejects(
      textFrom(t, sends('\n<!DOCTYPE html><p>', 'text/html')),
      /^Error: sent a page, and not its text/,
    )
    await assert.rejects(textFrom(t, sends(picture)), { message: 'sent no text in UTF-8, but image/png' })
  })
})
