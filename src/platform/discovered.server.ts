import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What a file of a room offers under a name that is asked for. */
export type Discovered<Part> = {
  /** Below the folder, with '/': 'engage/visits/visits.signals.server.ts'. */
  path: string
  part: Part
}

const sources = fileURLToPath(new URL('../', import.meta.url))
const found = new Map<string, Promise<Discovered<unknown>[]>>()

/**
 * The default exports of all files below src whose name ends in `suffix` ('.signals.server.ts'), in the order of their
 * paths. A room offers a part by its file's name alone; nothing is wired. The tree is read once a process.
 *
 * `names` says what a part claims for itself (its kinds of signals, its section of the brief); two files that claim the
 * same are an error, and so is a file without a default export.
 */
export function discovered<Part>(
  suffix: `.${string}.server.ts`,
  names: (part: Part) => readonly string[] = () => [],
  folder: string = sources,
): Promise<Discovered<Part>[]> {
  const key = `${folder} ${suffix}`
  let parts = found.get(key) as Promise<Discovered<Part>[]> | undefined
  if (!parts) {
    parts = discover(suffix, names, folder)
    found.set(key, parts)
    // What failed is tried again by the next who asks.
    parts.catch(() => found.delete(key))
  }
  return parts
}

async function discover<Part>(
  suffix: string,
  names: (part: Part) => readonly string[],
  folder: string,
): Promise<Discovered<Part>[]> {
  const paths = (await readdir(folder, { recursive: true }))
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith(suffix))
    .sort()
  const parts = await Promise.all(
    paths.map(async path => {
      const module: { default?: Part } = await import(pathToFileURL(join(folder, path)).href)
      if (module.default === undefined) throw new Error(`${path} has no default export.`)
      return { path, part: module.default }
    }),
  )
  const claimedBy = new Map<string, string>()
  for (const { path, part } of parts)
    for (const name of names(part)) {
      const other = claimedBy.get(name)
      if (other) throw new Error(`“${name}” is offered by ${other} and by ${path}.`)
      claimedBy.set(name, path)
    }
  return parts
}
