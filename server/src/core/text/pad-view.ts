/** The path or URL of a note on a pad without the way in which it is shown: `/boats/edit` is `/boats`. */
export function withoutView(path: string): string {
  return path.replace(/\/(?:edit|view|both|slide|publish|download)$/i, '')
}
