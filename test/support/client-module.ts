import { runInNewContext } from 'node:vm'
import { buildSync } from 'esbuild'

/** What a module of the client exports, with somebody's own `vscode` in place of the editor. */
export function clientModule<Exports>(path: string, vscode: object): Exports {
  const { outputFiles } = buildSync({
    entryPoints: [`client/src/${path}`],
    bundle: true,
    write: false,
    format: 'cjs',
    external: ['vscode'],
  })
  const module = { exports: {} as Exports }
  runInNewContext(outputFiles[0]!.text, { module, require: () => vscode, TextEncoder, URL })
  return module.exports
}
