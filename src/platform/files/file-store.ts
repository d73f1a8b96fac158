/** Where the bytes of attached files lie: a folder of ours, or a bucket that speaks S3. Keys are SHA-256 in hex. */
export type FileStore = {
  /** Keeps the bytes of a local file; storing the same key again changes nothing. */
  put: (key: string, localPath: string, facts: { size: number; mediaType: string }) => Promise<void>
  /** Null where there is nothing under the key. */
  get: (key: string) => Promise<ReadableStream<Uint8Array> | null>
  remove: (key: string) => Promise<void>
}
