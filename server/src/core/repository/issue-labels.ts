import { Tally } from '../collections.ts'
import type { IssueMention } from '../minutes/issue.ts'
import { repositoryKey } from '../minutes/issue-url.ts'
import { seriesFolderOf } from './series.ts'

/** What `.minutes.json` says of aliases: each with `OWNER/REPOSITORY` on the forge of the minutes, or the URL of a repository. */
export type ConfiguredIssues = Readonly<Record<string, string>>

/** A file with the links to issues in it. */
export interface IssueLinks {
  readonly path: string
  readonly issues: readonly Pick<IssueMention, 'repository' | 'label'>[]
}

/** Where files do not agree, or nothing is said but a number, one link may be a slip. */
const enoughLinks = 2
const usualHost = 'https://github.com/'

/**
 * Which repository is meant by what stands before the number of an issue, and how links to its issues are labelled. It is learnt from the
 * links whose text shows the number, and kept up to date file by file.
 */
export class IssueLabels {
  readonly #configured: ReadonlyMap<string, string>
  readonly #forgeUrl: () => string | undefined
  /** Of each repository how the links spell its URL. */
  readonly #spellings = new Tally<string>()
  /** Which repositories are called so, in full or by the last of their names. */
  readonly #called = new Tally<string>()
  /** Of each alias, everywhere and in a series, which repositories the links lead to. */
  readonly #meant = new Tally<string>()
  /** Of each repository, everywhere and in a series, what stands before the number. */
  readonly #forms = new Tally<string>()
  /** Of labels, everywhere and in a series, whether they have a title. */
  readonly #titled = new Tally<boolean>()

  constructor(configured: ConfiguredIssues, forgeUrl: () => string | undefined) {
    this.#configured = new Map(Object.entries(configured).map(([alias, value]) => [alias.toLowerCase(), value]))
    this.#forgeUrl = forgeUrl
  }

  /** Takes in what a file says (`by` is 1), or forgets it (-1). */
  count({ path, issues }: IssueLinks, by: 1 | -1): void {
    for (const { repository, label } of issues) {
      const key = repositoryKey(repository)
      this.#spellings.add(key, repository, by)
      for (const name of namesOf(key)) this.#called.add(name, key, by)
      if (!label) continue
      for (const place of [everywhere, seriesOf(path)]) {
        this.#meant.add(place + label.alias.toLowerCase(), key, by)
        if (label.form === undefined) continue
        this.#forms.add(place + key, label.form, by)
        this.#titled.add(place, label.withTitle, by)
      }
    }
  }

  /** Whether `.minutes.json` says what an alias means. */
  isConfigured(written: string): boolean {
    return this.#configured.has(written.toLowerCase())
  }

  /** The URL of the repository that an alias means in a file; `undefined` where it may mean several, or nothing tells. */
  repositoryOf(written: string, path: string): string | undefined {
    const alias = written.toLowerCase()
    const configured = this.#configured.get(alias)
    if (configured !== undefined) return this.#urlOf(configured)
    return this.#linked(alias) ?? this.#labelled(alias, path) ?? this.#ofOwner(written)
  }

