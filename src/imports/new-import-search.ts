/** What the address of a new import holds: the upload under way, the import whose set-aside rows were corrected. */
export type NewImportSearch = { upload?: string; of?: number }

const uploadId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Read forgivingly: a damaged link still opens. */
export function newImportSearch(search: Record<string, unknown>): NewImportSearch {
  const of = Number(search.of)
  return {
    upload: typeof search.upload === 'string' && uploadId.test(search.upload) ? search.upload : undefined,
    of: Number.isSafeInteger(of) && of > 0 ? of : undefined,
  }
}
