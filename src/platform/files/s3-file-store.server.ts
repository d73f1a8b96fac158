import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { Refusal } from '../refusal.ts'
import type { FileStore } from './file-store.ts'

export type Bucket = { endpoint: string; bucket: string; region: string; keyId: string; secret: string; prefix: string }

/** Any store that speaks S3 (path style). @throws Refusal file_store_failed with what it answered */
export function s3FileStore({ endpoint, bucket, region, keyId, secret, prefix }: Bucket): FileStore {
  // The key is the hash of the content, so signing does not have to read it a second time.
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: 's3', region, retries: 3 })
  const urlOf = (key: string) => `${endpoint.replace(/\/$/, '')}/${bucket}/${prefix}${key}`
  const said = async (response: Response) =>
    new Refusal('file_store_failed', { detail: `${response.status} ${(await response.text()).slice(0, 200)}` })
  return {
    put: async (key, localPath, { size, mediaType }) => {
      const signed = await client.sign(urlOf(key), {
        method: 'PUT',
        headers: { 'content-type': mediaType, 'content-length': String(size), 'x-amz-content-sha256': key },
      })
      const response = await fetch(signed.url, {
        method: 'PUT',
        headers: signed.headers,
        body: Readable.toWeb(createReadStream(localPath)) as ReadableStream,
        duplex: 'half',
      } as RequestInit)
      if (!response.ok) throw await said(response)
      await response.body?.cancel()
    },
    get: async key => {
      const response = await client.fetch(urlOf(key))
      if (response.status === 404) {
        await response.body?.cancel()
        return null
      }
      if (!response.ok) throw await said(response)
      return response.body
    },
    remove: async key => {
      const response = await client.fetch(urlOf(key), { method: 'DELETE' })
      if (!response.ok && response.status !== 404) throw await said(response)
      await response.body?.cancel()
    },
  }
}
