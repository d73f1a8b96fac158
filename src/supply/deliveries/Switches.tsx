import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './deliveries.module.css'
import { modeName } from './delivery-words.ts'
import { type LaneSwitch, useEndSwitch } from './transport.web.ts'

type Props = { open: number | undefined; onOpen: (id: number | undefined) => void }

/** Lanes that were switched: what was expected, and what came of it. */
export function Switches({ open, onOpen }: Props) {
  const { t } = useLingui()
  const query = useQuery(api.supply.transport.switches.queryOptions({ input: {} }))
  const chosen = query.data?.find(each => each.id === open)
  return (
    <Section title={t`Sent another way`} note={t`In force first, then the latest`}>
      <DataTable
        label={t`Sent another way`}
        rowKey={row => row.id}
        columns={useColumns()}
        {...allRows(query)}
        height="content"
        onOpen={row => onOpen(row.id)}
        isMarked={row => row.id === open}
        empty={<EmptyState title={t`Nothing was sent another way yet`} />}
      />
      <DetailDrawer opened={chosen !== undefined} onClose={() => onOpen(undefined)} title={t`Sent another way`}>
        {chosen && <SwitchDetails key={chosen.version} laneSwitch={chosen} onEnded={() => onOpen(undefined)} />}
      </DetailDrawer>
    </Section>
  )
}

function useColumns(): Column<LaneSwitch>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    {
      ...{ key: 'account', header: t`Account`, width: 'minmax(170px, 1.3fr)', phone: 'lead' },
      render: row => (row.account ? <AccountLink account={row.account} short /> : t`All of the lane`),
    },
    {
      ...{ key: 'ways', header: t`Way`, width: 'minmax(120px, 0.8fr)', phone: 'detail' },
      render: row => `${modeName(row.from.mode, language)} → ${modeName(row.to.mode, language)}`,
    },
    {
      key: 'days',
      header: t`Leaving`,
      width: 'minmax(170px, 1fr)',
      render: row => format.days(row.fromDay, row.toDay),
    },
    { key: 'reason', header: t`Reason`, width: 'minmax(140px, 1.2fr)', render: row => row.reason },
    {
      ...{ key: 'shipments', header: t`Shipments`, width: '100px', align: 'right' },
      render: row => format.count(row.shipments),
    },
    {
      ...{ key: 'expected', header: t`Gain expected`, width: '120px', align: 'right' },
      render: row => <Amount value={less(row.expectedSaved, row.extraCost)} currency={null} />,
    },
    {
      ...{ key: 'came', header: t`Gain in the end`, width: '120px', align: 'right', phone: 'figure' },
      render: row => (
        <Amount
          value={row.saved === null || row.spent === null ? null : less(row.saved, row.spent)}
          unknown={row.state === 'ended' ? t`Nobody has said it` : t`In force`}
          currency={null}
        />
      ),
    },
    {
      ...{ key: 'state', header: t`State`, width: '100px' },
      render: row => (row.state === 'ended' ? <span className={style.quiet}>{t`Ended`}</span> : t`In force`),
    },
  ]
}

/** Estimates in cents: exact enough as a difference. */
const less = (one: string, other: string): string => (Number(one) - Number(other)).toFixed(2)

function SwitchDetails({ laneSwitch, onEnded }: { laneSwitch: LaneSwitch; onEnded: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const money = (amount: string) => format.amount(amount)
  const { account, from, to, fromDay, toDay, reason, expectedSaved, extraCost, decidedByName, decidedOn } = laneSwitch
  return (
    <div className={style.drawer}>
      <p>
        <strong>
          {from.name} → {to.name}
        </strong>
        <br />
        {account ? account.name : <Trans>All of the lane</Trans>}, {format.days(fromDay, toDay)}
      </p>
      <p>{reason}</p>
      <p className={style.quiet}>
        <Trans>
          {decidedByName}, {format.day(decidedOn)}. Expected: {money(expectedSaved)} of margin saved for{' '}
          {money(extraCost)} more freight.
        </Trans>
      </p>
      {laneSwitch.state === 'ended' && (
        <>
          {laneSwitch.saved !== null && laneSwitch.spent !== null && (
            <p>
              <Trans>
                Came to {money(laneSwitch.saved)} saved for {money(laneSwitch.spent)}.
              </Trans>
            </p>
          )}
          {laneSwitch.outcome && <p>{laneSwitch.outcome}</p>}
        </>
      )}
      {laneSwitch.mayEnd && (
        <EndForm laneSwitch={laneSwitch} onEnded={onEnded} label={t`End and send as usual again`} />
      )}
    </div>
  )
}

function EndForm({ laneSwitch, onEnded, label }: { laneSwitch: LaneSwitch; onEnded: () => void; label: string }) {
  const { t } = useLingui()
  const { baseCurrency } = useCompany()
  const end = useEndSwitch(() => {
    sayDone(t`Ended; what has not left goes its usual way again`)
    onEnded()
  })
  const [saved, setSaved] = useState('')
  const [spent, setSpent] = useState(laneSwitch.extraCost)
  const [outcome, setOutcome] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    end.mutate({
      id: laneSwitch.id,
      version: laneSwitch.version,
      saved: saved === '' ? null : saved,
      spent: spent === '' ? null : spent,
      outcome: outcome === '' ? null : outcome,
    })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <div className={style.pair}>
        <TextInput
          label={t`Margin saved, ${baseCurrency}`}
          inputMode="decimal"
          value={saved}
          onChange={event => setSaved(event.target.value.trim())}
        />
        <TextInput
          label={t`Extra freight paid, ${baseCurrency}`}
          inputMode="decimal"
          value={spent}
          onChange={event => setSpent(event.target.value.trim())}
        />
      </div>
      <Textarea
        label={t`What came of it`}
        autosize
        minRows={2}
        maxLength={1000}
        value={outcome}
        onChange={event => setOutcome(event.target.value)}
      />
      {end.isError && <Failed error={end.error} inline />}
      <Button type="submit" variant="default" loading={end.isPending} className={style.act}>
        {label}
      </Button>
    </form>
  )
}
