import assert from 'node:assert/strict'
import test from 'node:test'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Issues } from '../../server/src/core/repository/issues.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { randomFrom } from '../support/random.ts'

const path = 'harbour/20250305.md'
const paths = [path, 'pier/20250305.md', 'harbour/20250312.md']
const url = 'https://gitlab.com/tides/ropes/-/issues/12'
const texts = [
  `## Splice the hawser [ropes#12](${url})\n`,
  `## [ropes#12: Splice the hawser](${url})\n`,
  `## [ropes/#12: Splice the hawser](${url})\n`,
  `[tides/ropes#12](${url.replace('ropes', 'Ropes')}), ropes#14\n`,
  `[#12](${url}) and [another](https://github.com/tides/ropes/issues/12), ropes#14, tides/ropes#15\n`,
  `## [ropes#12: Oil the capstan](${url.replace('gitlab.com', 'GitLab.com')})\n`,
  `[tides/ropes#16](https://GitLab.com/tides/ropes/issues/16)\n`,
  '# No issues\n',
]

test('what is known of issues is what the files say now, whatever they said before, and whichever came first', () => {
  const random = randomFrom(1)
  const changed = newIssues()
  const said = new Map<string, string>()
  for (let step = 0; step < 400; step += 1) {
    const [path, text] = [paths[random(paths.length)]!, texts[random(texts.length)]!]
    said.set(path, text)
    changed.replace(path, summarise(readMinutes(path, text)))
    // Whoever asks now and then makes the changes come one by one, or several at once.
    if (!random(3)) continue
    const fresh = newIssues()
    for (const [path, text] of [...said].sort()) fresh.replace(path, summarise(readMinutes(path, text)))
    assert.deepEqual(drawn(changed), drawn(fresh), [...said.values()].join(''))
  }
})

function newIssues(): Issues {
  return new Issues({}, () => 'https://gitlab.com/tides/minutes')
}

function drawn({ newest, labels }: Issues): unknown {
  const written = ['ropes', 'tides/ropes', '']
  return {
    newest,
    titles: labels.writesTitles(path),
    meant: written.map((alias) => [labels.repositoryOf(alias, path), [...labels.repositoriesOf(alias, path)]]),
    forms: newest.map(({ repository }) => labels.formOf(repository, path)),
  }
}
