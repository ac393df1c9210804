import assert from 'node:assert/strict'
import test from 'node:test'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { noSettings } from '../../server/src/core/settings/settings.ts'

const texts = [
  '- @ines-berg\n- @kwame\n',
  '- @Ines-Berg\n\nAI @iberg: ask [@noor](https://github.com/noor)\n',
  '# No handles\n',
  '- @Ines-Berg\n- @kwame_\n- @noor_haddad @INES-BERG\n',
  '## Present\n\n- Ines Berg (@ines-berg)\n- @kwame\n\n## Topics\n\n- @Ines-Berg and @INES-BERG look at it\n',
  '## Present\n\n- @Ines-Berg\n- @INES-BERG\n- Kwame Oduya (@kwame)\n',
]
const configured = [{ handle: 'ines-berg', name: 'Ines Berg', aliases: ['iberg'] }]

test('people are the sum of the files, in whatever way they came to be', () => {
  const changed = newRepository()
  for (let step = 0; step < 60; step++) {
    const path = `harbour/2025030${1 + (step % 5)}.md`
    if (step % 7 === 3) changed.delete(path)
    else changed.set(summarise(readMinutes(path, texts[(step * 3 + (step >> 2)) % texts.length]!)))
    const fresh = newRepository()
    for (const summary of [...changed.summaries].reverse()) fresh.set(summary)
    assert.deepEqual(drawn(changed), drawn(fresh))
  }
})

test('an alias counts as the person that it means, and the usual spelling is the most frequent one', () => {
  const repository = newRepository()
  repository.set(summarise(readMinutes('harbour/20250301.md', '- @iberg\n- @Kwame\n\n@kwame @Kwame')))
  const ines = repository.people.of('IBERG')
  assert.equal(ines, repository.people.of('ines-berg'))
  assert.deepEqual([ines?.handle, ines?.name, ines?.count], ['ines-berg', 'Ines Berg', 1])
  assert.equal(repository.people.of('KWAME')?.handle, 'Kwame')
  assert.equal(repository.people.of('noor'), undefined)
})

function newRepository(): Repository {
  return new Repository({
    ...noSettings,
    people: configured,
    folderName: 'minutes',
    git: { urls: [], branch: undefined },
  })
}

/** All that is known of the people, in an order of its own. */
function drawn({ people }: Repository): unknown {
  const familiar = new Set(people.familiar)
  const all = [...people.all]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((person) => ({
      handle: person.handle,
      count: person.count,
      confirmed: person.confirmed,
      familiar: familiar.has(person),
      files: [...person.files.keys()].sort(),
      listedIn: [...person.listedIn.keys()].sort(),
      listed: person.listedIn.size,
      names: [...person.namesBeside].sort(),
    }))
  return { all, count: people.count, unusual: people.unusualCount }
}
