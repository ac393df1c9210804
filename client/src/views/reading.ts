import { l10n, ProgressLocation, window } from 'vscode'

/** Reading that ends by then needs no word. */
const patienceMilliseconds = 1500

/** Shows in the status bar how many files have been read, where that takes longer than somebody waits: what needs the others has to wait. */
export async function showReading(read: (count: (files: number) => void) => Promise<void>): Promise<void> {
  let files = 0
  let tell = () => {}
  const done = read((more) => {
    files += more
    tell()
  })
  const show = () =>
    window.withProgress({ location: ProgressLocation.Window }, (progress) => {
      tell = () =>
        progress.report({
          message:
            files === 1
              ? l10n.t('Minutes has read 1 file so far. What needs the others has to wait.')
              : l10n.t('Minutes has read {0} files so far. What needs the others has to wait.', files),
        })
      tell()
      return done.catch(() => {})
    })
  const shown = setTimeout(show, patienceMilliseconds)
  await done.finally(() => clearTimeout(shown))
}
