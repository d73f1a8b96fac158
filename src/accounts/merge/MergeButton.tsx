import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { ConfirmDialog } from '../../web/feedback/ConfirmDialog.tsx'
import { sayUndoable } from '../../web/feedback/say.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import type { AccountField } from '../account.ts'
import { accountFieldName } from '../account-field-words.ts'
import type { ComparedSide } from './merge.web.ts'
import { useUndoMerge } from './use-undo-merge.web.ts'

type Props = {
  survivor: ComparedSide
  other: ComparedSide
  take: AccountField[]
  onMerged: (survivorId: number) => void
}

/** Merges after a question that names what happens; afterwards it can be taken back. */
export function MergeButton({ survivor, other, take, onMerged }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const queries = useQueryClient()
  const undo = useUndoMerge()
  const [asked, setAsked] = useState(false)
  const merge = useMutation(
    api.merge.merge.mutationOptions({
      onSuccess: async done => {
        onMerged(done.survivorId)
        sayUndoable(t`${done.loserName} is now part of ${done.survivorName}.`, () => undo.mutate(done))
        await queries.invalidateQueries()
      },
    }),
  )
  const values = take.map(field => accountFieldName(field, language)).join(', ')
  return (
    <>
      <Button onClick={() => setAsked(true)}>
        <Trans>Merge into {survivor.code}</Trans>
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t`Merge ${other.values.name} into ${survivor.values.name}`}
        losses={[
          t`${format.count(other.history.documents)} documents, ${format.count(other.history.contacts)} contacts and all that hangs on ${other.code} go to ${survivor.code}.`,
          take.length > 0 && t`Taken over: ${values}.`,
          t`${other.code} leaves every list; files and searches find ${survivor.code} under its codes.`,
        ].filter(Boolean)}
        action={t`Merge the accounts`}
        onConfirm={() =>
          merge.mutate({
            id: survivor.id,
            loserId: other.id,
            version: survivor.version,
            loserVersion: other.version,
            take,
          })
        }
        pending={merge.isPending}
        error={merge.error}
      >
        <Trans>You can take it back at any time under Duplicates, Merged. Confirmed reviews stay as they were.</Trans>
      </ConfirmDialog>
    </>
  )
}
