const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env

/**
 * What processes that are measured know of their surroundings. Each Node reads at its start the certificates that a machine adds, for tens of
 * milliseconds: that is no matter of the program.
 */
export const env = rest

/** The surroundings of a server on Node: what VS Code's client tells ours of the heaps of its threads (`client/src/process-client.ts`) is told to all. */
export const envOfServer = { MALLOC_ARENA_MAX: '1', ...env }
