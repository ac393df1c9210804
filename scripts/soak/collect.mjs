// Runs in the server that is edited with, before it: when it is asked, it collects what nobody needs, and answers with what is left then.
import { setTimeout } from 'node:timers/promises'

const pause = 500

process.on('message', async () => {
  globalThis.gc()
  // What the first one has found to be needless may have held others, and V8 gives memory back only later.
  await setTimeout(pause)
  globalThis.gc()
  await setTimeout(pause)
  process.send(process.memoryUsage())
})
// Nobody has to wait for another question.
process.channel.unref()
