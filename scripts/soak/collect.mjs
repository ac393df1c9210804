// Runs in the server that is edited with, before it: when it is asked, it collects what nobody needs, and answers with what is left then.
process.on('message', () => {
  globalThis.gc()
  process.send(process.memoryUsage())
})
// Nobody has to wait for another question.
process.channel.unref()
