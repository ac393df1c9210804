import { runInNewContext } from 'node:vm'
import { buildSync } from 'esbuild'

/** What a module of the client exports, with somebody's own `vscode` in place of the editor, and of the library for language clients. */
export function clientModule<Exports>(path: string, vscode: object, library: object = {}): Exports {
  const others: Readonly<Record<string, object>> = { vscode, 'vscode-languageclient': library }
  const { outputFiles } = buildSync({
    entryPoints: [`client/src/${path}`],
    bundle: true,
    write: false,
    format: 'cjs',
    external: Object.keys(others),
  })
  const module = { exports: {} as Exports }
  runInNewContext(outputFiles[0]!.text, { module, require: (name: string) => others[name], TextEncoder, URL })
  return module.exports
}
