import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, client } from '../../web/api.ts'
import { problemOf } from '../../web/failure.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { AccountFields } from '../AccountFields.tsx'
import type { AccountChoice } from '../AccountSelect.tsx'
import { type AccountDraft, draftFields, draftOf, editOf } from '../account-draft.ts'
import { accountFieldName } from '../account-field-words.ts'
import formStyle from '../form.module.css'
import { type AccountRead, useAccountChanged } from './account.web.ts'
import style from './details.module.css'

type Props = { account: AccountRead; onClose: () => void }

/**
 * Edits what was read. Where somebody else was quicker, nothing is saved: their values are shown beside one's own, and
 * the person decides.
 */
export function EditAccount({ account, onClose }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const changed = useAccountChanged()
  const [read, setRead] = useState(account)
  const [draft, setDraft] = useState(() => draftOf(account))
  const [parent, setParent] = useState<AccountChoice | null>(account.parent)
  const [theirs, setTheirs] = useState<AccountRead | null>(null)
  const before = draftOf(read)
  const said = editOf(draft, before)
  const edit = useMutation(
    api.accounts.edit.mutationOptions({
      onSuccess: async saved => {
        sayDone(t`${saved.name} is saved.`)
        onClose()
        await changed()
      },
      onError: async error => {
        if (problemOf(error).code === 'account_changed_meanwhile') {
          setTheirs(await client.accounts.get({ id: account.id }).catch(() => null))
        }
      },
    }),
  )
  const now = theirs && draftOf(theirs)
  // What they changed and I did not is taken over; where both did, I decide.
  const contested = now ? draftFields.filter(field => field in said && now[field] !== before[field]) : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    edit.mutate({ id: account.id, version: read.version, ...said })
  }
  const keepMine = () => {
    if (!theirs || !now) return
    edit.mutate({ id: account.id, version: theirs.version, ...said })
  }
  const takeTheirs = () => {
    if (!theirs || !now) return
    setRead(theirs)
    setDraft({ ...now, ...mineWithout(draft, said, contested) })
    if (contested.includes('parentId') || !('parentId' in said)) setParent(theirs.parent)
    setTheirs(null)
    edit.reset()
  }
  const words = (field: keyof AccountDraft, of: AccountRead) =>
    field === 'parentId' ? (of.parent?.name ?? '–') : String(of[field] ?? '–')
  return (
    <form className={`${formStyle.form} ${style.edit}`} onSubmit={submit}>
      <AccountFields
        id={account.id}
        draft={draft}
        onDraft={setDraft}
        parent={parent}
        onParent={setParent}
        theirs={
          theirs
            ? Object.fromEntries(contested.map(field => [field, t`Now there: ${words(field, theirs)}`]))
            : undefined
        }
      />
      {theirs ? (
        <div className={style.conflict} role="alert">
          <strong>
            <Trans>Somebody else changed {theirs.name} while you were editing.</Trans>
          </strong>
          {contested.length > 0 ? (
            <span>
              <Trans>
                Nothing of yours is saved yet. You both changed:{' '}
                {contested.map(field => accountFieldName(field, language)).join(', ')}.
              </Trans>
            </span>
          ) : (
            <span>
              <Trans>Nothing of yours is saved yet. They changed other values than you.</Trans>
            </span>
          )}
          <div className={style.choices}>
            <Button size="xs" variant="default" onClick={takeTheirs}>
              {contested.length > 0 ? <Trans>Take their values</Trans> : <Trans>Read it again</Trans>}
            </Button>
            <Button size="xs" onClick={keepMine} loading={edit.isPending}>
              {contested.length > 0 ? <Trans>Save mine over theirs</Trans> : <Trans>Save mine as well</Trans>}
            </Button>
          </div>
        </div>
      ) : (
        edit.isError && <Failed error={edit.error} inline />
      )}
      <div className={formStyle.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button
          type="submit"
          loading={edit.isPending}
          disabled={theirs !== null || draft.name.trim() === '' || Object.keys(said).length === 0}
        >
          <Trans>Save the details</Trans>
        </Button>
      </div>
    </form>
  )
}

/** My entries that nobody else has touched. */
function mineWithout(
  draft: AccountDraft,
  said: object,
  contested: readonly (keyof AccountDraft)[],
): Partial<AccountDraft> {
  return Object.fromEntries(
    draftFields.filter(field => field in said && !contested.includes(field)).map(field => [field, draft[field]]),
  )
}
