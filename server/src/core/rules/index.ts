// Generated from the folders beside this file by `npm run generate`. Do not edit.
import brokenMinutesLink from './broken-minutes-link/rule.ts'
import brokenRelativeLink from './broken-relative-link/rule.ts'
import copiedMinutes from './copied-minutes/rule.ts'
import dateMismatch from './date-mismatch/rule.ts'
import implausibleDate from './implausible-date/rule.ts'
import irregularFileName from './irregular-file-name/rule.ts'
import leftoverPlaceholder from './leftover-placeholder/rule.ts'
import malformedHandle from './malformed-handle/rule.ts'
import malformedLink from './malformed-link/rule.ts'
import mismatchedHandleLink from './mismatched-handle-link/rule.ts'
import mismatchedIssueLabel from './mismatched-issue-label/rule.ts'
import misplacedFrontMatter from './misplaced-front-matter/rule.ts'
import missingImage from './missing-image/rule.ts'
import missingMinutesLine from './missing-minutes-line/rule.ts'
import outdatedMinutesLink from './outdated-minutes-link/rule.ts'
import padImageSize from './pad-image-size/rule.ts'
import privateDetail from './private-detail/rule.ts'
import remoteImage from './remote-image/rule.ts'
import repeatedParticipant from './repeated-participant/rule.ts'
import type { Rule } from './rule.ts'
import staleMinutesLine from './stale-minutes-line/rule.ts'
import swappedAction from './swapped-action/rule.ts'
import unassignedAction from './unassigned-action/rule.ts'
import unassignedRole from './unassigned-role/rule.ts'
import unknownHandle from './unknown-handle/rule.ts'
import unsavedImage from './unsaved-image/rule.ts'
import uselessAllow from './useless-allow/rule.ts'
import vanishedAction from './vanished-action/rule.ts'

export const rules: readonly Rule[] = [
  brokenMinutesLink,
  brokenRelativeLink,
  copiedMinutes,
  dateMismatch,
  implausibleDate,
  irregularFileName,
  leftoverPlaceholder,
  malformedHandle,
  malformedLink,
  mismatchedHandleLink,
  mismatchedIssueLabel,
  misplacedFrontMatter,
  missingImage,
  missingMinutesLine,
  outdatedMinutesLink,
  padImageSize,
  privateDetail,
  remoteImage,
  repeatedParticipant,
  staleMinutesLine,
  swappedAction,
  unassignedAction,
  unassignedRole,
  unknownHandle,
  unsavedImage,
  uselessAllow,
  vanishedAction,
] as unknown as readonly Rule[]
