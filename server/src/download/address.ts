/**
 * The hosts from which something may be downloaded, each with its port where it has one (`pad.example.org`, `127.0.0.1:3000`), in small letters.
 */
export type Hosts = ReadonlySet<string>

/** Why nothing is downloaded from an address, or `undefined`: what goes on in "ADDRESS …", without a full stop. */
export function whyNotFrom({ protocol, host, hostname, username, password }: URL, hosts: Hosts): string | undefined {
  const isEncrypted = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  // Anybody on the way could put something else there.
  if (!isEncrypted) return 'leads to an address that is not encrypted'
  if (username || password) return 'holds a password, which is not sent'
  return hosts.has(host) ? undefined : `leads to ${host}, from which nobody has asked for anything`
}

/** The host of a URL; `undefined` for what is none. */
export function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined
}

/** Whether a host is this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname)
}
