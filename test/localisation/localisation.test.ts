import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'

type Texts = Readonly<Record<string, string>>

const languages = ['de']
const manifest = readFileSync('package.json', 'utf8')
const english: Texts = read('package.nls.json')

test('the manifest has a key where people read something, and a text for each key', () => {
  const keys = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!)
  assert.deepEqual(keys.sort(), Object.keys(english).sort())
  const { commands, views, configuration } = JSON.parse(manifest).contributes
  const shown = [
    ...commands.map(({ title }: { title: string }) => title),
    ...Object.values<{ name: string }[]>(views).flatMap((all) => all.map(({ name }) => name)),
    ...Object.values<{ description: string }>(configuration.properties).map(({ description }) => description),
  ]
  for (const text of shown) assert.match(text, /^%.+%$/)
})

for (const language of languages) {
  describe(language, () => {
    test('has all texts of the manifest, and no others', () => {
      assertTranslated(english, `package.nls.${language}.json`)
    })

    test('has all texts of the extension, and no others', () => {
      const written = textsOfExtension()
      assertTranslated(Object.fromEntries(written.map((text) => [text, text])), `l10n/bundle.l10n.${language}.json`)
    })

    test('is shipped', () => {
      const { l10n } = JSON.parse(manifest)
      assert.ok(existsSync(join(l10n, `bundle.l10n.${language}.json`)))
      const shipped = readFileSync('.vscodeignore', 'utf8').split('\n')
      for (const pattern of ['!package.nls*.json', '!l10n/*.json']) assert.ok(shipped.includes(pattern), pattern)
    })
  })
}

/** The texts by which the extension asks for those of a language, each once. */
function textsOfExtension(): string[] {
  const code = ['client/src', 'server/src/download'].flatMap(textsOfCode).join('\n')
  const texts = [...code.matchAll(/l10n\.t\(\s*'((?:\\.|[^'\\])*)'/g)].map(([, text]) => text!.replaceAll("\\'", "'"))
  assert.ok(texts.length > 30)
  assert.equal(
    texts.length,
    code.split('l10n.t(').length - 1,
    'each text stands where it is asked for, in single quotes',
  )
  return [...new Set(texts)]
}

function textsOfCode(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
}

/** Each text has another one in a file of the language, which takes the same values. */
function assertTranslated(texts: Texts, file: string): void {
  const translated = read(file)
  assert.equal(differenceIn(texts, translated, file), '')
  for (const [key, text] of Object.entries(texts)) {
    assert.notEqual(translated[key], text, key)
    assert.deepEqual(valuesIn(translated[key]!), valuesIn(text), key)
  }
}

/** In a line, what a file lacks or has too much; empty where that is nothing. */
function differenceIn(texts: Texts, translated: Texts, file: string): string {
  const missing = Object.keys(texts).filter((key) => !(key in translated))
  const useless = Object.keys(translated).filter((key) => !(key in texts))
  const listed = (keys: readonly string[]) => keys.map((key) => JSON.stringify(key)).join(', ')
  return [
    missing.length && `${file} lacks a text for ${listed(missing)}.`,
    useless.length && `${file} has a text that nobody asks for: ${listed(useless)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

test('what is missing is told in a line, with the file where it is to be written', () => {
  const told = differenceIn({ 'command.mend': 'Mend', stay: 'Stay' }, { stay: 'Bleib', go: 'Geh' }, 'texts.de.json')
  assert.equal(
    told,
    'texts.de.json lacks a text for "command.mend". texts.de.json has a text that nobody asks for: "go".',
  )
})

function valuesIn(text: string): string[] {
  return (text.match(/\{[0-9]\}|"(?:off|hint|information|warning|error)"/g) ?? []).sort()
}

function read(path: string): Texts {
  return JSON.parse(readFileSync(path, 'utf8'))
}
