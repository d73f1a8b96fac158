import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../../web/api.ts'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { accountFieldName } from '../account-field-words.ts'

/** Takes a merge back and says what somebody had changed meanwhile. Figures of every page may have moved. */
export function useUndoMerge() {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: { id: number }) => client.merge.undo({ id }),
    onSuccess: async ({ merge, kept }) => {
      const fields = kept.map(field => accountFieldName(field, language)).join(', ')
      sayDone(
        kept.length === 0
          ? t`${merge.loserName} is an account of its own again.`
          : t`${merge.loserName} is an account of its own again. Changed since, and kept: ${fields}.`,
      )
      await queries.invalidateQueries()
    },
    onError: sayFailed,
  })
}
