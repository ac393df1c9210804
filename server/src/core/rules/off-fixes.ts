import { edit, type Fix } from '../repository/fix.ts'
import { readJson, withValue } from '../settings/jsonc.ts'
import { isObject, settingsFile } from '../settings/settings.ts'

/** How a community does without a rule: by a change of `.minutes.json`, given its text. None is offered while that text is broken. */
export function offFixes(settings: string, rule: string): Fix[] {
  const { value, errors } = readJson(settings)
  if (errors.length || !isObject(value)) return []
  const { rules = {} } = value
  if (!isObject(rules)) return []
  const path = ['rules', rule, ...(isObject(rules[rule]) ? ['severity'] : [])]
  return [
    {
      title: `Switch ${rule} off in ${settingsFile}`,
      safety: 'suggested',
      edits: withValue(settings, path, 'off').map(({ span, newText }) => edit(settingsFile, span, newText)),
    },
  ]
}
