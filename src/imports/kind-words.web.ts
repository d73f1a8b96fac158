import { useLanguage } from '../web/use-format.ts'
import { capital } from './capital.ts'
import { fieldOf, type ImportKind, kindWords, tableKinds } from './fields.ts'

/** Names of kinds and fields in the reader's language. */
export function useKindWords() {
  const language = useLanguage()
  return {
    kind: (kind: ImportKind) => capital(kindWords[kind][language]),
    kindInside: (kind: ImportKind) => kindWords[kind][language],
    field: (kind: ImportKind, field: string) => capital(fieldOf(kind, field)?.words[language] ?? field),
    fieldInside: (kind: ImportKind, field: string) => fieldOf(kind, field)?.words[language] ?? field,
    kinds: tableKinds.map(kind => ({ value: kind, label: capital(kindWords[kind][language]) })),
  }
}
