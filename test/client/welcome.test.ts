import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import picomatch from 'picomatch'
import { minutesGlob } from '../../client/src/minutes.ts'

const fresh = [
  'README.md',
  'LICENSE',
  '.gitignore',
  '.github/workflows/check.yml',
  'docs/plan.markdown',
  'docs/READ.MD',
  'docs/PLAN.Markdown',
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

    test('until something else appears, for which nobody looks any longer than that', async () => {
      const files = [...fresh]
      const watchers = new Watchers()
      const told = await toldIn(bundle, files, [], watchers)
      const appears = (file: string) => {
        files.push(file)
        return watchers.tell(file)
      }
      for (const file of ['docs/more.md', '.git/index.lock', 'node_modules/a/c.js']) await appears(file)
      assert.deepEqual(told, ['none'])
      await watchers.tell('2025.03')
      assert.deepEqual(told, ['none'], 'a folder with a dot is no file')
      await appears('main.rs')
      assert.deepEqual(told, ['none', undefined])
      assert.deepEqual(watchers.globs, [minutesGlob])
    })

    test('and watches for nothing else where there is something else', async () => {
      const watchers = new Watchers()
      await toldIn(bundle, [...fresh, 'main.rs'], [], watchers)
      assert.deepEqual(watchers.globs, [minutesGlob])
    })
  })
}

/** What the extension tells the manifest about minutes in a folder of such files, once it has begun. `commands` is given what it registers. */
async function toldIn(
  bundle: string,
  files: readonly string[],
  commands: string[] = [],
  watchers = new Watchers(),
): Promise<unknown[]> {
  const told: unknown[] = []
  const module = { exports: {} as { activate(context: object): Promise<void> } }
  const require = () => editorOf(files, commands, watchers, (key, value) => key === 'minutes.here' && told.push(value))
  runInNewContext(readFileSync(bundle, 'utf8'), { module, exports: module.exports, require })
  await module.exports.activate({ subscriptions: [] })
  return told
}

/** Those who watch for files that come. */
class Watchers {
  readonly #listeners = new Map<string, (file: string) => unknown>()

  /** What they watch for. */
  get globs(): readonly string[] {
    return [...this.#listeners.keys()]
  }

  add(glob: string) {
    const ends = { dispose: () => void this.#listeners.delete(glob) }
    const onDidCreate = (listener: (file: string) => unknown) => {
      this.#listeners.set(glob, listener)
      return ends
    }
    return { ...ends, onDidCreate }
  }

  /** Tells those who watch for such files of one. */
  async tell(file: string): Promise<void> {
    for (const [glob, listener] of this.#listeners) if (matches(glob, file)) await listener(file)
  }
}

/** Not what picomatch makes of braces, but VS Code. */
function matches(glob: string, path: string): boolean {
  return picomatch.isMatch(path, glob.replace(/^{|}$/g, '').split(','), { dot: true })
}

/** As much of VS Code as the extension uses before there are minutes. */
function editorOf(
  files: readonly string[],
  known: string[],
  watchers: Watchers,
  setContext: (key: string, value: unknown) => void,
) {
  const disposable = { dispose() {} }
  const event = () => disposable
  class Disposable {
    static from = (...all: Disposable[]) => new Disposable(() => all.map((one) => one.dispose()))
    readonly dispose: () => void
    constructor(dispose: () => void) {
      this.dispose = dispose
    }
  }
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
      createFileSystemWatcher: (glob: string) => watchers.add(glob),
      asRelativePath: (file: string) => file,
      findFiles: async (include: string, exclude: string) =>
        files.filter((path) => matches(include, path) && !matches(exclude, path)),
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
