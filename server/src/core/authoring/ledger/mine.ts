import type { People } from '../../repository/people.ts'
import type { LedgerAction } from './ledger.ts'

/** An address that the forge gives to those who keep theirs for themselves: `123+ines-berg@users.noreply.github.com`. */
const noReply = /^(?:[0-9]+\+)?([^@\s]+)@users\.noreply\./i

/**
 * Whether an action is that of the person who goes by some names: handles, with or without `@`, a name as people say it, or an address of
 * electronic mail. A name is that of the handle which has it in `.minutes.json`, which the minutes write beside it, or which has its letters
 * ("Ines Berg" is `ines-berg`).
 */
export function isMineOf(names: readonly string[], people: People): (action: LedgerAction) => boolean {
  const keys = new Set(names.flatMap((name) => keysOf(name, people)))
  const spoken = new Set(names.map((name) => name.toLowerCase()))
  const keyOf = (handle: string) => people.of(handle)?.key ?? handle.toLowerCase()
  return ({ owners, byHandle }) =>
    owners.some((owner) => (byHandle ? keys.has(keyOf(owner)) : spoken.has(owner.toLowerCase())))
}

/** Whether somebody in the repository goes by a name, whatever they have promised. */
export function isSomebody(name: string, people: People): boolean {
  return keysOf(name, people).length > 0
}

function keysOf(written: string, people: People): string[] {
  const name = written.trim()
  if (!name) return []
  const own = noReply.exec(name)?.[1] ?? name.replace(/^@/, '').replace(/@.*/s, '')
  const byHandle = people.of(own)
  if (byHandle) return [byHandle.key]
  const letters = lettersOf(own)
  const small = name.toLowerCase()
  return [...people.all].flatMap((person) => {
    const isCalledSo = person.name?.toLowerCase() === small || person.namesBeside.has(small)
    return isCalledSo || (/\s/.test(name) && letters.length > 4 && person.spelling.letters === letters)
      ? [person.key]
      : []
  })
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
