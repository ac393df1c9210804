import type { Scan } from '../text/scan.ts'
import type { Span } from '../text/span.ts'

/** Something that opens a door to whoever reads it, and is never published on purpose. */
export interface Secret {
  readonly kind: 'token' | 'key' | 'password'
  /** The secret itself; of a key its first line. */
  readonly span: Span
  /** Who gave it out, where its form tells. */
  readonly issuer: string
}

/** Those of the forges, clouds and chats whose form nothing else has. */
const issuers: readonly (readonly [mark: string, issuer: string, form: RegExp])[] = [
  ['ghp_', 'GitHub', /(?<![\w-])ghp_[A-Za-z0-9]{36,80}(?![\w-])/g],
  ['gho_', 'GitHub', /(?<![\w-])gho_[A-Za-z0-9]{36,80}(?![\w-])/g],
  ['ghs_', 'GitHub', /(?<![\w-])ghs_[A-Za-z0-9]{36,80}(?![\w-])/g],
  ['github_pat_', 'GitHub', /(?<![\w-])github_pat_[A-Za-z0-9_]{40,100}(?![\w-])/g],
  ['glpat-', 'GitLab', /(?<![\w-])glpat-[A-Za-z0-9_-]{20,60}(?![\w-])/g],
  ['xoxb-', 'Slack', /(?<![\w-])xoxb-[A-Za-z0-9-]{20,100}(?![\w-])/g],
  ['xoxp-', 'Slack', /(?<![\w-])xoxp-[A-Za-z0-9-]{20,100}(?![\w-])/g],
  ['AKIA', 'AWS', /(?<![\w-])AKIA[A-Z0-9]{16}(?![\w-])/g],
  ['AIza', 'Google', /(?<![\w-])AIza[A-Za-z0-9_-]{35}(?![\w-])/g],
  ['sk_live_', 'Stripe', /(?<![\w-])sk_live_[A-Za-z0-9]{20,100}(?![\w-])/g],
  ['npm_', 'npm', /(?<![\w-])npm_[A-Za-z0-9]{36}(?![\w-])/g],
  ['hf_', 'Hugging Face', /(?<![\w-])hf_[A-Za-z]{34}(?![\w-])/g],
  ['pypi-', 'PyPI', /(?<![\w-])pypi-[A-Za-z0-9_-]{80,250}(?![\w-])/g],
  // Three parts: head, content and signature. The one that each tutorial shows is of John Doe.
  [
    'eyJ',
    'its issuer',
    /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ(?!zdWIiOiIxMjM0NTY3ODkwIi)[\w-]{10,4000}\.[\w-]{20,1000}(?![\w-])/g,
  ],
]
const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?=[\s>]{1,20}[A-Za-z0-9+/:]{20})/g
/** A long value of letters of both kinds and digits, which nobody types. */
const value = /[:=][ \t]{0,3}["'`]{0,2}([A-Za-z0-9+/_=-]{32,200})(?![A-Za-z0-9+/_=.-])/g
/** `application_secret: "…"`: what stands before such a value where it is a password. */
const name = /(?:secret|passwor[dt]|kennwort|token|api[_-]?key|access[_-]?key)["'`]{0,2}[ \t]{0,3}$/i
const longestName = 24

const placeholder =
  /x{4}|example|your|dummy|placeholder|redacted|sample|secret|token|passw|changeme|test|0000|1234|abcd/i
/** Random letters repeat less. */
const fewestLetters = 10

/** The secrets of a text, wherever they stand: code and front matter are as public as prose. */
export function secretsOf(scan: Scan): Secret[] {
  const { text } = scan
  const secrets: Secret[] = []
  for (const [mark, issuer, form] of issuers) {
    if (!scan.holds(mark)) continue
    for (const { 0: token, index } of scan.matches(form)) {
      if (isRandom(token.slice(mark.length)))
        secrets.push({ kind: 'token', issuer, span: { start: index, end: index + token.length } })
    }
  }
  if (scan.holds('PRIVATE KEY'))
    for (const { 0: line, index } of text.matchAll(privateKey))
      secrets.push({ kind: 'key', issuer: 'its owner', span: { start: index, end: index + line.length } })
  const known = new Set(secrets.map(({ span }) => span.start))
  for (const { 0: whole, 1: word, index } of scan.matches(value)) {
    const end = index + whole.length
    const span = { start: end - word!.length, end }
    if (known.has(span.start) || !name.test(text.slice(Math.max(0, index - longestName), index))) continue
    if (isRandom(word!) && isMixed(word!)) secrets.push({ kind: 'password', issuer: 'its owner', span })
  }
  return secrets
}

function isRandom(value: string): boolean {
  return !placeholder.test(value) && new Set(value).size >= fewestLetters
}

function isMixed(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && (value.match(/[0-9]/g)?.length ?? 0) > 2
}
