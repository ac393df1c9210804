import type { Reason } from './failure.ts'

/**
 * The hosts from which something may be downloaded, each with its port where it has one (`pad.example.org`, `127.0.0.1:3000`), in small letters.
 */
export type Hosts = ReadonlySet<string>

/** Why nothing is downloaded from an address, or `undefined`. */
export function whyNotFrom({ protocol, host, hostname, username, password }: URL, hosts: Hosts): Reason | undefined {
  const isEncrypted = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  // Anybody on the way could put something else there.
  if (!isEncrypted) return { code: 'unencrypted' }
  if (username || password) return { code: 'password' }
  return hosts.has(host) ? undefined : { code: 'foreign-host', host }
}

/** The host of a URL; `undefined` for what is none. */
export function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined
}

/** Whether a host is this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname)
}
