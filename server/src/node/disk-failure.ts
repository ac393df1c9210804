const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'such a file is there already, and stays as it is.',
  EACCES: 'the folder is write-protected. Make it writable.',
  EPERM: 'the folder is write-protected. Make it writable.',
  EROFS: 'the file system is read-only.',
  ENOSPC: 'the disk is full. Make room, and run the command again.',
  EDQUOT: 'your share of the disk is full. Make room, and run the command again.',
}

/** Why the disk takes no file, and what to do: a sentence that goes on behind "is not written:". */
export function diskFailure(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return reasons[code ?? ''] ?? message
}
