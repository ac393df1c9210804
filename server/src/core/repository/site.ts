import { nameOf } from '../text/path.ts'
import type { FileSet } from './files.ts'

const generators = [
  '_config.yml',
  '_config.yaml',
  '_config.toml',
  '_quarto.yml',
  'antora.yml',
  'astro.config.mjs',
  'book.toml',
  'conf.py',
  'config.toml',
  'config/_default/config.toml',
  'config/_default/hugo.toml',
  'docfx.json',
  'docusaurus.config.js',
  'docusaurus.config.ts',
  'eleventy.config.js',
  'gatsby-config.js',
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'mint.json',
  'mkdocs.yml',
  'next.config.js',
  'pelicanconf.py',
  'zensical.toml',
] as const

/** Whether a site is made of a file: relative paths are then those of pages whose place only the generator knows. */
export function isOfSite(path: string, files: FileSet): boolean {
  if (/(?:^|\/)(?:_posts|_drafts|content)\//.test(path)) return true
  return generators.some((generator) =>
    files.named(nameOf(generator)).some((file) => {
      if (!`/${file}`.endsWith(`/${generator}`)) return false
      return path.startsWith(file.slice(0, -generator.length))
    }),
  )
}
