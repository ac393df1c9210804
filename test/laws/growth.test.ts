import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ledgerOf } from '../../server/src/core/authoring/ledger/ledger.ts'
import { foldsOf } from '../../server/src/core/ide/folding/folds.ts'
import { selectionsAt } from '../../server/src/core/ide/folding/selections.ts'
import { outlineOf } from '../../server/src/core/ide/outline/outline.ts'
import { SymbolIndex } from '../../server/src/core/ide/symbols/symbol-index.ts'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { sayingOf } from '../../server/src/core/minutes/not-yet.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { noSettings, readSettings } from '../../server/src/core/settings/settings.ts'
import { assertProportional, hostile, hostileMinutes, many } from './hostile.ts'

const repository = new Repository({ ...noSettings, folderName: 'minutes', git: { urls: [], branch: undefined } })

const settings: Readonly<Record<string, (length: number) => string>> = {
  'slashes in the forge': (length) => `{ "forge": "https://a/b${'/'.repeat(length)}x" }`,
  'slashes in a folder': (length) => `{ "reports": ["a${'/'.repeat(length)}x"] }`,
  'slashes before a folder': (length) => `{ "reports": ["${'/'.repeat(length)}x"] }`,
}

describe('minutes are read in time that grows with their length', () => {
  for (const [name, text] of Object.entries({ ...hostile, ...hostileMinutes })) {
    it(name, () => assertProportional(text, (text) => summarise(minutesOf(text))))
  }
})

describe('a file becomes part of what a repository knows, and leaves it, in time that grows with its length', () => {
  for (const [name, text] of Object.entries(hostileMinutes)) it(name, () => assertProportional(text, setAndDeleted))
})

it('names beside a handle are told apart in time that grows with their number', () => {
  const text = (length: number) => many(length, (index) => `- Ab ${nameOf(index)} (@x)\n`)
  assertProportional(text, (text) => summarise(minutesOf(text)), 1_600_000)
})

describe('the words of a minutes line are read in time that grows with their length', () => {
  for (const [name, text] of Object.entries(hostileMinutes)) it(name, () => assertProportional(text, sayingOf))
})

describe('the outline is made in time that grows with the length', () => {
  for (const [name, text] of Object.entries(hostileMinutes)) it(name, () => assertProportional(text, outline))
})

describe('folds and selections are made in time that grows with the length', () => {
  for (const [name, text] of Object.entries(hostileMinutes)) it(name, () => assertProportional(text, folded))
})

describe('settings are read in time that grows with their length', () => {
  for (const [name, text] of Object.entries(settings)) it(name, () => assertProportional(text, readSettings))
})

function minutesOf(text: string): Minutes {
  return readMinutes('team/20230209.md', text)
}

function setAndDeleted(text: string): void {
  const summary = summarise(minutesOf(text))
  repository.set(summary)
  askedFor(summary.path)
  repository.delete(summary.path)
  askedFor(summary.path)
}

/** Some of what the files say together is found only when somebody asks for it. */
function askedFor(path: string): void {
  const { issues, teams } = repository
  assert.ok(issues.newest && teams && repository.backlinks(path) && repository.derived(SymbolIndex))
  assert.ok(ledgerOf(repository, '2023-02-10'))
}

/** A word of letters for each number. */
function nameOf(index: number): string {
  return `N${[...String(index)].map((digit) => String.fromCharCode(97 + Number(digit))).join('')}`
}

function outline(text: string): unknown {
  return outlineOf(minutesOf(text), repository)
}

function folded(text: string): unknown {
  const minutes = readMinutes('team/20230209.md', `---\ntype: slide\n---\n${text}`)
  return [foldsOf(minutes, false), selectionsAt(minutes, text.length >> 1, false)]
}
