import { Refusal } from '../refusal.ts'
import { diskFileStore } from './disk-file-store.server.ts'
import type { FileStore } from './file-store.ts'
import { s3FileStore } from './s3-file-store.server.ts'

/**
 * The file store of this installation: a bucket where VITALFEW_S3 says https://host/bucket[/prefix], with
 * VITALFEW_S3_KEY, VITALFEW_S3_SECRET and VITALFEW_S3_REGION (default us-east-1); else the data directory.
 */
export function chosenFileStore(environment: Record<string, string | undefined>, dataDirectory: string): FileStore {
  const {
    VITALFEW_S3: address,
    VITALFEW_S3_KEY: keyId,
    VITALFEW_S3_SECRET: secret,
    VITALFEW_S3_REGION: region = 'us-east-1',
  } = environment
  if (!address) return diskFileStore(dataDirectory)
  if (!URL.canParse(address) || !keyId || !secret) throw new Refusal('file_store_settings_invalid')
  const { origin, pathname } = new URL(address)
  const [bucket, ...rest] = pathname.split('/').filter(Boolean)
  if (!bucket) throw new Refusal('file_store_settings_invalid')
  const prefix = rest.length > 0 ? `${rest.join('/')}/` : ''
  return s3FileStore({ endpoint: origin, bucket, region, keyId, secret, prefix })
}
