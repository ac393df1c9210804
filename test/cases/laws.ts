import assert from 'node:assert/strict'
import { complete } from '../../server/src/core/ide/completion/complete.ts'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import type { Fix } from '../../server/src/core/repository/fix.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { allowFixes } from '../../server/src/core/rules/allow-fixes.ts'
import type { Finding } from '../../server/src/core/rules/check.ts'
import { fixAll, isSafe } from '../../server/src/core/rules/fix-all.ts'
import { rules } from '../../server/src/core/rules/index.ts'
import { settingsFile } from '../../server/src/core/settings/settings.ts'
import { applyEdits, replace } from '../../server/src/core/text/edit.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { Places } from '../../server/src/lsp/convert.ts'
import { encodings, isWithin } from '../support/encodings.ts'
import { MemoryFiles } from '../support/memory-files.ts'
import { readFiles, readWorkspace, type Stage, type StagedFile } from './stage.ts'

/** A file that the laws are held against. */
type LawFile = Pick<StagedFile, 'path' | 'text' | 'offset'>

/** What holds for every file, whatever it is about. `prefixes` is how many beginnings of its text are read, spread evenly; by default all are. */
export function assertLaws(stage: Stage, file: LawFile, prefixes = file.text.length + 1): void {
  const { workspace } = stage
  const findings = check(workspace, file.path, file.text)
  spansAreInOrder(findings, file.text)
  positionsSurvive(file.text)
  fixesMend(workspace, file, findings)
  renamesMend(stage, file, findings)
  savesMend(stage, file, findings)
  foundAlone(stage, file, findings)
  allowingSilences(workspace, file, findings)
  safeFixesEnd(workspace, file)
  prefixesRead(file, prefixes)
  lineEndsDoNotMatter(workspace, file, findings)
  completionKeepsLineEnds(stage, file)
  markDoesNotMatter(workspace, file, findings)
  piecesGiveTheSame(workspace, file, findings)
  workspace.close(file.path)
  diskIsFollowed(stage, file)
}

function check(workspace: Workspace, path: string, text: string): Finding[] {
  workspace.edit(path, text)
  return workspace.check(workspace.minutes(path)!)
}

function spansAreInOrder(findings: readonly Finding[], text: string): void {
  let last = 0
  for (const { span, rule } of findings) {
    assert.ok(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      `${rule}: its span lies inside of the text`,
    )
    assert.ok(last <= span.start, `${rule}: spans are in order`)
    last = span.start
  }
}

function positionsSurvive(text: string): void {
  for (const encoding of encodings) {
    const places = new Places(text, encoding)
    for (let offset = 0; offset <= text.length; offset += 1) {
      if (isWithin(text, offset)) continue
      assert.equal(places.offset(places.position(offset)), offset, `a position leads there and back in ${encoding}`)
    }
  }
}

/** A fix changes the text, removes its finding and adds none. */
function fixesMend(workspace: Workspace, { path, text }: LawFile, findings: readonly Finding[]): void {
  for (const finding of findings) {
    for (const fix of finding.fixes()) {
      if (fix.rename || fix.save) continue
      const edits = fix.edits.filter((edit) => edit.path === path)
      const fixed = applyEdits(text, edits)
      assert.notEqual(fixed, text, `"${fix.title}" must change the text`)
      const left = check(workspace, path, fixed)
      assert.equal(
        countOf(left, finding.rule),
        countOf(findings, finding.rule) - 1,
        `"${fix.title}" must remove its finding`,
      )
      for (const { rule } of left)
        assert.ok(countOf(left, rule) <= countOf(findings, rule), `"${fix.title}" must bring no ${rule}`)
      check(workspace, path, text)
    }
  }
}

/** What a rule says of the file alone is found before the others are read, and nothing else is. */
function foundAlone({ texts, today }: Stage, { path, text }: LawFile, findings: readonly Finding[]): void {
  const files = new MemoryFiles([...texts].filter(([other]) => other === settingsFile))
  const log = { info: () => {}, warn: () => {} }
  const unread = new Workspace({ files, clock: { today: () => today }, log, folderName: 'minutes' })
  const alone = new Set(rules.filter((rule) => rule.alone).map(({ id }) => id))
  const placed = (all: readonly Finding[]) => all.map(({ rule, span, message }) => ({ rule, span, message }))
  const expected = findings.filter(({ rule }) => alone.has(rule))
  assert.deepEqual(placed(check(unread, path, text)), placed(expected), 'the file alone says so')
}

