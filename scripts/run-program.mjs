import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { checkout, nodeOfProduct, SetupFailure } from './setup.mjs'

/**
 * Runs a program of the checkout under the product's Node, in a process of its own that gets our signals and
 * whose exit code becomes ours. It ends when we are killed, and we end it when the npm that called us is.
 * @param {string} program path within the checkout
 * @param {string[]} parameters
 */
export function runProgram(program, parameters) {
  const node = nodeOfProduct()
  if (!node) throw new SetupFailure('This checkout is not set up yet: run npm run setup.')
  const child = spawn(
    node,
    ['--import', new URL('./follow-parent.mjs', import.meta.url).href, join(checkout, program), ...parameters],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        PATH: [dirname(node), join(checkout, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      },
    },
  )
  // A Ctrl-C in the terminal reaches the child by itself as well; it takes both for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const caller = process.ppid
  const watch = process.env.npm_execpath
    ? setInterval(() => process.ppid !== caller && child.kill('SIGTERM'), 250)
    : undefined
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
      if (child.connected) child.disconnect()
      resolve(undefined)
      // Handlers of signals keep nothing alive, yet a parent's open pipe might.
      process.exit()
    })
  })
}
