import assert from 'node:assert/strict'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { minutes, minutesMeanwhile } from '../support/command.ts'
import { Folder } from '../support/folder.ts'
import { misbehaviour, Pad, picture, sends } from '../support/pad.ts'

const file = 'crane/20250312.md'
const upload = (number: number) => `/uploads/upload_${String(number).repeat(32)}.png`
const nameOf = (number: number) => upload(number).slice('/uploads/'.length)

/** Minutes that show the uploads with some numbers. */
function showing(pad: Pad, ...numbers: number[]): string {
  return `# Crane 2025-03-12\n\n${numbers.map((number) => `![quay](${pad.url(upload(number))})\n`).join('\n')}`
}

function settingsFor(pad: Pad): string {
  return JSON.stringify({ uploads: [pad.url('/uploads/')] })
}

describe('minutes save-images', () => {
  test('stores the pictures beside the minutes, and lets these show them', async (t) => {
    const pad = await Pad.start(t, { [upload(1)]: sends(picture), [upload(2)]: sends(picture) })
    const folder = new Folder(t, { '.minutes.json': settingsFor(pad), [file]: showing(pad, 1, 2, 1) })
    assert.deepEqual(await minutesMeanwhile(folder.root, ['save-images', file]), {
      status: 0,
      out: `crane/${nameOf(1)}\ncrane/${nameOf(2)}\n`,
      err: 'minutes: 2 of 2 pictures are saved.\n',
    })
    assert.equal(
      folder.read(file),
      `# Crane 2025-03-12\n\n![quay](${nameOf(1)})\n\n![quay](${nameOf(2)})\n\n![quay](${nameOf(1)})\n`,
    )
    assert.deepEqual(readFileSync(folder.at(`crane/${nameOf(1)}`)), picture)
    assert.deepEqual(pad.asked, [upload(1), upload(2)])
    const again = await minutesMeanwhile(folder.root, ['save-images', '.'])
    assert.deepEqual(again, { status: 0, out: '', err: 'minutes: no picture is on a pad.\n' })
  })

  test('asks no host that nobody has named', async (t) => {
    const pad = await Pad.start(t, { [upload(1)]: sends(picture) })
    const folder = new Folder(t, { [file]: showing(pad, 1) })
    assert.deepEqual(await minutesMeanwhile(folder.root, ['save-images', file]), {
      status: 1,
      out: '',
      err:
        `minutes: 1 picture is at ${pad.host}, from which nothing is downloaded unasked. Say --from ${pad.host}, or name it in "uploads" of .minutes.json.\n` +
        'minutes: 0 of 1 pictures are saved.\n',
    })
    assert.deepEqual(pad.asked, [])
    assert.equal(folder.read(file), showing(pad, 1))
    assert.equal((await minutesMeanwhile(folder.root, ['save-images', file, '--from', pad.host])).status, 0)
  })

  test('takes all pictures of a host that is named, whatever they are called', async (t) => {
    const pad = await Pad.start(t, { [upload(1)]: sends(picture), '/photos/the%20quay.png?w=9': sends(picture) })
    const text = (first: string, second: string) => `# Crane 2025-03-12\n\n![quay](${first})\n\n![lamp](${second})\n`
    const shown = text(pad.url('/photos/the%20quay.png?w=9'), pad.url('/render?lamp'))
    const folder = new Folder(t, { '.minutes.json': '{}', [file]: shown })
    assert.equal((await minutesMeanwhile(folder.root, ['save-images', file])).err, 'minutes: no picture is on a pad.\n')
    assert.deepEqual(await minutesMeanwhile(folder.root, ['save-images', file, '--from', pad.host]), {
      status: 1,
      out: 'crane/the-quay.png\n',
      err:
        `minutes: ${file}: ${pad.url('/render?lamp')} is not stored: its address does not end in the name of a picture.\n` +
        'minutes: 1 of 2 pictures are saved.\n',
    })
    assert.equal(folder.read(file), text('the-quay.png', pad.url('/render?lamp')))
    assert.deepEqual(pad.asked, ['/photos/the%20quay.png?w=9'])
  })

  test('asks for what an address means, however the minutes write it', async (t) => {
    const pad = await Pad.start(t, {
      '/the_quay.png': sends(picture),
      '/lamp.png?a=1&b=2': sends(picture),
      '/AT&amp;T.png': sends(picture),
      '/x/Con.PNG': sends(picture),
    })
    const text = (...urls: string[]) =>
      `# Crane 2025-03-12\n\n![a](${urls[0]})\n\n<img src="${urls[1]}">\n\n![t](${urls[2]})\n\n![c](${urls[3]})\n\n![a](${urls[4]})\n`
    const written = ['/the\\_quay.png', '/lamp.png?a=1&amp;b=&#x32;', '/AT\\&amp;T.png', '/x/Con.PNG', '/the_quay.png']
    const folder = new Folder(t, { '.minutes.json': '{}', [file]: text(...written.map((path) => pad.url(path))) })
    assert.deepEqual(await minutesMeanwhile(folder.root, ['save-images', file, '--from', pad.host]), {
      status: 0,
      out: 'crane/the_quay.png\ncrane/lamp.png\ncrane/AT-amp-T.png\ncrane/Con-.PNG\n',
      err: 'minutes: 4 of 4 pictures are saved.\n',
    })
    assert.deepEqual(pad.asked, ['/the_quay.png', '/lamp.png?a=1&b=2', '/AT&amp;T.png', '/x/Con.PNG'])
    assert.equal(folder.read(file), text('the_quay.png', 'lamp.png', 'AT-amp-T.png', 'Con-.PNG', 'the_quay.png'))
  })

  test('names files from where its user stands', (t) => {
    const folder = new Folder(t, { '.minutes.json': '{}', [file]: '![](https://127.0.0.1:1/render?lamp)\n' })
    const { err } = minutes(folder.at('crane'), 'save-images', '.', '--from', '127.0.0.1:1')
    assert.match(err, /^minutes: 20250312\.md: https:/)
  })

  test('says at which hosts there are pictures when there is none at the one that is named', (t) => {
    const shown = [
      'a.example.org:8443',
      'b.example.org',
      'b.example.org',
      'c.example.org',
      'd.example.org',
      'e.example.org',
    ]
    const pictures = shown.map((host, at) => `![quay](https://${host}/${at}.png)\n`).join('\n')
    const folder = new Folder(t, { '.minutes.json': '{}', [file]: `# Crane 2025-03-12\n\n${pictures}` })
    assert.deepEqual(minutes(folder.root, 'save-images', file, '--from', 'a.example.org'), {
      status: 1,
      out: '',
      err: 'minutes: no picture is at a.example.org. There are pictures at a.example.org:8443, b.example.org, c.example.org and 2 other hosts.\n',
    })
    folder.write(file, '# Crane 2025-03-12\n\n![quay](quay.png)\n')
    assert.deepEqual(minutes(folder.root, 'save-images', file, '--from', 'a.example.org'), {
      status: 0,
      out: '',
      err: 'minutes: no picture is at a.example.org, nor at another host.\n',
    })
  })

  test('fails where a host has none and looks mistyped, not where only other pictures are left', async (t) => {
    const pad = await Pad.start(t, { [upload(1)]: sends(picture) })
    const badge = '![build](https://badges.example.net/build.svg)\n'
    const folder = new Folder(t, { '.minutes.json': '{}', [file]: `${showing(pad, 1)}\n${badge}` })
    const save = (...hosts: string[]) =>
      minutesMeanwhile(folder.root, ['save-images', file, ...hosts.flatMap((host) => ['--from', host])])
    assert.equal((await save(pad.host)).status, 0)
    assert.deepEqual(await save(pad.host), {
      status: 0,
      out: '',
      err: `minutes: no picture is at ${pad.host}. There are pictures at badges.example.net.\n`,
    })
    assert.equal((await save('files.example.net')).status, 0)
    for (const host of ['badges.example.net:8443', 'bagdes.example.net', 'badge.example.net'])
      assert.deepEqual(await save(host, 'nowhere.example.org'), {
        status: 1,
        out: '',
        err: `minutes: no picture is at ${host} or nowhere.example.org. There are pictures at badges.example.net.\n`,
      })
  })

  test('takes no host for a slip of another that is named too', async (t) => {
    const pad = await Pad.start(t, { [upload(1)]: sends(picture) })
    const folder = new Folder(t, { '.minutes.json': '{}', [file]: showing(pad, 1) })
    const { status, err } = await minutesMeanwhile(folder.root, [
      'save-images',
      file,
      '--from=127.0.0.1',
      `--from=${pad.host}`,
    ])
    assert.equal(status, 0)
    assert.match(err, /^minutes: no picture is at 127\.0\.0\.1\. There .*\nminutes: 1 of 1 pictures are saved\.\n$/)
  })

  test('saves what can be saved, and says why the rest cannot', async (t) => {
    const pad = await Pad.start(t, {
      [upload(1)]: misbehaviour.cutOff,
      [upload(2)]: sends(picture),
      [upload(3)]: sends('<h1>', 'text/html'),
      [upload(4)]: misbehaviour.busy,
    })
    const folder = new Folder(t, { '.minutes.json': settingsFor(pad), [file]: showing(pad, 1, 2, 3, 4, 5) })
    const { status, out, err } = await minutesMeanwhile(folder.root, ['save-images', file])
    assert.deepEqual({ status, out }, { status: 1, out: `crane/${nameOf(2)}\n` })
    assert.deepEqual(err.trim().split('\n'), [
      `minutes: ${file}: ${pad.host} broke off before all of it had come: ${pad.url(upload(1))}`,
      `minutes: ${file}: ${pad.host} sent no picture, but text/html: ${pad.url(upload(3))}`,
      `minutes: ${file}: ${pad.host} answered 429, because it is asked too often: try again in 30 seconds: ${pad.url(upload(4))}`,
      `minutes: ${file}: ${pad.host} answered 404: ${pad.url(upload(5))}`,
      'minutes: 1 of 5 pictures are saved.',
    ])
    assert.equal(folder.read(file), showing(pad, 1, 2, 3, 4, 5).replace(pad.url(upload(2)), nameOf(2)))
    assert.deepEqual(readdirSync(folder.at('crane')).sort(), ['20250312.md', nameOf(2)])
  })

  test('leaves the text as it is when that has changed meanwhile, and shows the copies the next time', async (t) => {
    const folder = new Folder(t)
    const pad = await Pad.start(t, {
      [upload(1)]: (response) => {
        folder.write(file, `${showing(pad, 1)}\nMore.\n`)
        sends(picture)(response, undefined as never)
      },
    })
    folder.write('.minutes.json', settingsFor(pad))
    folder.write(file, showing(pad, 1))
    const { status, err } = await minutesMeanwhile(folder.root, ['save-images', file])
    assert.equal(status, 1)
    assert.match(err, /^minutes: crane\/20250312\.md does not show the copies of its pictures: .*changed meanwhile/)
    assert.equal(folder.read(file), `${showing(pad, 1)}\nMore.\n`)
    assert.equal((await minutesMeanwhile(folder.root, ['save-images', file])).status, 0)
    assert.equal(folder.read(file), `# Crane 2025-03-12\n\n![quay](${nameOf(1)})\n\nMore.\n`)
    assert.equal(pad.asked.length, 1)
  })

  test('asks for no picture of minutes that have gone meanwhile, and says so', async (t) => {
    const folder = new Folder(t)
    const later = 'crane/20250319.md'
    const pad = await Pad.start(t, {
      [upload(1)]: (...answer) => {
        folder.remove(later)
        sends(picture)(...answer)
      },
      [upload(2)]: sends(picture),
    })
    folder.write('.minutes.json', settingsFor(pad))
    folder.write(file, showing(pad, 1))
    folder.write(later, showing(pad, 2))
    const { status, out, err } = await minutesMeanwhile(folder.root, ['save-images', '.'])
    assert.deepEqual({ status, out }, { status: 1, out: `crane/${nameOf(1)}\n` })
    assert.deepEqual(err.trim().split('\n'), [
      `minutes: ${later} cannot be read any more: its pictures are not saved.`,
      'minutes: 1 of 2 pictures are saved.',
    ])
    assert.deepEqual(pad.asked, [upload(1)])
  })

  test('leaves everything as it was when its user has had enough, though the pictures of a file have all come', async (t) => {
    const folder = new Folder(t)
    let stop = () => {}
    const pad = await Pad.start(t, {
      [upload(1)]: sends(picture),
      [upload(2)]: sends(picture),
      [upload(3)]: (response) => {
        misbehaviour.slow(response)
        assert.deepEqual(readdirSync(folder.at('crane')).sort(), ['20250312.md', '20250319.md', nameOf(1), nameOf(2)])
        stop()
      },
    })
    const later = 'crane/20250319.md'
    folder.write('.minutes.json', settingsFor(pad))
    folder.write(file, showing(pad, 1))
    folder.write(later, showing(pad, 2, 3))
    const outcome = await minutesMeanwhile(folder.root, ['save-images', 'crane'], (child) => {
      stop = () => child.kill('SIGINT')
    })
    assert.deepEqual(outcome, { status: 130, out: '', err: 'minutes: ended by you: no picture is saved.\n' })
    assert.deepEqual([folder.read(file), folder.read(later)], [showing(pad, 1), showing(pad, 2, 3)])
    assert.deepEqual(readdirSync(folder.at('crane')).sort(), ['20250312.md', '20250319.md'])
  })

  test('says where it cannot write', { skip: process.getuid?.() === 0 && 'root may write anywhere' }, async (t) => {
    const pad = await Pad.start(t, { [upload(1)]: sends(picture) })
    const folder = new Folder(t, { '.minutes.json': settingsFor(pad), [file]: showing(pad, 1) })
    chmodSync(folder.at('crane'), 0o555)
    t.after(() => chmodSync(folder.at('crane'), 0o755))
    const { status, err } = await minutesMeanwhile(folder.root, ['save-images', file])
    assert.equal(status, 1)
    assert.match(err, /is not stored as crane\/upload_1+\.png: the folder is write-protected/)
  })

  test('says what is wrong', (t) => {
    const folder = new Folder(t, { [file]: '# Crane 2025-03-12\n' })
    assert.match(minutes(folder.root, 'save-images').err, /^Name the minutes whose pictures are to be saved\./)
    assert.match(minutes(folder.root, 'save-images', 'none.md').err, /^There is no file or folder none\.md\./)
    assert.match(minutes(folder.root, 'save-images', file, '--from', 'a b').err, /^"a b" is no host\. Write one/)
    assert.match(minutes(folder.root, 'save-images', '--help').out, /^Usage: minutes save-images /)
  })
})
