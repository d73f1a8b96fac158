import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../web/api.ts'
import { sayFailed, sayUndoable } from '../web/feedback/say.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { type AccountRead, useAccountChanged } from './details/account.web.ts'
import style from './details/details.module.css'

/** Under which codes other systems know the account; lines of theirs then find it. */
export function CodesPanel({ account }: { account: AccountRead }) {
  const { t } = useLingui()
  const changed = useAccountChanged()
  const [source, setSource] = useState('')
  const [code, setCode] = useState('')
  const add = useMutation(
    api.accounts.addCode.mutationOptions({
      onSuccess: () => {
        setSource('')
        setCode('')
        return changed()
      },
    }),
  )
  const remove = useMutation(api.accounts.removeCode.mutationOptions({ onError: sayFailed }))
  const drop = (other: { source: string; code: string }) =>
    remove.mutate(
      { id: account.id, ...other },
      {
        onSuccess: () => {
          sayUndoable(t`${other.code} (${other.source}) is removed.`, () => add.mutate({ id: account.id, ...other }))
          void changed()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ id: account.id, source: source.trim(), code: code.trim() })
  }
  return (
    <Section title={t`Codes in other systems`} note={t`Imports from that system find the account by this code`}>
      <ul className={style.list}>
        <li className={style.row}>
          <span className={style.name}>{account.code}</span>
          <span className={style.quiet}>
            <Trans>main code</Trans>
          </span>
        </li>
        {account.codes.map(other => (
          <li key={`${other.source} ${other.code}`} className={style.row}>
            <span className={style.name}>{other.code}</span>
            <span className={style.quiet}>{other.source}</span>
            {account.mayEdit && (
              <ActionIcon size="sm" aria-label={t`Remove the code ${other.code}`} onClick={() => drop(other)}>
                <IconTrash size={15} stroke={1.6} />
              </ActionIcon>
            )}
          </li>
        ))}
        {account.merged.map(merged => (
          <li key={merged.id} className={style.row}>
            <span className={style.name}>
              {[merged.code, ...merged.codes.map(each => `${each.code} (${each.source})`)].join(', ')}
            </span>
            <Link to="/accounts/duplicates" search={{ view: 'merged' }} className="link">
              <Trans>of {merged.name}, merged</Trans>
            </Link>
          </li>
        ))}
      </ul>
      {account.mayEdit && (
        <form className={style.codeForm} onSubmit={submit}>
          <TextInput
            size="xs"
            label={t`System`}
            maxLength={200}
            value={source}
            onChange={event => setSource(event.target.value)}
          />
          <TextInput
            size="xs"
            label={t`Code`}
            maxLength={200}
            value={code}
            onChange={event => setCode(event.target.value)}
          />
          <Button
            size="xs"
            type="submit"
            variant="default"
            loading={add.isPending}
            disabled={source.trim() === '' || code.trim() === ''}
          >
            <Trans>Add the code</Trans>
          </Button>
        </form>
      )}
      {add.isError && <Failed error={add.error} inline />}
    </Section>
  )
}
