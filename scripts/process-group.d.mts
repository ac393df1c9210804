export type Group = {
    leader: import('node:child_process').ChildProcess;
    /**
     * asks the leader to end
     */
    stop: () => Promise<void>;
    /**
     * resolves when the last process of the group has ended
     */
    ended: Promise<void>;
};
/**
 * @typedef {object} Group
 * @property {import('node:child_process').ChildProcess} leader
 * @property {() => Promise<void>} stop asks the leader to end
 * @property {Promise<void>} ended resolves when the last process of the group has ended
 */
/**
 * Starts a program. Its group ends with it, a few seconds later at most, and with this process, whatever ends that: the terminal's signals do not
 * come to a group of its own, so they are handed on.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Group}
 */
export declare function startGroup(program: string, args: readonly string[], options: import('node:child_process').SpawnOptions): Group;
