import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { githubReport } from '../../server/src/node/report/github.ts'
import { RulePages } from '../../server/src/node/rule-pages.ts'
import { findingsIn, minutes } from '../support/command.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { commitAll } from '../support/git.ts'

const annotate = (cwd: string, ...args: string[]) => minutes(cwd, 'check', '--format', 'github', '--quiet', ...args).out

/** What is printed for one finding in one file. */
function annotation(path: string, text: string, finding: { severity: 'error' | 'hint'; message: string; end: number }) {
  const { severity, message, end } = finding
  const found = { rule: 'a-fault', severity, message, span: { start: 0, end }, fixes: () => [], related: undefined }
  const file = { path, text, findings: [found] }
  const repository = {
    root: '/nowhere',
    files: [file],
    text: () => text,
    has: () => true,
    untoldLinks: () => undefined,
  }
  const pages = new RulePages('nowhere')
  return githubReport([repository], { colours: false, summary: false, cwd: '/', fixed: 0, rules: [], pages })
}

describe('minutes check --format github', () => {
  test('prints a workflow command for each finding', (t) => {
    const { root } = new Folder(t, smallRepository())
    const { message } = findingsIn(root).findings[0]!
    assert.equal(
      annotate(root),
      `::warning file=call/20250313.md,line=5,endLine=5,col=1,endColumn=8,title=stale-minutes-line::${message}\n`,
    )
    assert.match(minutes(root, 'check', '--format', 'github').out, /\n1 finding in 1 of 5 files\./)
  })

  test('names files as the checkout does', (t) => {
    const folder = new Folder(t)
    for (const [path, text] of Object.entries(smallRepository())) folder.write(`docs/minutes/${path}`, text)
    commitAll(folder)
    assert.match(annotate(folder.at('docs/minutes/call')), /^::warning file=docs\/minutes\/call\/20250313\.md,line=5,/)
  })

  test('escapes what would end a command or one of its values', () => {
    assert.equal(
      annotation('50%: a,b\r\n.md', 'abc', { severity: 'error', message: '100 %, a: b\r\n::error::c', end: 3 }),
      '::error file=50%25%3A a%2Cb%0D%0A.md,line=1,endLine=1,col=1,endColumn=3,title=a-fault::100 %25, a: b%0D%0A::error::c\n',
    )
  })

  test('tells columns only of what stands on one line', () => {
    assert.equal(
      annotation('a.md', 'abc\ndef\n', { severity: 'hint', message: 'x', end: 5 }),
      '::notice file=a.md,line=1,endLine=2,title=a-fault::x\n',
    )
    assert.match(annotation('a.md', '', { severity: 'hint', message: 'x', end: 0 }), /,col=1,endColumn=1,/)
  })
})
