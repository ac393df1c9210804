import { mayBeginHandle } from '../../minutes/handle.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Span } from '../../text/span.ts'
import { trimEnd } from '../../text/trim.ts'

/** An `@` that may name a person, with the name around a place. */
export interface HandleWord {
  /** From the `@` to the name's last letter or digit, or to the place where that is later. */
  readonly span: Span
  /** What stands between the `@` and the place, in small letters and without backslashes. */
  readonly typed: string
}

const before = /@((?:[\p{L}\p{N}._-]|\\_)*)$/u
const behind = /^(?:[\p{L}\p{N}._-]|\\_)*/u
const longest = 64

/** `undefined` where no handle is being typed: behind other characters, in code, in addresses, in front matter. */
export function handleWordAt({ text, facts, handles }: Minutes, offset: number): HandleWord | undefined {
  const match = before.exec(text.slice(Math.max(0, offset - longest), offset))
  if (!match) return undefined
  const start = offset - match[0].length
  if (!mayBeginHandle(text, facts, start, handles)) return undefined
  const rest = { start: offset, end: offset + behind.exec(text.slice(offset, offset + longest))![0].length }
  const end = trimEnd(text, rest, /[^\p{L}\p{N}]/u).end
  return { span: { start, end }, typed: match[1]!.replaceAll('\\', '').toLowerCase() }
}
