import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { ConfirmDialog } from '../../web/feedback/ConfirmDialog.tsx'
import type { Import } from '../ImportState.tsx'
import { useBookings } from './bookings.web.ts'

/** Takes an import back, after saying what goes with it. */
export function UndoImport({ import: shown }: { import: Import }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const { bookings } = useBookings(shown)
  const booked = bookings.filter(item => item.state === 'finished').reduce((rows, item) => rows + item.added, 0)
  const { id, kind, added, replaced, unchanged } = shown
  const undo = useMutation(
    api.imports.undo.mutationOptions({
      onSuccess: undoing => {
        setAsked(false)
        queries.setQueryData(api.imports.show.queryKey({ input: { id } }), undoing)
      },
    }),
  )
  const losses = [
    added > 0 && plural(added, { one: '# row that it added goes', other: '# rows that it added go' }),
    booked > 0 &&
      plural(booked, {
        one: '# row that was set aside and booked to an account goes',
        other: '# rows that were set aside and booked to an account go',
      }),
    replaced > 0 &&
      plural(replaced, {
        one: '# row returns to its earlier version',
        other: '# rows return to their earlier version',
      }),
    unchanged > 0 &&
      plural(unchanged, {
        one: '# row stays, as other imports brought it too',
        other: '# rows stay, as other imports brought them too',
      }),
    kind !== 'rates' && t`Accounts and products that only this import brought go with it`,
  ].filter(loss => loss !== false)
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} stroke={1.6} />} onClick={() => setAsked(true)}>
        <Trans>Undo</Trans>
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t`Undo the import of ${shown.fileName}`}
        losses={losses}
        action={t`Undo the import`}
        pending={undo.isPending}
        error={undo.error}
        onConfirm={() => undo.mutate({ id })}
      >
        <Trans>
          Every figure returns to what it would be without this file, whatever was imported since. The import stays
          listed as undone, and the file can be imported again.
        </Trans>
      </ConfirmDialog>
    </>
  )
}
