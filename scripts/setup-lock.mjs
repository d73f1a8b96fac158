import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * One setup at a time; the others wait. Works on Node 20, which has no lock of its own: the lock is a file with
 * the process in it, made whole by a link, and taken over when that process is gone.
 * @param {string} file
 * @param {(line: string) => void} say
 * @param {() => void | Promise<void>} work
 */
export async function withSetupLock(file, say, work) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, `${process.pid} ${startOf(process.pid)}`)
  let told = false
  try {
    while (!take(mine, file)) {
      const holder = read(file)
      if (holder !== null && !lives(holder)) takeAway(file, holder)
      else {
        if (!told)
          say(`Another setup of this checkout is under way (process ${holder?.split(' ')[0]}), waiting for it …`)
        told = true
        await sleep(200)
      }
    }
    try {
      await work()
    } finally {
      rmSync(file, { force: true })
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

function take(mine, file) {
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function lives(holder) {
  const [pid, start] = holder.split(' ')
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  return startOf(Number(pid)) === (start ?? '')
}

/** When the process began, in clock ticks since boot: tells it from a later one with the same number. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** By renaming, of which only one of several waiters succeeds; what turns out to be a fresh lock is put back. */
function takeAway(file, holder) {
  const stale = `${file}.stale.${process.pid}`
  try {
    renameSync(file, stale)
  } catch {
    return
  }
  if (read(stale) !== holder) {
    try {
      linkSync(stale, file)
    } catch {
      // Somebody holds it already.
    }
  }
  rmSync(stale, { force: true })
}
