import type { Minutes } from '../../minutes/minutes.ts'
import type { Role } from '../../minutes/role.ts'
import { lineAround } from '../../text/lines.ts'
import { lastUpTo } from '../../text/search.ts'
import { touches } from '../../text/span.ts'

/** The role whose answer stands at an offset, or is to be typed there. */
export function roleAt({ text, roles }: Minutes, offset: number): Role | undefined {
  const role = lastUpTo(roles, offset, ({ label }) => label.end)
  if (!role) return undefined
  const isOnLine = !role.heading && offset <= lineAround(text, role.label.end).end
  return isOnLine || touches(role.value, offset) ? role : undefined
}

/** A role without an answer, when an offset stands behind the colon of its line. */
export function openRoleAt(minutes: Minutes, offset: number): Role | undefined {
  const role = roleAt(minutes, offset)
  if (!role || role.heading || role.state !== 'empty') return undefined
  return /^[*_]{0,3}[ \t]?:[*_]{0,3}[ \t]*$/.test(minutes.text.slice(role.label.end, offset)) ? role : undefined
}
