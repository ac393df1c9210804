import { setFlagsFromString } from 'node:v8'

/**
 * Keeps V8's heap near the size of what is in use. A young generation that grows takes memory and makes nothing faster, so it stays as small
 * as it starts. What a keystroke leaves behind then often grows old before it is garbage, and by default V8 lets that pile up to more than
 * what is in use: here it clears away once a third has come on top (`npm run bench`).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
}

/** What the server asks of V8. */
export function tuneForServer(): void {
  keepHeapSmall()
  compilePatterns()
  optimizeLate(late.server)
}

/** How much work V8 lets a function do before it optimises it, in its own unit, of which it allows 67,584 by itself. */
export const late = { check: 300_000, server: 1_000_000 }

/**
 * Lets V8 optimise a function only after several times as much work as usual. A check of a few hundred files is over before much of optimised
 * code pays, and takes half of the processor's time so; what a second core optimises meanwhile makes it a little shorter still. In an editor,
 * what is optimised while somebody types makes single keystrokes wait, and fills memory (`npm run bench`). What is really busy, as in large
 * repositories, is optimised all the same, a little later. From version 12 on, V8 counts calls in place of work, and would complain on stderr.
 */
export function optimizeLate(budget: number): void {
  if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString(`--interrupt-budget=${budget}`)
}

/**
 * Lets V8 compile a pattern when it is first used, where it would else interpret it first. Each pattern here is used in hundreds of texts: a
 * check of a repository takes 4 % fewer instructions so.
 */
export function compilePatterns(): void {
  setFlagsFromString('--no-regexp-tier-up')
}
