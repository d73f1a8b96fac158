import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
  const follow = new URL('./follow-parent.mjs', import.meta.url).href
  const path = [dirname(node), join(checkout, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(node, ['--import', follow, join(checkout, program), ...parameters], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path },
  })
  // A Ctrl-C in the terminal reaches the child by itself as well; it takes both for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const unwatch = whenCallerIsGone(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      unwatch()
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
      resolve(undefined)
      // An open pipe of a parent must not keep us.
      process.exit()
    })
  })
}

/** Calls once when the npm or npx that started us has been killed, which tells nobody of it. */
function whenCallerIsGone(act) {
  if (!process.env.npm_execpath) return () => undefined
  const before = callers()
  const timer = setInterval(() => {
    if (callers() === before) return
    clearInterval(timer)
    act()
  }, 200)
  return () => clearInterval(timer)
}

/** Our parent, and where that is the shell that npm puts in between, its parent. */
function callers() {
  const parent = process.ppid
  try {
    const [program, flag] = readFileSync(`/proc/${parent}/cmdline`, 'utf8').split('\0')
    if (flag !== '-c' || !/(^|\/)(sh|dash|bash|ash|busybox)$/.test(program)) return String(parent)
    const stat = readFileSync(`/proc/${parent}/stat`, 'latin1')
    return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    // Gone, or a system without /proc, where the shell replaces itself.
    return String(process.ppid)
  }
}
