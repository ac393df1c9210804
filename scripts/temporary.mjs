// Removes temporary folders into which programs that are about to end may still write.
import { rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const attempts = 10
const pause = 200

/**
 * Removes a folder and all that is in it. Where something is written into it all the while, it is removed when this process exits; what
 * stays even then is told on stderr. It never fails: a folder that is left over is no fault of what was done in it.
 * @param {string} folder
 * @param {(folder: string) => void} [remove]
 * @param {number} [wait] milliseconds between attempts
 */
export async function removeTemporary(folder, remove = removeAll, wait = pause) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt) await setTimeout(wait)
    if (!failure(folder, remove)) return
  }
  process.once('exit', () => {
    const error = failure(folder, remove)
    if (error) console.warn(`The temporary folder ${folder} could not be removed: ${error}`)
  })
}

/** @param {string} folder */
function removeAll(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 2 })
}

/**
 * @param {string} folder
 * @param {(folder: string) => void} remove
 */
function failure(folder, remove) {
  try {
    remove(folder)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
