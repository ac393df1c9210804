const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env

/**
 * What processes that are measured know of their surroundings. Each Node reads at its start the certificates that a machine adds, for tens of
 * milliseconds: that is no matter of the program.
 */
export const env = rest

/** What servers on Node know of theirs: what VS Code's client tells ours. */
export const envOfServer = { MALLOC_ARENA_MAX: '1', ...env }
