import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'

/** A folder of a test's own, removed after it. Paths are relative to it, with `/`. */
export class Folder {
  readonly root: string

  constructor(t: TestContext, files: Readonly<Record<string, string | Buffer>> = {}) {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'minutes-')))
    t.after(() => rmSync(this.root, { recursive: true, force: true }))
    for (const [path, text] of Object.entries(files)) this.write(path, text)
  }

  /** A copy of the sample repository. */
  static sample(t: TestContext): Folder {
    const folder = new Folder(t)
    cpSync('test/sample', folder.root, { recursive: true })
    return folder
  }

  get uri(): string {
    return pathToFileURL(this.root).toString()
  }

  /** The URI of a file, as an editor writes it. */
  uriOf(path: string): string {
    return pathToFileURL(this.at(path)).toString()
  }

  at(path: string): string {
    return join(this.root, path)
  }

  read(path: string): string {
    return readFileSync(this.at(path), 'utf8')
  }

  write(path: string, text: string | Buffer): void {
    mkdirSync(dirname(this.at(path)), { recursive: true })
    writeFileSync(this.at(path), text)
  }

  rename(from: string, to: string): void {
    mkdirSync(dirname(this.at(to)), { recursive: true })
    renameSync(this.at(from), this.at(to))
  }

  remove(path: string): void {
    rmSync(this.at(path), { recursive: true })
  }
}

const forge = 'https://github.com/harbour/minutes'

/**
 * A repository of one team, `crane`, and its report, `call`. `line` is the minutes line of the newest report, in line 4; the team's minutes
 * of the day before stand in the repository.
 */
export function smallRepository(line = 'Minutes:'): Record<string, string> {
  const report = (day: string, line: string) => `# Call ${day}\n\n### Team Crane\n\n${line}\n\n- Hooks hold\n`
  return {
    '.minutes.json': JSON.stringify({
      forge,
      branch: 'main',
      reports: ['call'],
      teams: [{ name: 'Team Crane', folder: 'crane' }],
    }),
    'crane/20250305.md': '# Crane 2025-03-05\n\n## Ropes\n\n- AI @ines: order a rope\n',
    'crane/20250312.md': '# Crane 2025-03-12\n\n## Hooks\n\n- All hooks hold\n',
    'call/20250306.md': report('2025-03-06', `Minutes: ${urlOf('crane/20250305.md')}`),
    'call/20250313.md': report('2025-03-13', line),
  }
}

/** The forge's URL of a file of the small repository. */
export function urlOf(path: string): string {
  return `${forge}/blob/main/${path}`
}
