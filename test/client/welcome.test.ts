import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import picomatch from 'picomatch'

const fresh = [
  'README.md',
  'LICENSE',
  '.gitignore',
  '.github/workflows/check.yml',
  'docs/plan.markdown',
  'node_modules/a/b.js',
]

for (const bundle of ['dist/extension.js', 'dist/web/extension.js']) {
  describe(`${bundle} says how to begin`, () => {
    test('in a folder that holds Markdown and nothing else', async () => {
      assert.deepEqual(await toldIn(bundle, fresh), ['none'])
      assert.deepEqual(await toldIn(bundle, []), ['none'])
    })

    test('and not that it is too early as long as nobody knows', async () => {
      const commands: string[] = []
      const told = toldIn(bundle, fresh, commands)
      assert.deepEqual(commands.splice(0), ['minutes.explainRule', 'minutes.setUp'])
      await told
      assert.deepEqual(commands, ['minutes.newMinutes', 'minutes.draftReport'])
    })

    test('and not where there is something else', async () => {
      for (const other of ['package.json', 'src/main.rs', 'docs/plan.tar.gz'])
        assert.deepEqual(await toldIn(bundle, [...fresh, other]), [], other)
    })
  })
}

/** What the extension tells the manifest about minutes in a folder of such files, once it has begun. `commands` is given what it registers. */
async function toldIn(bundle: string, files: readonly string[], commands: string[] = []): Promise<unknown[]> {
  const told: unknown[] = []
  const module = { exports: {} as { activate(context: object): Promise<void> } }
  const require = () => editorOf(files, commands, (key, value) => key === 'minutes.here' && told.push(value))
  runInNewContext(readFileSync(bundle, 'utf8'), { module, exports: module.exports, require })
  await module.exports.activate({ subscriptions: [] })
  return told
}

/** As much of VS Code as the extension uses before there are minutes. */
function editorOf(files: readonly string[], known: string[], setContext: (key: string, value: unknown) => void) {
  const disposable = { dispose() {} }
  const event = () => disposable
  class Disposable {
    static from = () => disposable
    dispose() {}
  }
  // Not what picomatch makes of braces, but VS Code.
  const matching = (glob: string, path: string) =>
    picomatch.isMatch(path, glob.replace(/^{|}$/g, '').split(','), { dot: true })
  return {
    Disposable,
    FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
    Uri: { joinPath: (folder: string, path: string) => (path ? `${folder}${path}/` : folder) },
    commands: {
      registerCommand(command: string) {
        known.push(command)
        return disposable
      },
      executeCommand: async (_: string, key: string, value: unknown) => setContext(key, value),
    },
    window: { createTreeView: event },
    workspace: {
      workspaceFolders: [{ uri: '' }],
      registerTextDocumentContentProvider: event,
      onDidChangeWorkspaceFolders: event,
      createFileSystemWatcher: () => ({ ...disposable, onDidCreate: event }),
      findFiles: async (include: string, exclude: string) =>
        files.filter((path) => matching(include, path) && !matching(exclude, path)),
      fs: { readDirectory: async (folder: string) => entriesIn(folder, files) },
    },
  }
}

/** The names in a folder, such as `docs/`, each with its type. */
function entriesIn(folder: string, files: readonly string[]): [string, number][] {
  const below = files.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length))
  const types = new Map(below.map((path) => [path.split('/')[0]!, path.includes('/') ? 2 : 1]))
  return [...types]
}
