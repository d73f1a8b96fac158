import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../web/api.ts'
import { DetailDrawer } from '../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../web/feedback/say.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { useMay } from '../web/session.ts'
import { useLanguage } from '../web/use-format.ts'
import { AccountFields } from './AccountFields.tsx'
import type { AccountChoice } from './AccountSelect.tsx'
import { editOf, emptyDraft } from './account-draft.ts'
import { accountFieldName } from './account-field-words.ts'
import style from './form.module.css'
import { SimilarAccounts } from './merge/SimilarAccounts.tsx'

type Props = { opened: boolean; onClose: () => void; onAdded: (id: number) => void }

/** A new account by hand, in a drawer beside the list. */
export function AddAccount({ opened, onClose, onAdded }: Props) {
  const { t } = useLingui()
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Add an account`} size={560}>
      <AddForm onClose={onClose} onAdded={onAdded} />
    </DetailDrawer>
  )
}

function AddForm({ onClose, onAdded }: Omit<Props, 'opened'>) {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  const manages = useMay('manager')
  const [code, setCode] = useState('')
  const [draft, setDraft] = useState(emptyDraft)
  const [parent, setParent] = useState<AccountChoice | null>(null)
  const add = useMutation(
    api.accounts.create.mutationOptions({
      onSuccess: async account => {
        sayDone(t`${account.name} is added.`)
        onAdded(account.id)
        await queries.invalidateQueries({ queryKey: api.accountsList.key() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ code: code.trim(), ...editOf(draft, emptyDraft), name: draft.name.trim() })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <TextInput
        label={accountFieldName('code', language)}
        description={t`As the ERP knows it, so that its invoice lines find the account`}
        required
        maxLength={200}
        value={code}
        onChange={event => setCode(event.target.value)}
        data-autofocus
      />
      <AccountFields draft={draft} onDraft={setDraft} parent={parent} onParent={setParent} />
      <SimilarAccounts name={draft.name} taxNumber={draft.taxNumber} city={draft.city} address={draft.address} />
      {manages && (
        <p className={style.words}>
          <Trans>It will belong to you.</Trans>
        </p>
      )}
      {add.isError && <Failed error={add.error} inline />}
      <div className={style.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={add.isPending} disabled={code.trim() === '' || draft.name.trim() === ''}>
          <Trans>Add the account</Trans>
        </Button>
      </div>
    </form>
  )
}
