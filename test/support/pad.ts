import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** The smallest picture that every browser shows. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A server on this machine that answers as pads do, well or badly. It ends with its test. */
export class Pad {
  readonly host: string
  /** The paths that somebody has asked for, with the headers that tell who. */
  readonly asked: readonly string[]
  readonly headers: readonly IncomingMessage['headers'][]

  private constructor(host: string, asked: string[], headers: IncomingMessage['headers'][]) {
    this.host = host
    this.asked = asked
    this.headers = headers
  }

  /** Answers by paths; others are not found. */
  static async start(t: TestContext, answers: Readonly<Record<string, Answer>>): Promise<Pad> {
    const asked: string[] = []
    const headers: IncomingMessage['headers'][] = []
    const server = createServer((request, response) => {
      asked.push(request.url!)
      headers.push(request.headers)
      const answer = answers[request.url!]
      if (answer) answer(response, request)
      else response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    t.after(() => {
      server.closeAllConnections()
      server.close()
    })
    return new Pad(`127.0.0.1:${(server.address() as AddressInfo).port}`, asked, headers)
  }

  url(path: string): string {
    return `http://${this.host}${path}`
  }
}

/** Sends something, as what it is said to be. */
export function sends(bytes: Buffer | string, type = 'image/png'): Answer {
  return (response) => response.writeHead(200, { 'content-type': type }).end(bytes)
}

export function redirects(to: string | (() => string), status = 302): Answer {
  return (response) => response.writeHead(status, { location: typeof to === 'string' ? to : to() }).end()
}

export const misbehaviour = {
  /** Nothing is ever sent. */
  silent: () => {},
  /** A byte now and then. */
  slow: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'image/png' })
    const drops = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(drops))
  },
  /** Half of what was announced. */
  cutOff: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': picture.length })
    response.write(picture.subarray(0, picture.length / 2), () => response.destroy())
  },
  endless: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'image/png' })
    const piece = Buffer.alloc(1024 * 1024)
    const more = () => {
      while (!response.destroyed && response.write(piece));
    }
    response.on('drain', more)
    more()
  },
  busy: (response: ServerResponse) => response.writeHead(429, { 'retry-after': '30' }).end(),
} satisfies Record<string, Answer>
