import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvChunks, type DemoFile } from './demo-files.ts'

/** Writes the file into the folder as UTF-8 and answers with its path. */
export async function writeDemoFile(directory: string, file: DemoFile): Promise<string> {
  const path = join(directory, file.name)
  await pipeline(Readable.from(csvChunks(file)), createWriteStream(path))
  return path
}
