const plain = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/
const longest = 39

/** Whether a name is one that GitHub allows: letters, digits, and single hyphens between them. */
export function isPlainName(name: string): boolean {
  return name.length <= longest && plain.test(name)
}
