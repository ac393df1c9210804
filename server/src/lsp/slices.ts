import type { ServerHost } from './host.ts'

/** How long work that nobody waits for may keep messages waiting. */
const sliceMilliseconds = 2

/**
 * Takes all steps of a long work, in slices between which the server answers. `took` is told of the steps of each slice; when its answer is
 * `false`, the rest is left. The result is whether all was done.
 */
export function inSlices<Step>(
  steps: Iterator<Step>,
  { later }: Pick<ServerHost, 'later'>,
  took: (steps: readonly Step[]) => boolean,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const slice = () => {
      try {
        const { taken, isDone } = sliceOf(steps)
        const goesOn = took(taken)
        if (isDone || !goesOn) resolve(isDone)
        else later(slice)
      } catch (error) {
        reject(error)
      }
    }
    later(slice)
  })
}

function sliceOf<Step>(steps: Iterator<Step>): { taken: Step[]; isDone: boolean } {
  const taken: Step[] = []
  for (const end = Date.now() + sliceMilliseconds; Date.now() < end; ) {
    const { done, value } = steps.next()
    if (done) return { taken, isDone: true }
    taken.push(value)
  }
  return { taken, isDone: false }
}
