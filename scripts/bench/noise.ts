import { type Figure, repeated, timed, timesFigure } from './figure.ts'

const runs = 200
const turns = 2_000_000

/** The same short work again and again: where its p95 is a multiple of its median, so are those of all other figures, whatever they measure. */
export async function measureNoise(): Promise<Figure> {
  const loop = async () => {
    let sum = 0
    for (let turn = 0; turn < turns; turn += 1) sum = (sum + turn) | 0
    return sum
  }
  return timesFigure('a loop that does nothing: the noise here', await repeated(runs, () => timed(loop)))
}
