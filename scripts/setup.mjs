// Gets this checkout ready: Node 24 where the machine's is older, then the packages of package-lock.json.
// Depends on nothing but any Node from 20 up and npm, and does nothing when nothing changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withSetupLock } from './setup-lock.mjs'

export const checkout = fileURLToPath(new URL('..', import.meta.url))
const nodeVersion = '24.21.0'
const oldestNode = 24
const windows = process.platform === 'win32'
const stamp = join(checkout, 'node_modules', '.vitalfew-lock')

/** A failure that the user can act on: printed as one sentence, without a trace. */
export class SetupFailure extends Error {}

/** The Node that runs the product: this one if it is new enough, else the fetched one; null before the setup. */
export function nodeOfProduct() {
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) return process.execPath
  const fetched = fetchedNode()
  return existsSync(fetched) ? fetched : null
}

/** Whether the packages are those of the lock. */
export function packagesAreCurrent() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()
}

/** @param {(line: string) => void} say */
export async function setUp(say = line => process.stdout.write(`${line}\n`)) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new SetupFailure(`Vitalfew needs Node 20 or newer to set itself up; this is ${process.versions.node}.`)
  if (isReady()) return
  const boot = join(checkout, '.boot')
  try {
    mkdirSync(boot, { recursive: true })
    await withSetupLock(join(boot, 'setup.lock'), say, () => {
      if (!isReady()) install(say)
    })
  } catch (error) {
    throw error instanceof SetupFailure ? error : new SetupFailure(explain(`${error.code} ${error.message}`))
  }
}

const isReady = () => runs(nodeOfProduct()) && packagesAreCurrent() && existsSync(commandLink())

function install(say) {
  if (!runs(nodeOfProduct())) {
    say(`Fetching Node ${nodeVersion} from the npm registry (this machine has ${process.versions.node}) …`)
    const wanted = `${nodePackage()}@${nodeVersion}`
    rmSync(join(checkout, '.boot', 'node_modules'), { recursive: true, force: true })
    npm(process.execPath, ['install', '--no-save', '--no-package-lock', '--prefix', join(checkout, '.boot'), wanted])
    if (!runs(fetchedNode()))
      throw new SetupFailure(`The fetched ${wanted} does not run on this machine; install Node 24 yourself.`)
  }
  if (!packagesAreCurrent()) {
    const count = Object.keys(JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')).packages).length - 1
    say(`Installing the packages of package-lock.json (${count} with those of other systems) …`)
    const start = Date.now()
    const hash = lockHash()
    rmSync(stamp, { force: true })
    npm(nodeOfProduct(), ['ci', '--include=dev', '--include=optional'])
    writeFileSync(stamp, hash)
    say(`Packages installed in ${Math.round((Date.now() - start) / 1000)} s.`)
  }
  linkCommand()
}

function runs(node) {
  if (node === process.execPath) return true
  return node !== null && existsSync(node) && spawnSync(node, ['--version']).stdout?.toString().startsWith('v24.')
}

function nodePackage() {
  return `node-${windows ? 'win' : process.platform}-${process.arch}`
}

function fetchedNode() {
  return join(checkout, '.boot', 'node_modules', nodePackage(), 'bin', windows ? 'node.exe' : 'node')
}

function lockHash() {
  const hash = createHash('sha256').update(readFileSync(join(checkout, 'package-lock.json')))
  return hash.update(`${process.platform}-${process.arch}`).digest('hex')
}

/** Runs npm under the given Node, wherever npm came from; its output is shown only when it fails. */
function npm(node, parameters) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--no-progress']
  const patient = ['--fetch-retries=3', '--fetch-retry-factor=2', '--fetch-retry-mintimeout=2000']
  const all = [...parameters, ...quiet, ...patient]
  const cli = process.env.npm_execpath
  const known = cli && /npm-cli\.c?js$/.test(cli) && existsSync(cli)
  const env = { ...process.env, NODE_ENV: '', PATH: [dirname(node), process.env.PATH].join(delimiter) }
  const run = known
    ? spawnSync(node, [cli, ...all], { cwd: checkout, env, encoding: 'utf8', maxBuffer: 64e6 })
    : spawnSync('npm', all, { cwd: checkout, env, encoding: 'utf8', maxBuffer: 64e6, shell: windows })
  if (run.signal) throw new SetupFailure(`npm was stopped (${run.signal}); start again to finish the setup.`)
  if (run.error?.code === 'ENOENT') throw new SetupFailure('npm is not on the PATH; install it (it comes with Node).')
  if (run.status !== 0) throw new SetupFailure(explain(`${run.stderr}\n${run.stdout}`))
}

/** One sentence from what npm or the file system said. */
export function explain(output) {
  if (/ENOSPC|no space left/i.test(output))
    return `There is no space left on the disk of ${checkout} (about 2 GB are needed).`
  const place = output.match(/(?:EACCES|EPERM|EROFS)[^\n]*?'([^']+)'/)
  if (/EACCES|EPERM|EROFS/.test(output))
    return `${place?.[1] ?? checkout} cannot be written by this user; give it the checkout or clone another.`
  const network = output.match(
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EIDLETIMEOUT|ERR_SOCKET_TIMEOUT/,
  )
  if (network)
    return `The npm registry cannot be reached (${network[0]}); check the network or the proxy of npm and start again.`
  if (/E401|E403/.test(output)) return 'The npm registry refuses access; check the registry and token in your .npmrc.'
  if (/E404|ETARGET/.test(output)) return `The npm registry lacks a package that is needed: ${firstLine(output)}.`
  return `npm could not install the packages: ${firstLine(output)}.`
}

function firstLine(output) {
  const lines = output.split('\n').map(line => line.replace(/^npm (error|ERR!)\s*/, '').trim())
  return (lines.find(line => line.length > 0 && !/^(code|errno|syscall)\b/.test(line)) ?? 'it gave no reason').replace(
    /\.$/,
    '',
  )
}

function commandLink() {
  return join(checkout, 'node_modules', '.bin', windows ? 'vitalfew.cmd' : 'vitalfew')
}

/** npm links the commands of dependencies, not the checkout's own; `npx vitalfew` looks here. */
function linkCommand() {
  mkdirSync(dirname(commandLink()), { recursive: true })
  rmSync(commandLink(), { force: true })
  if (windows) writeFileSync(commandLink(), '@node "%~dp0\\..\\..\\bin\\vitalfew.mjs" %*\r\n')
  else {
    symlinkSync('../../bin/vitalfew.mjs', commandLink())
    chmodSync(join(checkout, 'bin', 'vitalfew.mjs'), 0o755)
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const nothingToDo = isReady()
    await setUp()
    process.stdout.write(nothingToDo ? 'Everything is set up already.\n' : 'Set up. Next: npm start\n')
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
