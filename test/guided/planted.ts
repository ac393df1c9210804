/** A law with a mistake behind conditions that an input meets one by one. */
export function planted(text: string): void {
  if (text.startsWith('# ')) {
    if (text.startsWith('# Harbour')) {
      if (text.startsWith('# Harbour\n')) {
        if (text.startsWith('# Harbour\nMinutes: ')) {
          if (text.startsWith('# Harbour\nMinutes: none yet')) throw new Error('planted')
        }
      }
    }
  }
}
