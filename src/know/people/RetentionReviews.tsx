import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import type { Privacy } from './privacy.page.tsx'
import { coversName } from './profile-words.ts'

type Review = Privacy['reviews'][number]

/** Whose time is over: keep them until a day, or open them and erase. */
export function RetentionReviews({ reviews }: { reviews: readonly Review[] }) {
  const { t } = useLingui()
  const [kept, setKept] = useState<Review | null>(null)
  const columns = useReviewColumns(setKept)
  return (
    <>
      <DataTable
        label={t`To decide on`}
        columns={columns}
        rows={[...reviews]}
        rowKey={row => `${row.contactId} ${row.covers}`}
        height="content"
        empty={<EmptyState title={t`Nobody is beyond a limit`} />}
      />
      <DetailDrawer opened={kept !== null} onClose={() => setKept(null)} title={t`Keep ${kept?.name ?? ''}`} size={420}>
        {kept && <KeepForm review={kept} onClose={() => setKept(null)} />}
      </DetailDrawer>
    </>
  )
}

function useReviewColumns(onKeep: (review: Review) => void): Column<Review>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    {
      key: 'name',
      header: t`Person`,
      width: 'minmax(130px, 1fr)',
      phone: 'lead',
      render: ({ contactId, accountId, name }) => (
        <Link
          className="link"
          to="/accounts/$id/people"
          params={{ id: String(accountId) }}
          search={{ contact: contactId }}
        >
          {name}
        </Link>
      ),
    },
    {
      key: 'account',
      header: t`Account`,
      width: 'minmax(140px, 1.2fr)',
      phone: 'detail',
      render: row => row.accountName,
    },
    { key: 'covers', header: t`It covers`, width: '120px', render: row => coversName(row.covers, language) },
    {
      key: 'last',
      header: t`Last heard of`,
      width: '112px',
      align: 'right',
      render: row => format.day(row.lastActivity),
    },
    {
      key: 'ends',
      header: t`Ends on`,
      width: '112px',
      align: 'right',
      render: row => (row.endsOn === null ? t`not by itself` : format.day(row.endsOn)),
    },
    {
      key: 'keep',
      header: <span className="visually-hidden">{t`Keep`}</span>,
      width: '80px',
      align: 'right',
      phone: 'figure',
      render: row => (
        <Button size="compact-xs" variant="subtle" onClick={() => onKeep(row)}>
          <Trans>Keep</Trans>
        </Button>
      ),
    },
  ]
}

function KeepForm({ review, onClose }: { review: Review; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const keep = useMutation(
    api.know.people.keep.mutationOptions({
      onSuccess: () => {
        sayDone(t`${review.name} is kept.`)
        onClose()
        return queries.invalidateQueries({ queryKey: api.know.people.privacy.key() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate({ contactId: review.contactId, covers: review.covers, until, reason: reason.trim() })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        type="date"
        label={t`Until, that day included`}
        value={until}
        onChange={event => setUntil(event.currentTarget.value)}
        required
      />
      <TextInput
        label={t`Reason`}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        required
        maxLength={200}
      />
      {keep.isError && <Failed error={keep.error} inline />}
      <div className={form.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={keep.isPending} disabled={until === '' || reason.trim() === ''}>
          <Trans>Keep them</Trans>
        </Button>
      </div>
    </form>
  )
}
