import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { FileStore } from './file-store.ts'

/** Below <data>/files, which backups contain. A file is there whole or not at all, also after a power cut. */
export function diskFileStore(dataDirectory: string): FileStore {
  const pathOf = (key: string) => join(dataDirectory, 'files', 'attached', key.slice(0, 2), key)
  const exists = (path: string) =>
    stat(path).then(
      () => true,
      () => false,
    )
  return {
    put: async (key, localPath) => {
      const path = pathOf(key)
      if (await exists(path)) return
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const half = `${path}.${process.pid}.half`
      await copyFile(localPath, half)
      const file = await open(half, 'r+')
      await file.sync()
      await file.close()
      await rename(half, path)
    },
    get: async key => {
      const path = pathOf(key)
      if (!(await exists(path))) return null
      return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
    },
    remove: key => rm(pathOf(key), { force: true }),
  }
}
