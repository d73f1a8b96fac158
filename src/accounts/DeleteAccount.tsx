import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../web/api.ts'
import { ConfirmDialog } from '../web/feedback/ConfirmDialog.tsx'
import { sayDone } from '../web/feedback/say.tsx'
import { type AccountRead, useAccountChanged } from './details/account.web.ts'
import formStyle from './form.module.css'

/** Deletes an account that nothing uses; the server names what does, if anything. */
export function DeleteAccount({ account }: { account: AccountRead }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const changed = useAccountChanged()
  const [asked, setAsked] = useState(false)
  const remove = useMutation(
    api.accounts.remove.mutationOptions({
      onSuccess: async () => {
        sayDone(t`${account.name} is deleted.`)
        await navigate({ to: '/accounts' })
        await changed()
      },
    }),
  )
  return (
    <div className={formStyle.end}>
      <Button variant="subtle" color="red" size="xs" onClick={() => setAsked(true)}>
        <Trans>Delete the account</Trans>
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => {
          setAsked(false)
          remove.reset()
        }}
        title={t`Delete ${account.name}`}
        losses={[t`The account ${account.code} with its details and codes`]}
        action={t`Delete the account`}
        onConfirm={() => remove.mutate({ id: account.id })}
        pending={remove.isPending}
        error={remove.error}
      >
        <Trans>Only an account without sales, costs, contacts and reviews can be deleted.</Trans>
      </ConfirmDialog>
    </div>
  )
}
