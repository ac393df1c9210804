/** Words that stand behind an `@` and are no person: all at once, a placeholder, a marker, a program, a term of a language. */
const nobodies = new Set(
  [
    // everybody
    'all attendees channel committee committers contributors core everybody everyone group here maintainers members online participants room team',
    // somebody
    'anybody anyone author fixme handle name nick nickname nobody none owner person reviewer scribe somebody someone speaker tba tbd todo user username you',
    // markers
    'action actions ai aob note',
    // programs
    'allcontributors codecov copilot coveralls cypress dependabot github-actions greenkeeper mergify netlify probot renovate snyk sonarcloud stale vercel',
    // JSON-LD
    'base container context graph id import index json language list nest propagate reverse set type value version vocab',
    // documentation
    'api class constructor default deprecated description enum example exports extends file fileoverview function implements inheritdoc internal license link memberof module namespace override overrides package param params private property protected public readonly return returns see since summary template throws typedef',
    // annotations
    'autowired bean before after beforeeach aftereach classmethod client component connect controller dataclass decorator entity experimental injectable inject input mock namedtype notnull nullable oneof output query requires service staticmethod subscribe suppresswarnings test transactional value',
    // directives
    'apply argument charset container cost defer else extend font-face for forward if include includeif interfaceobject key keyframes layer link media mixin page provides semanticnonnull shareable skip specifiedby starting-style stream supports tailwind use',
    // tags of packages
    'alpha beta canary latest main master nightly next rc stable',
  ].flatMap((words) => words.split(' ')),
)

const program = /(?:-(?:bot|robot|ci)|\bbot)$/
/** `@2x`, `@10am`, `@v2`: a scale, a time, a version. */
const figure = /^(?:v?[0-9]+(?:[._-][0-9]+)*(?:x|am|pm|h|k|m|s|min|utc|uhr)?|v[0-9].*)$/

/** Whether a name behind an `@` is known to be no person's. */
export function isNobody(name: string): boolean {
  const word = name.toLowerCase()
  return nobodies.has(word) || figure.test(word) || program.test(word)
}
