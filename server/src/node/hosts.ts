import { type Hosts, hostOf } from '../download/address.ts'
import { Misuse } from './misuse.ts'
import type { Terminal } from './terminal.ts'

/** The hosts that somebody names, or that the beginnings of URLs have. Throws a Misuse for what is no host. */
export function namedHosts(written: readonly string[]): Hosts {
  return new Set(
    written.map((one) => {
      const host = hostOf(one.includes('://') ? one : `https://${one}`)
      if (host) return host
      throw new Misuse(`"${one}" is no host. Write one as in "pad.example.org".`)
    }),
  )
}

/** The known hosts, and those of some URLs to which a person agrees, who is asked once. */
export async function allowedHosts(
  urls: readonly string[],
  known: Hosts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Hosts> {
  const others = [...new Set(urls.flatMap((url) => hostOf(url) ?? []))].filter((host) => !known.has(host))
  if (!others.length || !terminal.ask) return known
  const isAgreed = await terminal.ask(`Download from ${others.join(', ')}?`, signal)
  return isAgreed ? new Set([...known, ...others]) : known
}
