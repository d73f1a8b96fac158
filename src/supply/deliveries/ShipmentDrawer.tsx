import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useMay } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { daysAfter } from '../forecast/periods.ts'
import style from './deliveries.module.css'
import { modeName } from './delivery-words.ts'
import { type Shipment, useSendAnotherWay } from './transport.web.ts'

type Props = { shipment: Shipment | undefined; onClose: () => void }

/** Why a shipment should or should not go another way, and the act itself. */
export function ShipmentDrawer({ shipment, onClose }: Props) {
  return (
    <DetailDrawer opened={shipment !== undefined} onClose={onClose} title={shipment?.account.name}>
      {shipment && (
        <div className={style.drawer}>
          <Explanation shipment={shipment} />
          {shipment.mayDecide && <SendForm shipment={shipment} onSent={onClose} />}
        </div>
      )}
    </DetailDrawer>
  )
}

function Explanation({
  shipment: { usual, other, storm, promisedOn, leavesOn, lines, value, consignment },
}: {
  shipment: Shipment
}) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const usualName = modeName(usual.lane.mode, language)
  const otherName = modeName(other.lane.mode, language)
  const money = (amount: string) => format.amount(amount)
  const chance = format.share(storm.probability)
  const delay = format.number(storm.delayDays, 1)
  const breakEven = other.breakEven
  const rows: [string, string, string][] = [
    [t`Days to the door`, format.number(usual.lane.days, 0), format.number(other.lane.days, 0)],
    [t`Freight`, money(usual.cost), money(other.cost)],
    [t`Margin lost in expectation`, money(usual.loss), money(other.loss)],
  ]
  return (
    <>
      <p>
        <Trans>
          Delivery {consignment}, {plural(lines, { one: '# line', other: '# lines' })}, leaves {format.day(leavesOn)},
          promised {format.day(promisedOn)}.
        </Trans>{' '}
        {value !== null && <Trans>Goods worth {money(value)}.</Trans>}
      </p>
      <table className={style.ways}>
        <thead>
          <tr>
            <td />
            <th scope="col">{usualName}</th>
            <th scope="col">{otherName}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, one, two]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="figures">{one}</td>
              <td className="figures">{two}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {storm.source === 'alert' && storm.alert ? (
          <Trans>
            <Link className="link" to="/risks/$id" params={{ id: String(storm.alert.id) }}>
              {storm.alert.title}
            </Link>{' '}
            reaches the account with a probability of {chance}; a shipment held up comes {delay} days later.
          </Trans>
        ) : storm.source === 'season' ? (
          <Trans>
            Of {storm.consignments} consignments in this month of other years weather held up {chance}, by {delay} days
            in the mean.
          </Trans>
        ) : (
          <Trans>No alert is in force, and in this month no weather has held this mode up.</Trans>
        )}
      </p>
      <p>
        <strong>
          {other.pays ? (
            <Trans>
              The faster way gains {money(other.gain)}: it saves {money(other.saved)} of margin for{' '}
              {money(other.extraCost)} more freight.
            </Trans>
          ) : (
            <Trans>
              The faster way saves {money(other.saved)} of margin and costs {money(other.extraCost)} more freight: it
              does not pay.
            </Trans>
          )}
        </strong>{' '}
        {breakEven === null ? (
          <Trans>Not even a certain delay would make it pay.</Trans>
        ) : breakEven > 0 ? (
          <Trans>It pays from a probability of {format.share(breakEven)}.</Trans>
        ) : (
          <Trans>It pays without any delay.</Trans>
        )}
      </p>
      <p className={style.quiet}>
        <Trans>
          Margin lost: what cannot be sold until the goods arrive, from the account's stock, what is due before, its
          sales of the last 13 weeks and what a unit earned there in the last year.
        </Trans>
      </p>
    </>
  )
}

function SendForm({ shipment, onSent }: { shipment: Shipment; onSent: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const mayAll = useMay('administrator', 'head', 'back office')
  const send = useSendAnotherWay(({ shipments }) => {
    sayDone(plural(shipments, { one: '# shipment goes another way', other: '# shipments go another way' }))
    onSent()
  })
  const [whole, setWhole] = useState('account')
  const [fromDay, setFromDay] = useState(shipment.leavesOn)
  const [toDay, setToDay] = useState(daysAfter(shipment.leavesOn, 6))
  const [reason, setReason] = useState(shipment.storm.alert?.title ?? '')
  const mode = modeName(shipment.other.lane.mode, language)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate({
      fromLaneId: shipment.usual.lane.id,
      toLaneId: shipment.other.lane.id,
      accountId: whole === 'lane' ? null : shipment.account.id,
      fromDay,
      toDay,
      reason,
    })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      {mayAll && (
        <SegmentedControl
          aria-label={t`For whom`}
          value={whole}
          onChange={setWhole}
          data={[
            { value: 'account', label: t`This account` },
            { value: 'lane', label: t`All of the lane` },
          ]}
        />
      )}
      <div className={style.pair}>
        <TextInput
          type="date"
          label={t`Leaving from`}
          value={fromDay}
          onChange={event => setFromDay(event.target.value)}
          required
        />
        <TextInput
          type="date"
          label={t`Leaving until`}
          value={toDay}
          onChange={event => setToDay(event.target.value)}
          required
        />
      </div>
      <TextInput
        label={t`Reason`}
        value={reason}
        maxLength={500}
        onChange={event => setReason(event.target.value)}
        required
      />
      {send.isError && <Failed error={send.error} inline />}
      <Button type="submit" loading={send.isPending} className={style.act}>
        <Trans>Send by this way: {mode}</Trans>
      </Button>
    </form>
  )
}
