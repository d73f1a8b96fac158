import { type ImportKind, isImportKind } from './fields.ts'

/** What the address of the imports' history holds: one kind, one source. */
export type ImportsSearch = { kind?: ImportKind; source?: string }

/** Read forgivingly: a damaged link still opens. */
export function importsSearch(search: Record<string, unknown>): ImportsSearch {
  const source = search.source === undefined ? '' : String(search.source).trim().slice(0, 60)
  return { kind: isImportKind(search.kind) ? search.kind : undefined, source: source || undefined }
}