/** What is allowed is not found any more, and nothing else is found instead. */
function allowingSilences(workspace: Workspace, { path, text }: LawFile, findings: readonly Finding[]): void {
  const minutes = readMinutes(path, text)
  for (const finding of findings.filter(({ rule }) => rule !== 'useless-allow')) {
    for (const { title, edits } of allowFixes(minutes, finding)) {
      const left = check(workspace, path, applyEdits(text, edits))
      assert.ok(countOf(left, finding.rule) < countOf(findings, finding.rule), `"${title}" must silence its finding`)
      for (const { rule } of left)
        assert.ok(countOf(left, rule) <= countOf(findings, rule), broughtByAllowing(finding.rule, title, rule))
      check(workspace, path, text)
    }
  }
}

function broughtByAllowing(allowed: string, title: string, brought: string): string {
  if (brought !== 'useless-allow') return `"${title}" must bring no ${brought}`
  return `With the comment of "${title}", ${allowed} must still find its fault, so that there is something to allow, but it no longer does. It must read its line as if the comment were not there.`
}

/** A fix that renames its file does so too, and every link that led somewhere still does. */
function renamesMend(stage: Stage, { path }: LawFile, findings: readonly Finding[]): void {
  for (const { rule, fixes } of findings) {
    for (const fix of fixes()) {
      if (!fix.rename) continue
      assert.equal(fix.rename.from, path, `"${fix.title}" must rename the file of its finding`)
      const renamed = (file: string) => (file === path ? fix.rename!.to : file)
      const after = readWorkspace(textsAfter(stage, fix), stage.today)
      const left = after.check(after.minutes(renamed(path))!)
      assert.equal(countOf(left, rule), countOf(findings, rule) - 1, `"${fix.title}" must remove its finding`)
      for (const file of linkersOf(stage, path)) noneIsAdded(stage.workspace, after, file, renamed(file), fix)
      for (const { path: file } of stage.workspace.repository.summaries) {
        linksLive(stage.workspace, after, file, renamed(file), fix)
      }
    }
  }
}

/** A fix that stores a picture mends once the picture is there and the edits are made. */
function savesMend(stage: Stage, { path }: LawFile, findings: readonly Finding[]): void {
  for (const { rule, fixes } of findings) {
    for (const fix of fixes()) {
      if (!fix.save) continue
      assert.ok(/^https?:\/\/[^/\s]/.test(fix.save.url), `"${fix.title}" must name an absolute URL`)
      assert.ok(!stage.workspace.repository.files.has(fix.save.to), `"${fix.title}" must overwrite nothing`)
      const after = readWorkspace([...textsAfter(stage, fix), [fix.save.to, '']], stage.today)
      const left = after.check(after.minutes(path)!)
      // A picture may be shown in more than one place.
      assert.ok(countOf(left, rule) < countOf(findings, rule), `"${fix.title}" must remove its finding`)
      noneIsAdded(stage.workspace, after, path, path, fix)
    }
  }
}

function textsAfter({ texts }: Stage, { edits, rename }: Fix): [string, string][] {
  return [...texts].map(([path, text]) => [
    path === rename?.from ? rename.to : path,
    applyEdits(
      text,
      edits.filter((edit) => edit.path === path),
    ),
  ])
}

/** A file and those that link it. */
function linkersOf({ workspace }: Stage, path: string): Set<string> {
  return new Set([path, ...workspace.repository.backlinks(path).map(({ from }) => from)])
}

function noneIsAdded(before: Workspace, after: Workspace, from: string, to: string, { title }: Fix): void {
  const had = before.check(before.minutes(from)!)
  const has = after.check(after.minutes(to)!)
  for (const { rule } of has) assert.ok(countOf(has, rule) <= countOf(had, rule), `"${title}" must bring no ${rule}`)
}

function linksLive(before: Workspace, after: Workspace, from: string, to: string, { title }: Fix): void {
  const had = linkedPaths(before, from)
  const has = linkedPaths(after, to)
  assert.equal(has.length, had.length, `"${title}" must keep the links of ${from}`)
  had.forEach((path, at) => {
    if (path === undefined || !before.repository.has(path)) return
    assert.ok(has[at] !== undefined && after.repository.has(has[at]), `"${title}" must keep the link to ${path} alive`)
  })
}

/** Where each link of a file leads; `undefined` for those that lead out of the repository. */
function linkedPaths({ repository }: Workspace, path: string): (string | undefined)[] {
  const targets = repository.summary(path)!.links.map(({ url }) => repository.targetOf(url, path))
  return targets.map((target) => ('path' in target ? target.path : undefined))
}

