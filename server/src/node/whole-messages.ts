import { Writable } from 'node:stream'

/** Writes each message of LSP in one piece. The library writes its header, then its content, and so whoever reads wakes up twice. */
export class WholeMessages extends Writable {
  readonly #output: Writable
  #header: Buffer | undefined

  constructor(output: Writable) {
    super()
    this.#output = output
    output.on('error', (error) => this.destroy(error))
    output.on('close', () => this.destroy())
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#header === undefined) {
      this.#header = chunk
      done()
      return
    }
    const whole = Buffer.concat([this.#header, chunk])
    this.#header = undefined
    this.#output.write(whole, done)
  }
}
