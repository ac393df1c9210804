import { Groups } from '../../collections.ts'
import { folded, lettersOf } from './closeness.ts'

/** Names with the files that have them. Each name is kept once: many meetings have the same topics, and what is typed is compared once. */
export class Names<File> {
  readonly #ids = new Map<string, number>()
  readonly #texts: string[] = []
  readonly #folded: string[] = []
  readonly #letters: number[] = []
  readonly #files = new Groups<number, File>()
  readonly #free: number[] = []

  /** One more than the largest id. */
  get count(): number {
    return this.#texts.length
  }

  /** A file has a name that it did not have. The result is the name's id. */
  add(text: string, file: File): number {
    const id = this.idOf(text) ?? this.#make(text)
    this.#files.add(id, file)
    return id
  }

  /** A file has a name no longer. An id that nobody has goes to another name. */
  remove(id: number, file: File): void {
    this.#files.delete(id, file)
    if (this.#files.has(id)) return
    this.#ids.delete(this.#texts[id]!)
    this.#texts[id] = ''
    this.#folded[id] = ''
    this.#free.push(id)
  }

  idOf(text: string): number | undefined {
    return this.#ids.get(text)
  }

  text(id: number): string {
    return this.#texts[id]!
  }

  folded(id: number): string {
    return this.#folded[id]!
  }

  /** What `lettersOf` says of the name. */
  letters(id: number): number {
    return this.#letters[id]!
  }

  files(id: number): Iterable<File> {
    return this.#files.each(id)
  }

  #make(text: string): number {
    const id = this.#free.pop() ?? this.#texts.length
    const small = folded(text)
    this.#ids.set(text, id)
    this.#texts[id] = text
    this.#folded[id] = small === text ? text : small
    this.#letters[id] = lettersOf(small)
    return id
  }
}
