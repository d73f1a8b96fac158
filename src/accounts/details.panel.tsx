import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../web/api.ts'
import { Unknown } from '../web/figures/Amount.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { useFormat } from '../web/use-format.ts'
import { type AccountField, accountColumns } from './account.ts'
import { accountFieldName } from './account-field-words.ts'
import { countryName } from './country-name.ts'
import type { AccountRead, Origin } from './details/account.web.ts'
import style from './details/details.module.css'
import { EditAccount } from './details/EditAccount.tsx'
import { levelName } from './level-words.ts'
import { usePeople } from './people.web.ts'

const fields = Object.keys(accountColumns) as AccountField[]

/** What is known of the account, who said each value and when; edited in place. */
export function DetailsPanel({ account }: { account: AccountRead }) {
  const { t } = useLingui()
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title={t`Details`}
      note={t`The latest word counts; an import undone takes its words back`}
      actions={
        account.mayEdit &&
        !editing && (
          <Button size="xs" onClick={() => setEditing(true)}>
            <Trans>Edit the details</Trans>
          </Button>
        )
      }
    >
      {editing ? <EditAccount account={account} onClose={() => setEditing(false)} /> : <Facts account={account} />}
    </Section>
  )
}

function Facts({ account }: { account: AccountRead }) {
  const { t } = useLingui()
  const format = useFormat()
  const { language } = format
  const origins = useQuery(api.accounts.origins.queryOptions({ input: { id: account.id } }))
  const byField = new Map(origins.data?.items.map(origin => [origin.field as AccountField, origin]))
  const shown = (field: AccountField): string | null => {
    if (field === 'parentId') return account.parent?.name ?? null
    if (field === 'ownerId') return account.owner?.name ?? null
    const value = account[field]
    if (value === null) return null
    if (field === 'level') return account.level && levelName(account.level, language)
    if (field === 'country') return countryName(value, language)
    if (field === 'cooperationSince' || field === 'legalStandingConfirmedOn') return format.day(value)
    return value
  }
  return (
    <>
      {origins.isError && <Failed error={origins.error} onRetry={origins.refetch} inline />}
      <dl className={style.facts}>
        {fields.map(field => (
          <div key={field} className={style.fact}>
            <dt>{accountFieldName(field, language)}</dt>
            <dd className={style.value}>{shown(field) ?? <Unknown reason={t`Nobody has said it yet`} />}</dd>
            <dd className={style.origin}>
              <SaidBy origin={byField.get(field)} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** The import or the person whose word is in force. */
function SaidBy({ origin }: { origin: Origin | undefined }) {
  const format = useFormat()
  const people = usePeople()
  if (!origin) return null
  const at = format.instant(origin.at)
  if (origin.importId !== null)
    return (
      <Link to={`/imports/${origin.importId}` as string} className={style.from} data-hint={at}>
        <Trans>
          import {origin.importId} ({origin.source})
        </Trans>
      </Link>
    )
  return (
    <span data-hint={at}>
      {people.nameOf(origin.actorId ?? '')}, {format.day(origin.at.slice(0, 10))}
    </span>
  )
}
