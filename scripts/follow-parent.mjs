// Loaded before a program that run-program.mjs starts: when that launcher is killed, the program ends too.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
