import type { Clock } from '../core/host.ts'

/** Today where the machine is. */
export const systemClock: Clock = {
  today() {
    const now = new Date()
    const two = (part: number) => String(part).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
}
