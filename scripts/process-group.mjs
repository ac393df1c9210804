// A program with all programs that it starts: they end together, and the last of them is waited for.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

/** Windows has no groups: there the program stands for all of its own. */
const hasGroups = process.platform !== 'win32'
/** Milliseconds between two looks at whether all have ended, and how often is looked before they are made to end, and again after it. */
const pause = 100
const looks = 50

/**
 * @typedef {object} Group
 * @property {import('node:child_process').ChildProcess} leader
 * @property {() => Promise<void>} stop asks the leader to end
 * @property {Promise<void>} ended resolves when the last process of the group has ended, some seconds after the leader at most
 */

/**
 * Starts a program. Its group ends with it, a few seconds later at most, and with this process, whatever ends that: the terminal's signals do not
 * come to a group of its own, so they are handed on.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Group}
 */
export function startGroup(program, args, options) {
  const leader = spawn(program, args, { ...options, detached: hasGroups })
  const kill = () => signalGroup(leader, 'SIGKILL')
  const handOn = (/** @type {NodeJS.Signals} */ signal) => {
    signalGroup(leader, 'SIGTERM')
    // Whoever listens as well decides what becomes of this process.
    if (!process.listenerCount(signal)) process.kill(process.pid, signal)
  }
  process.once('exit', kill)
  for (const signal of signals) process.once(signal, handOn)
  /** @type {Promise<void> | undefined} */
  let gone
  const goneTogether = () => (gone ??= groupGone(leader))
  const ended = once(leader, 'close')
    .catch(() => {})
    .then(goneTogether)
    .finally(() => {
      process.off('exit', kill)
      for (const signal of signals) process.off(signal, handOn)
    })
  const stop = () => {
    leader.kill('SIGTERM')
    void goneTogether()
    return ended
  }
  return { leader, stop, ended }
}

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** @param {import('node:child_process').ChildProcess} leader */
async function groupGone(leader) {
  await emptied(leader)
  // What is left even then has ended, but nobody has asked how: some containers have no process that does.
  if (signalGroup(leader, 'SIGKILL')) await emptied(leader)
}

/** @param {import('node:child_process').ChildProcess} leader */
async function emptied(leader) {
  for (let look = 0; look < looks && signalGroup(leader, 0); look += 1) await setTimeout(pause)
}

/**
 * @param {import('node:child_process').ChildProcess} leader
 * @param {NodeJS.Signals | 0} signal 0 does nothing
 * @returns {boolean} whether there was any process of the group
 */
function signalGroup(leader, signal) {
  if (leader.pid === undefined) return false
  if (!hasGroups) return leader.exitCode === null && leader.signalCode === null && leader.kill(signal)
  try {
    return process.kill(-leader.pid, signal)
  } catch {
    return false
  }
}
