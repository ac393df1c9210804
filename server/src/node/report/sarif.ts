import { pathToFileURL } from 'node:url'
import type { Log, ReportingDescriptor, Result, Run } from 'sarif'
import { rules } from '../../core/rules/index.ts'
import { settingsRule } from '../../core/rules/settings-findings.ts'
import { printableJson } from '../printable.ts'
import type { RulePages } from '../rule-pages.ts'
import { Checkout } from './checkout.ts'
import { Places } from './places.ts'
import type { ReportFormat } from './report.ts'
import { type Base, resultOf } from './sarif-result.ts'

declare const MINUTES_VERSION: string

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const

/** The format for collections of findings of many tools: SARIF 2.1.0. */
export const sarifReport: ReportFormat = (repositories, { pages }) => {
  const bases = new Bases(repositories.map(({ root }) => root))
  const descriptors = [...rules.map((rule) => descriptorOf(rule, pages)), settingsDescriptor]
  const results: Result[] = repositories.flatMap((repository) => {
    const base = bases.of(repository.root)
    const places = new Places(repository)
    return repository.files.flatMap(({ path, findings }) =>
      findings.map((finding) => ({
        ruleIndex: descriptors.findIndex(({ id }) => id === finding.rule),
        level: levels[finding.severity],
        ...resultOf(path, finding, { base, places }),
      })),
    )
  })
  const run: Run = {
    tool: { driver: { name: 'Minutes', version: MINUTES_VERSION, rules: descriptors } },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: bases.uris(),
    results,
  }
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${printableJson(log)}\n`
}

/** The folders from which paths are counted, each with its name in the log. */
class Bases {
  readonly #checkouts: ReadonlyMap<string, Checkout>
  readonly #folders: readonly string[]

  constructor(roots: readonly string[]) {
    this.#checkouts = new Map(roots.map((root) => [root, new Checkout(root)]))
    this.#folders = [...new Set([...this.#checkouts.values()].map(({ folder }) => folder))]
  }

  /** Says where a file of a repository is. */
  of(root: string): Base {
    const checkout = this.#checkouts.get(root)!
    const uriBaseId = this.#id(checkout.folder)
    return (path) => ({ uri: checkout.path(path).split('/').map(encodeURIComponent).join('/'), uriBaseId })
  }

  uris(): NonNullable<Run['originalUriBaseIds']> {
    return Object.fromEntries(this.#folders.map((folder) => [this.#id(folder), { uri: `${pathToFileURL(folder)}/` }]))
  }

  /** The first is the one that forges know. */
  #id(folder: string): string {
    const at = this.#folders.indexOf(folder)
    return at === 0 ? '%SRCROOT%' : `%SRCROOT${at + 1}%`
  }
}

function descriptorOf({ id, title, severity, off }: (typeof rules)[number], pages: RulePages): ReportingDescriptor {
  const page = pages.page(id)
  return {
    id,
    shortDescription: { text: title },
    ...(page !== undefined && { help: { text: page, markdown: page } }),
    defaultConfiguration: { level: levels[severity], enabled: !off },
  }
}

const settingsDescriptor: ReportingDescriptor = {
  id: settingsRule,
  shortDescription: { text: 'Mistake in .minutes.json' },
  help: { text: 'A setting with a mistake in it counts as not given.' },
  defaultConfiguration: { level: 'warning' },
}
