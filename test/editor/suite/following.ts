import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, fileUri, openFile, until } from './window.ts'

const page = 'https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md'
const target = '../storage/20251103.md'
const added = [
  '',
  `- [a whole file](${target})`,
  `- [a heading](${target}#follow-up)`,
  `- [a URL](${page}#follow-up)`,
  `- [here](#team-updates) and [there](https://github.com/lighthouse-commons/minutes/blob/main/community-call/20251106.md#team-updates)`,
  // The Markdown extension lists such links last, wherever they stand; VS Code merges only what comes in order.
  `- <${page}>`,
  '',
].join('\n')

/** VS Code's own Markdown extension is there too: what both of them know comes once. */
describe('Beside the Markdown extension', () => {
  let document: vscode.TextDocument
  before(async () => {
    const editor = await openFile('community-call/20251106.md')
    document = editor.document
    await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, added))
  })
  after(closeAll)

  for (const [what, text] of [
    ['a relative link', `file](${target}`],
    ['a relative link to a heading', `heading](${target}`],
    ['a URL of the repository', `URL](${page}`],
    ['a heading', '## Team updates'],
  ] as const) {
    it(`leads from ${what} to one place`, async () => {
      const found = await answers<vscode.Location | vscode.LocationLink>('vscode.executeDefinitionProvider', text)
      assert.equal(found.length, 1, JSON.stringify(found))
    })

    it(`finds what refers to ${what} once`, async () => {
      const found = await answers<vscode.Location>('vscode.executeReferenceProvider', text, 2)
      const drawn = found.map(({ uri, range }) => `${uri.path} ${range.start.line}:${range.start.character}`)
      assert.deepEqual(drawn, [...new Set(drawn)])
      const isOfPage = ({ uri, range }: vscode.Location) =>
        uri.path === document.uri.path && document.getText(range).startsWith('https:')
      assert.ok(found.some(isOfPage), `the URL is among ${drawn.join(', ')}`)
    })
  }

  it('tells once what a URL leads to', async () => {
    const hovers = await answers<vscode.Hover>('vscode.executeHoverProvider', `URL](${page}`)
    const texts = hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
    assert.equal(texts.length, 1, texts.join('\n---\n'))
    assert.match(texts[0]!, /Team Storage · Mon 2025-11-03/)
  })

  it('has one link for each URL and path', async () => {
    const links = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      )
      return found.some(({ target }) => target?.path === fileUri('storage/20251103.md').path) && found
    })
    const places = links.map(({ range }) => `${range.start.line}:${range.start.character}`)
    assert.deepEqual(places, [...new Set(places)])
  })

  /** What the providers say of the end of a text, once there are `least` answers. */
  function answers<T>(command: string, text: string, least = 1): Promise<T[]> {
    const position = document.positionAt(document.getText().lastIndexOf(text) + text.length - 2)
    return until(async () => {
      const found = await vscode.commands.executeCommand<T[]>(command, document.uri, position)
      return found.length >= least && found
    })
  }
})