/** All safe fixes at once leave nothing that is safe to fix, so that twice equals once. */
function safeFixesEnd(workspace: Workspace, { path, text }: LawFile): void {
  const fixed = applyEdits(text, fixAll(check(workspace, path, text), isSafe).edits)
  assert.equal(fixAll(check(workspace, path, fixed), isSafe).mended, 0, 'fixing comes to an end')
}

function prefixesRead({ path, text }: LawFile, count: number): void {
  const step = Math.max(1, Math.floor(text.length / count))
  for (let end = 0; end <= text.length; end += step) readMinutes(path, text.slice(0, end))
}

function lineEndsDoNotMatter(workspace: Workspace, { path, text }: LawFile, findings: readonly Finding[]): void {
  const withCarriageReturns = text.replaceAll('\n', '\r\n')
  const shifted = (offset: number) => offset + text.slice(0, offset).split('\n').length - 1
  const fixed = fixedTexts(path, text, findings).map((after) => after.replaceAll('\n', '\r\n'))
  const found = check(workspace, path, withCarriageReturns)
  assert.deepEqual(
    told(found, (offset) => offset),
    told(findings, shifted),
    'line ends do not matter',
  )
  assert.deepEqual(fixedTexts(path, withCarriageReturns, found), fixed, 'fixes keep the line ends')
}

function completionKeepsLineEnds({ workspace, today }: Stage, { path, text, offset }: LawFile): void {
  if (offset === undefined) return
  const { repository } = workspace
  const inserted = (text: string, offset: number) => {
    workspace.edit(path, text)
    const place = { minutes: workspace.minutes(path)!, repository, offset, today, hostReadsMarkdown: false }
    return complete(place).map(({ newText }) => newText)
  }
  const withReturns = (text: string) => text.replaceAll('\n', '\r\n')
  assert.deepEqual(
    inserted(withReturns(text), withReturns(text.slice(0, offset)).length),
    inserted(text, offset).map(withReturns),
    'completion keeps the line ends',
  )
}

/** The text of a file after each of the fixes of its findings. */
function fixedTexts(path: string, text: string, findings: readonly Finding[]): string[] {
  const own = ({ edits }: Fix) => edits.filter((edit) => edit.path === path)
  return findings.flatMap(({ fixes }) => fixes().map((fix) => applyEdits(text, own(fix))))
}

function markDoesNotMatter(workspace: Workspace, { path, text }: LawFile, findings: readonly Finding[]): void {
  const marked = told(check(workspace, path, `\ufeff${text}`), (offset) => offset)
  // A finding about the file as a whole stands at its very beginning, before the mark.
  const expected = told(findings, (offset) => offset + 1)
  const atTop = (list: typeof marked) => list.map(([rule, start, end]) => [rule, start === 1 ? 0 : start, end])
  assert.deepEqual(atTop(marked), atTop(expected), 'a byte-order mark does not matter')
}

/** What is typed bit by bit is found as if it had been there at once. */
function piecesGiveTheSame(workspace: Workspace, { path, text }: LawFile, findings: readonly Finding[]): void {
  const same = (offset: number) => offset
  for (const part of [0.25, 0.5, 0.75]) check(workspace, path, text.slice(0, Math.floor(text.length * part)))
  assert.deepEqual(
    told(check(workspace, path, text), same),
    told(findings, same),
    'typing in pieces gives the same findings',
  )
}

/** A file is read anew when it is another one, if only by its comments of allowances: all that stands behind them has moved. */
function diskIsFollowed({ texts, today }: Stage, { path, text }: LawFile): void {
  const { allowances } = readMinutes(path, text)
  if (!allowances.length) return
  const files = new MemoryFiles([...texts, [path, text]])
  const workspace = readFiles(files, today)
  const { repository } = workspace
  if (!repository.summary(path)) return
  assert.ok(!workspace.changed([path]), 'a file that is the same is no news')
  const without = applyEdits(
    text,
    allowances.map(({ span }) => replace(span, '')),
  )
  files.texts.set(path, without)
  assert.ok(workspace.changed([path]), 'a file without its comments is news')
  assert.deepEqual(repository.summary(path), summarise(readMinutes(path, without)), 'and is known as it is')
}

function told(findings: readonly Finding[], shifted: (offset: number) => number): [string, number, number][] {
  return findings.map(({ rule, span }) => [rule, shifted(span.start), shifted(span.end)])
}

function countOf(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length
}
