import type * as lsp from 'vscode-languageserver-protocol/node'
import type { Minutes } from '../../server/src/core/minutes/minutes.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import { measureCompletion } from './completion.ts'
import type { Document } from './document.ts'
import { type Figure, repeated, timed, timesFigure } from './figure.ts'
import { measureNavigation } from './navigation.ts'
import type { Subject } from './subject.ts'
import { measureSymbols } from './symbols.ts'

const keystrokes = 200
const requests = 100
const keystrokeGoal = { value: 'p95', atMost: 4 } as const
const completionGoal = { value: 'p95', atMost: 5 } as const

/** Times of the answers of a server that has read the repository. */
export async function measureAnswers(
  { largest, report, faulty }: Subject,
  open: (minutes: Minutes) => Document,
): Promise<Figure[]> {
  const size = Math.round(largest.text.length / 1000)
  return [
    await roundTrips(open(largest)),
    await findingsAfterKeystrokes(`largest file, ${size} KB`, open(largest)),
    await findingsAfterKeystrokes(`report, ${report.minutesLines.length} minutes lines`, open(report)),
    ...(await completions(open(report), report)),
    ...(await people(open(largest), largest)),
    ...(await measureCompletion('largest file', open(largest), largest)),
    ...(await measureCompletion('report', open(report), report)),
    await outlines(open(largest)),
    ...(await measureNavigation(open(largest), largest)),
    ...(await measureSymbols(open(largest), report)),
    ...(faulty ? await codeActions(open(faulty)) : []),
  ]
}

/** The least that any answer takes. */
async function roundTrips(document: Document): Promise<Figure> {
  const samples = await repeated(requests, () => timed(() => document.nothing()))
  return timesFigure('empty request → answer', samples)
}

async function findingsAfterKeystrokes(where: string, document: Document): Promise<Figure> {
  const stroke = () => timed(() => after(document, () => document.findings()), countOf)
  return timesFigure(`keystroke → findings, ${where}`, await repeated(keystrokes, stroke), 'findings', keystrokeGoal)
}

/** Where the URL of each minutes line in turn stands or would stand, after a keystroke elsewhere in the file. */
async function completions(document: Document, { text, minutesLines }: Minutes): Promise<Figure[]> {
  if (!minutesLines.length) return []
  const index = new LineIndex(text)
  const places = minutesLines.map(({ link, span }) => {
    const offset = link?.destination.start ?? span.end
    const line = index.lineAt(offset)
    return { line, character: offset - index.start(line) }
  })
  const stroke = (at: number) =>
    timed(() => after(document, () => document.completions(places[at % places.length]!)), countOf)
  return [timesFigure('keystroke → completion on a minutes line', await repeated(requests, stroke), 'files')]
}

/** Behind the `@` of each handle in turn. */
async function people(document: Document, { text, handles }: Minutes): Promise<Figure[]> {
  if (!handles.length) return []
  const index = new LineIndex(text)
  const places = handles.map(({ span }) => {
    const line = index.lineAt(span.start)
    return { line, character: span.start + 1 - index.start(line) }
  })
  const stroke = (at: number) =>
    timed(() => after(document, () => document.completions(places[at % places.length]!)), countOf)
  const samples = await repeated(keystrokes, stroke)
  return [timesFigure('keystroke → completion of handles, largest file', samples, 'people', completionGoal)]
}

async function outlines(document: Document): Promise<Figure> {
  const stroke = () => timed(() => after(document, () => document.outline()), countWithChildren)
  return timesFigure('keystroke → outline, largest file', await repeated(requests, stroke), 'symbols', completionGoal)
}

async function codeActions(document: Document): Promise<Figure[]> {
  const findings = await document.findings()
  if (!findings.length) return []
  const offer = (at: number) => timed(() => document.actions(findings[at % findings.length]!), countOf)
  const offers = timesFigure('code actions on a finding', await repeated(requests, offer), 'actions')
  const [first] = await document.actions(findings[0]!)
  if (!first) return [offers]
  const resolve = () =>
    timed(
      () => document.resolve(first),
      ({ edit }) => countOf(edit?.documentChanges),
    )
  return [offers, timesFigure('code action → its edit', await repeated(requests, resolve), 'files')]
}

/** What is asked after a keystroke, without waiting in between. */
function after<Answer>(document: Document, ask: () => Promise<Answer>): Promise<Answer> {
  void document.type()
  return ask()
}

function countOf(items: readonly unknown[] | undefined): number {
  return items?.length ?? 0
}

function countWithChildren(symbols: readonly lsp.DocumentSymbol[]): number {
  return symbols.reduce((sum, { children }) => sum + 1 + countWithChildren(children ?? []), 0)
}