  /** The keys of the repositories that an alias may mean in a file: those that are labelled or called so where it may mean several. */
  repositoriesOf(written: string, path: string): ReadonlySet<string> {
    const alias = written.toLowerCase()
    const meant = this.repositoryOf(written, path)
    if (meant !== undefined) return new Set([repositoryKey(meant)])
    const labelled = this.#meant.of(everywhere + alias).map(([repository]) => repository)
    return new Set([...labelled, ...this.#calledSo(alias)])
  }

  /**
   * What stands before the number in the text of a link to an issue of a repository, as minutes of the same series have it, or else those of
   * others: `standards#`. `alias` is what has been typed, if anything.
   */
  formOf(repository: string, path: string, alias = ''): string {
    const key = repositoryKey(repository)
    const [here, all] = [this.#forms.of(seriesOf(path) + key), this.#forms.of(everywhere + key)]
    if (!alias) return (here[0] ?? all[0])?.[0] ?? this.#ownForm(repository)
    const isTyped = ([form]: readonly [string, number]) =>
      form.toLowerCase().replace(/\/?#$/, '') === alias.toLowerCase()
    return (here.find(isTyped) ?? all.find(isTyped))?.[0] ?? `${alias}#`
  }

  /** Whether a label is followed by the title where minutes of a series, or else others, link an issue. */
  writesTitles(path: string): boolean {
    const here = this.#titled.of(seriesOf(path))
    const [usual] = here.length ? here : this.#titled.of(everywhere)
    return usual?.[0] === true
  }

  /** The URL of a repository, given by its key, as most links spell it. */
  spelt(repository: string): string {
    return this.#spellings.of(repository)[0]?.[0] ?? repository
  }

  /** The repository that is called so in full, and linked. */
  #linked(alias: string): string | undefined {
    if (!alias.includes('/')) return undefined
    const found = this.#calledSo(alias).filter((key) => pathOf(key) === alias)
    const own = repositoryKey(this.#forgeUrl() ?? usualHost)
    const [first] = found.length > 1 ? found.filter((key) => own.startsWith(hostOf(key))) : found
    return first === undefined ? undefined : this.spelt(first)
  }

  #calledSo(name: string): string[] {
    return this.#called.of(name).map(([repository]) => repository)
  }

  #labelled(alias: string, path: string): string | undefined {
    const all = this.#meant.of(everywhere + alias)
    if (alias && all.length === 1) return this.spelt(all[0]![0])
    const here = this.#meant.of(seriesOf(path) + alias)
    return here.length === 1 && here[0]![1] >= enoughLinks ? this.spelt(here[0]![0]) : undefined
  }

  /** A repository beside that of the minutes may be linked by nobody yet. */
  #ofOwner(alias: string): string | undefined {
    const forge = this.#forgeUrl()
    if (!forge || this.#meant.of(everywhere + alias.toLowerCase()).length) return undefined
    const url = `${hostOf(forge)}${alias}`
    const owner = forge.slice(0, forge.lastIndexOf('/') + 1)
    const isBeside = alias.includes('/') && url.toLowerCase().startsWith(owner.toLowerCase())
    return isBeside && !url.slice(owner.length).includes('/') ? url : undefined
  }

  /** By its name alone where that is the only repository of the name, and the owner is that of the minutes. */
  #ownForm(repository: string): string {
    const name = repository.slice(repository.lastIndexOf('/') + 1)
    const alike = this.#calledSo(name.toLowerCase())
    const forge = this.#forgeUrl()
    const isOwn =
      forge !== undefined &&
      repositoryKey(repository) === repositoryKey(`${forge.slice(0, forge.lastIndexOf('/'))}/${name}`)
    return alike.length < 2 && isOwn ? `${name}#` : `${repository.slice(hostOf(repository).length)}#`
  }

  #urlOf(configured: string): string {
    if (/^https?:/i.test(configured)) return configured
    return hostOf(this.#forgeUrl() ?? usualHost) + configured
  }
}

const everywhere = '\n'

/** No path has a line end in it, and no key is empty. */
function seriesOf(path: string): string {
  return `${seriesFolderOf(path)}\n\n`
}

/** `github.com/harbour/minutes`, `harbour/minutes` and `minutes`. Nobody writes more names than there are in a shorthand. */
function namesOf(url: string): string[] {
  const names = url.split('/').slice(2).slice(-mostNames)
  return names.map((_, at) => names.slice(at).join('/'))
}

const mostNames = 5

/** `https://github.com/`. */
function hostOf(url: string): string {
  return /^https?:\/\/[^/]+\//i.exec(url)?.[0] ?? ''
}

function pathOf(url: string): string {
  return url.slice(hostOf(url).length)
}
