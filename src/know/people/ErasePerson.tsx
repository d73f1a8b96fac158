import { Trans, useLingui } from '@lingui/react/macro'
import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { ConfirmDialog } from '../../web/feedback/ConfirmDialog.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { type PersonRead, usePeopleChanged } from './people.web.ts'

type Props = { person: PersonRead; onClose: () => void; onErased: () => void }

/** Cannot be undone, so the name is typed first. */
export function ErasePerson({ person, onClose, onErased }: Props) {
  const { t } = useLingui()
  const changed = usePeopleChanged()
  const [reference, setReference] = useState('')
  const erase = useMutation(
    api.know.people.erase.mutationOptions({
      onSuccess: async () => {
        sayDone(t`The person is erased.`)
        onErased()
        await changed()
      },
    }),
  )
  const { contactId, name } = person
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t`Erase ${name}`}
      losses={[
        t`Name, numbers, addresses, notes, profile, consents and jobs, here and in the trail. Nobody can bring them back.`,
        t`Texts at the account that name them read “Erased person ${contactId}” from then on.`,
      ]}
      typed={name}
      action={t`Erase the person`}
      pending={erase.isPending}
      error={erase.error}
      onConfirm={() => erase.mutate({ contactId, reference: reference.trim() || null })}
    >
      <p>
        <Trans>
          Visits, promises and orders stay, without the person. Files that name them later do not bring them back. Have
          them receive everything we keep of them first, if they asked for it.
        </Trans>
      </p>
      <TextInput
        mt="md"
        label={t`Reference of the request (optional)`}
        description={t`A file number, not their name: it stays.`}
        value={reference}
        onChange={event => setReference(event.currentTarget.value)}
        maxLength={200}
      />
    </ConfirmDialog>
  )
}
