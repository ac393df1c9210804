import * as v from 'valibot'
import { passcodesOf, personalNumbersOf } from '../../minutes/dial-in.ts'
import { secretsOf } from '../../minutes/secret.ts'
import type { Repository } from '../../repository/repository.ts'
import { defineRule } from '../rule.ts'

const options = v.object({
  passcodes: v.optional(
    v.pipe(
      v.boolean('"passcodes" is true or false.'),
      v.description(
        'Whether passcodes of meetings are reported wherever they stand, those in invitations and links too.',
      ),
    ),
    false,
  ),
})

export default defineRule({
  id: 'private-detail',
  title: 'Secret or number that is not for the public',
  severity: 'warning',
  fix: 'none',
  scope: 'markdown',
  options,
  messages: {
    token:
      'This looks like an access token of {issuer}. Whoever reads these minutes can use it, and the history keeps it. Revoke it there, then remove it.',
    key: 'This is a private key. Whoever reads these minutes can use it, and the history keeps it. Replace the key, then remove it.',
    password:
      'This looks like a password or a key. Whoever reads these minutes can use it, and the history keeps it. Change it, then remove it.',
    dialIn:
      'With this number and its code, whoever reads these minutes can join the call. Change the code, and write where members find it.',
    phone: 'This is a personal number, and minutes are public. Ask its owner, or remove it.',
    passcode:
      'With this code, whoever reads these minutes can join the meeting. Change it, and write where members find it.',
  },
  *check({ minutes, repository, options }) {
    const { scan, facts } = minutes
    for (const { kind, span, issuer } of secretsOf(scan)) yield { span, message: kind, data: { issuer } }
    for (const span of personalNumbersOf(scan, facts)) yield { span, message: 'phone' }
    const dialIns = minutes.dialIns.filter(
      ({ invites, number }) => !invites && !isPublic(repository, minutes.path, number),
    )
    for (const { span } of dialIns) yield { span, message: 'dialIn' }
    if (!options.passcodes) return
    const known = new Set(dialIns.map(({ span }) => span.end))
    for (const span of passcodesOf(scan)) if (!known.has(span.end)) yield { span, message: 'passcode' }
  },
})

/** What stands in other minutes as well is the room of an open call. */
function isPublic(repository: Repository, path: string, number: string): boolean {
  for (const summary of repository.summaries) if (summary.path !== path && summary.dialIns.includes(number)) return true
  return false
}
