import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Workspace } from '../../server/src/core/workspace.ts'
import { readWorkspace } from '../cases/stage.ts'
import { randomFrom } from '../support/random.ts'
import { markdownFiles, otherFiles } from './files.ts'

const today = '2026-01-15'
const folders = ['test/sample', '../shared/corpus/scs-minutes']

describe('what is known of a repository is the same, in whatever order its files came', () => {
  for (const folder of folders) {
    const texts = textsOf(folder)
    it(folder, { skip: !texts.length && 'it is not there' }, () => {
      const expected = known(readWorkspace(new Map(texts), today))
      for (const order of [[...texts].reverse(), shuffled(texts)]) {
        assert.deepEqual(known(readWorkspace(new Map(order), today)), expected)
      }
    })
  }
})

function textsOf(folder: string): [path: string, text: string][] {
  const minutes = markdownFiles(folder).map(({ path, text }): [string, string] => [path.slice(folder.length + 1), text])
  return [...otherFiles(folder), ...minutes].sort()
}

function known(workspace: Workspace): unknown {
  const { repository } = workspace
  const paths = [...repository.files].sort()
  return {
    findings: paths.map((path) => {
      const minutes = workspace.minutes(path)
      return minutes && workspace.check(minutes).map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() }))
    }),
    issues: repository.issues.newest,
    people: [...repository.people.all]
      .map(({ key, handle, name, count }) => ({ key, handle, name, count }))
      .sort(byKey),
    links: paths.map((path) => repository.backlinks(path)),
  }
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : 1
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const random = randomFrom(1)
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}
