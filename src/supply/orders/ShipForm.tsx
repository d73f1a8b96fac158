import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { modes } from '../deliveries/delivery.ts'
import { modeName } from '../deliveries/delivery-words.ts'
import style from './orders.module.css'
import { isQuantity, type OrderLineRead, type OrderRead, useOrderWrites } from './orders.web.ts'
import { quantityLeft } from './quantity-left.ts'

/** What leaves now, wholly or in part; each line becomes a delivery. */
export function ShipForm({ order, onDone }: { order: OrderRead; onDone: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { today } = useCompany()
  const waiting = order.lines.filter(line => quantityLeft(line) !== '0')
  const [said, setSaid] = useState<Record<number, string>>(
    Object.fromEntries(waiting.map(line => [line.line, quantityLeft(line)])),
  )
  const [shippedOn, setShippedOn] = useState(today)
  const [reference, setReference] = useState('')
  const [mode, setMode] = useState<string | null>(null)
  const { ship } = useOrderWrites()
  const fits = (line: OrderLineRead) =>
    isQuantity(said[line.line]!) && Number(said[line.line]) <= Number(quantityLeft(line))
  const isComplete = shippedOn !== '' && waiting.every(fits) && waiting.some(line => Number(said[line.line]) > 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    ship.mutate(
      {
        publicId: order.publicId,
        version: order.version,
        lines: waiting.map(line => ({ line: line.line, quantity: said[line.line]! })),
        shippedOn,
        reference: reference.trim() || null,
        mode: modes.find(each => each === mode) ?? null,
      },
      {
        onSuccess: shipped => {
          sayDone(shipped.state === 'shipped' ? t`Order ${order.number} shipped` : t`Shipped in part`)
          onDone()
        },
      },
    )
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <ul className={style.lines}>
        {waiting.map(line => (
          <ShipLine
            key={line.line}
            line={line}
            quantity={said[line.line]!}
            isWrong={!fits(line)}
            onChange={quantity => setSaid(old => ({ ...old, [line.line]: quantity }))}
          />
        ))}
      </ul>
      <TextInput
        type="date"
        label={t`Shipped on`}
        required
        max={today}
        value={shippedOn}
        onChange={event => setShippedOn(event.target.value)}
      />
      <TextInput
        label={t`Delivery note`}
        maxLength={100}
        value={reference}
        onChange={event => setReference(event.target.value)}
      />
      <Select
        label={t`Mode`}
        clearable
        data={modes.map(each => ({ value: each, label: modeName(each, language) }))}
        value={mode}
        onChange={setMode}
      />
      {ship.isError && <Failed error={ship.error} inline />}
      <div className={form.end}>
        <Button type="submit" loading={ship.isPending} disabled={!isComplete}>
          <Trans>Ship it</Trans>
        </Button>
      </div>
    </form>
  )
}

type LineProps = { line: OrderLineRead; quantity: string; isWrong: boolean; onChange: (quantity: string) => void }

function ShipLine({ line, quantity, isWrong, onChange }: LineProps) {
  const { t } = useLingui()
  const format = useFormat()
  const left = format.number(quantityLeft(line), 6)
  return (
    <li className={style.line}>
      <div className={style.product}>
        <span className={style.who}>{line.product.name}</span>
        <span className={style.quiet}>
          {line.product.code} · {t`${left} to ship`}
        </span>
      </div>
      <TextInput
        label={t`Leaves now`}
        aria-label={t`Leaves now of ${line.product.name}`}
        inputMode="decimal"
        error={isWrong}
        value={quantity}
        onChange={event => onChange(event.target.value.trim())}
      />
    </li>
  )
}
