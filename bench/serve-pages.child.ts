import { startServer } from '../src/server.ts'
import { asked, peakMemory } from './child-process.ts'

/** The server in a process of its own, until its parent lets go of it. */
const { url, directory } = asked<{ url: string; directory: string }>()
const server = await startServer({ databaseUrl: url, dataDirectory: directory, port: 0 })
process.send?.({ url: server.url })
process.on('message', () => {
  process.send?.({ memory: peakMemory() }, undefined, undefined, async () => {
    await server.close()
    process.disconnect()
  })
})
