import { linkRewrites } from '../core/ide/issues/rewrite.ts'
import type { Fix } from '../core/repository/fix.ts'
import { allowFixes } from '../core/rules/allow-fixes.ts'
import type { Finding } from '../core/rules/check.ts'
import { fillableLines, fixAll, isSafe } from '../core/rules/fix-all.ts'
import { offFixes } from '../core/rules/off-fixes.ts'
import { settingsFile } from '../core/settings/settings.ts'
import type { Span } from '../core/text/span.ts'
import { fillKind, fixAllKind, type Kind, quickFix, rewriteKind } from './action-support.ts'
import type { ClientFacts, Context } from './feature.ts'
import type { OpenDocument } from './repositories.ts'
import { picturesToSave } from './save-pictures.ts'
import { type Changes, canMake } from './workspace-edit.ts'

const uselessAllow = 'useless-allow'

/** An action that the document has to offer. */
export interface Offer {
  readonly title: string
  readonly kind: Kind
  readonly finding?: Finding
  readonly preferred?: boolean
  readonly changes: () => Changes
  /** What the client is asked to store: then it makes the changes too, once that is done. */
  readonly saves?: readonly Fix[]
}

/** The offers of one kind. Fixes are made of those findings alone that the kind is about: making them takes time. */
export function offersOf(kind: Kind, document: OpenDocument, span: Span, context: Context): Offer[] {
  if (kind === rewriteKind) return rewriteOffers(document, span)
  const findings = context.findings.of(document)
  if (kind === fillKind) return fillOffer(findings, kind)
  if (kind === fixAllKind) return safeOffer(findings)
  const touched = findings.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
  const [line] = fillableLines(touched)
  const picture = touched.find((finding) => picturesToSave([finding]).length)
  return [
    ...touched.flatMap((finding) => fixOffers(finding, context.client)),
    // Without a finding of its own it would stand below those by which nothing is mended.
    ...(line ? fillOffer(findings, kind, line) : []),
    ...(picture ? saveOffer(findings, context.client, picture) : []),
    ...touched.flatMap((finding) => silenceOffers(finding, document)),
  ]
}

/** What may be written in another way, and is no fault as it is. */
function rewriteOffers({ minutes, path, workspace }: OpenDocument, span: Span): Offer[] {
  const rewrites = minutes ? linkRewrites(minutes, workspace.repository, span) : []
  return rewrites.map(({ title, edits }): Offer => {
    return { title, kind: rewriteKind, changes: () => ({ edits: edits.map((edit) => ({ ...edit, path })) }) }
  })
}

function fixOffers(finding: Finding, client: ClientFacts): Offer[] {
  return finding
    .fixes()
    .filter((fix) => canMake(fix, client))
    .map((fix, at): Offer => {
      const offer = { title: fix.title, kind: quickFix, finding, preferred: at === 0, changes: () => fix }
      return fix.save ? { ...offer, saves: [fix] } : offer
    })
}

/** All pictures of a file at once, with one question; alone, a picture has its own fix. */
function saveOffer(findings: readonly Finding[], client: ClientFacts, finding: Finding): Offer[] {
  const saves = picturesToSave(findings).filter((fix) => canMake(fix, client))
  if (saves.length < 2) return []
  const changes = () => ({ edits: saves.flatMap(({ edits }) => edits) })
  return [{ title: `Store all ${saves.length} pictures of this file`, kind: quickFix, finding, changes, saves }]
}

/** What a person may do who thinks that a rule is wrong here. A comment that allows nothing can go, and needs no other comment. */
function silenceOffers(finding: Finding, { minutes, workspace }: OpenDocument): Offer[] {
  if (!minutes || finding.rule === uselessAllow) return []
  const settings = workspace.text(settingsFile)
  const off = settings === undefined ? [] : offFixes(settings, finding.rule)
  return [...allowFixes(minutes, finding), ...off].map(
    (fix): Offer => ({ title: fix.title, kind: quickFix, finding, changes: () => fix }),
  )
}

/** All minutes lines of a report at once; alone, a line has its own fix. */
function fillOffer(findings: readonly Finding[], kind: Kind, finding?: Finding): Offer[] {
  const lines = fillableLines(findings)
  if (lines.length < 2) return []
  const title = `Fill in all ${lines.length} minutes lines`
  return [{ title, kind, changes: () => fixAll(lines, isSafe), ...(finding && { finding }) }]
}

function safeOffer(findings: readonly Finding[]): Offer[] {
  const safe = findings.filter((finding) => finding.fixes().some(isSafe))
  return safe.length
    ? [{ title: 'Fix all that is safe to fix', kind: fixAllKind, changes: () => fixAll(safe, isSafe) }]
    : []
}
