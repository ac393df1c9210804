import { describe, it } from 'node:test'
import { assertLaws } from '../cases/laws.ts'
import { readWorkspace } from '../cases/stage.ts'
import { markdownFiles, otherFiles } from './files.ts'

const folder = '../shared/corpus/scs-minutes'
const today = '2024-01-02'
const prefixes = 100

const files = markdownFiles(folder).map(({ path, text }) => ({
  path: path.slice(folder.length + 1),
  text,
  offset: undefined,
}))
const texts = new Map([...otherFiles(folder), ...files.map(({ path, text }): [string, string] => [path, text])])

describe('the laws of the cases hold on real minutes', { skip: files.length === 0 && 'there are none' }, () => {
  const workspace = readWorkspace(texts, today)
  for (const file of files) {
    it(file.path, () => assertLaws({ workspace, files: [], today, texts }, file, prefixes))
  }
})
