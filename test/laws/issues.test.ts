import assert from 'node:assert/strict'
import test from 'node:test'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Issues } from '../../server/src/core/repository/issues.ts'
import { type Summary, summarise } from '../../server/src/core/repository/summary.ts'
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
  const said = new Map<string, Summary>()
  const changed = issuesOf(said)
  const saidWhenAsked = new Map<string, Summary>()
  for (let step = 0; step < 400; step += 1) {
    const [path, text] = [paths[random(paths.length)]!, texts[random(texts.length)]!]
    if (random(8)) said.set(path, summarise(readMinutes(path, text)))
    else said.delete(path)
    // Whoever asks now and then makes the changes come one by one, or several at once.
    if (!random(3)) continue
    for (const path of paths) changed.replace(path, said.get(path), saidWhenAsked.get(path))
    saidWhenAsked.clear()
    for (const [path, summary] of said) saidWhenAsked.set(path, summary)
    const fresh = issuesOf(said)
    for (const path of [...said.keys()].sort()) fresh.replace(path, said.get(path), undefined)
    assert.deepEqual(drawn(changed), drawn(fresh), JSON.stringify([...said.values()]))
  }
})

function issuesOf(summaries: ReadonlyMap<string, Summary>): Issues {
  return new Issues({}, () => 'https://gitlab.com/tides/minutes', summaries)
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
