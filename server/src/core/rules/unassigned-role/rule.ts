import type { Minutes } from '../../minutes/minutes.ts'
import type { Role } from '../../minutes/role.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { type RoleHabit, roleHabit } from '../../repository/role-habit.ts'
import { lineEndOf } from '../../text/lines.ts'
import { type Span, slice } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'unassigned-role',
  title: 'Role that nobody has',
  severity: 'information',
  fix: 'suggested',
  scope: 'minutes',
  options: noOptions,
  messages: {
    empty: 'Nobody is named here. Whoever has a question about these minutes does not know whom to ask. Name a person.',
    bare: 'There is nobody behind this "@". Whoever has a question about these minutes does not know whom to ask. Name a person.',
    named:
      '"{name}" stands where this series writes handles: several people may be called so, and none of them is told. Write the handle.',
  },
  *check({ minutes, repository, today }) {
    // What is prepared for a meeting to come is filled in there.
    if (!minutes.date?.iso || minutes.date.iso >= today) return
    const present = presentHandles(minutes)
    for (const task of tasks) {
      const roles = minutes.roles.filter((role) => role.task === task)
      if (!roles.some(isOpen) || roles.some(({ state }) => state === 'held')) continue
      const habit = roleHabit(repository, minutes.path, task)
      const likely = likeliestFirst(present, habit)
      for (const role of roles.filter(isOpen)) {
        const handles = fitting(role, likely)
        if (!isFault(minutes, role, habit, handles)) continue
        const data = { name: slice(minutes.text, role.value) }
        const fixes = () => handles.slice(0, mostFixes).map((name) => assign(minutes, role, name))
        yield { span: spanOf(role), message: role.state, data, fixes }
      }
    }
  },
})

type OpenRole = Role & { readonly state: 'empty' | 'bare' | 'named' }

const tasks = ['minutes', 'report', 'moderation'] as const
const mostFixes = 3

function isOpen(role: Role): role is OpenRole {
  return role.state === 'empty' || role.state === 'bare' || role.state === 'named'
}

function spanOf({ state, value, label }: OpenRole): Span {
  return state === 'named' ? value : label
}

/** What the other meetings of the series do is right: a team that names people without handles, or leaves the line empty, is not told to change. */
function isFault(
  minutes: Minutes,
  { state }: Role,
  { held, named, left }: RoleHabit,
  likely: readonly string[],
): boolean {
  if (state === 'named') return held > 2 && held >= named * 9 && likely.length > 0
  if (state === 'bare') return held > 0 || left < 2
  return held > 1 && held >= (named + left) * 2 && minutes.handles.length > 0
}

function presentHandles({ participants }: Minutes): string[] {
  const people = participants
    .flatMap((list) => (list.kind === 'present' ? list.participants : []))
    .flatMap((entry) => entry.people)
  return people.filter(({ isHandle }) => isHandle).map(({ name }) => name)
}

/** Those who were there and had the role before, then those who were there, then those who had it. */
function likeliestFirst(present: readonly string[], { handles }: RoleHabit): string[] {
  const there = new Set(present)
  const before = handles.filter((name) => !there.size || there.has(name))
  return [...new Set([...before, ...present, ...handles])]
}

function fitting({ state, holders }: OpenRole, likely: readonly string[]): readonly string[] {
  return state === 'named' ? likely.filter((handle) => isCalled(handle, holders[0]!.name)) : likely
}

/** Whether "Ines" or "Ines Berg" may be `ines-berg`, `iberg` or `berg42`. */
function isCalled(handle: string, name: string): boolean {
  const letters = handle.toLowerCase()
  return name
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => word.length > 2 && letters.includes(word))
}

function assign({ path, text, handles }: Minutes, role: OpenRole, name: string): Fix {
  const { value, heading } = role
  const end = lineEndOf(text)
  const first = handles[0]
  const bullet = first && /^[*+-][ \t]+$/.exec(text.slice(Math.max(0, first.span.start - 2), first.span.start))?.[0]
  const before = role.state !== 'empty' ? '' : heading ? `${end}${end}${bullet ?? '- '}` : ' '
  return suggestion(`Name @${name}`, path, value, `${before}@${name}`)
}
