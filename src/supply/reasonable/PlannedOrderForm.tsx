import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { Decimal } from 'decimal.js'
import { useState } from 'react'
import form from '../../accounts/form.module.css'
import { sayDone } from '../../web/feedback/say.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { PlanTotals } from './PlanTotals.tsx'
import style from './targets.module.css'
import { type PlannedLineRead, type PlannedOrderRead, useReasonableWrites } from './targets.web.ts'

const isQuantity = (text: string) => /^\d{1,12}(\.\d{1,6})?$/.test(text)

/** One planned order: quantities can be changed, the sums follow; saved as ours to look at, or put before the account. */
export function PlannedOrderForm({ order }: { order: PlannedOrderRead }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Record<number, string>>({})
  const { propose } = useReasonableWrites()
  const lines = [...order.lines, ...order.left].map(line => ({
    ...line,
    typed: typed[line.product.id] ?? line.quantity,
  }))
  const invalid = lines.some(line => !isQuantity(line.typed))
  const chosen = lines.map(line => ({ ...line, quantity: isQuantity(line.typed) ? line.typed : '0' }))
  const isEmpty = chosen.every(({ quantity }) => new Decimal(quantity).isZero())
  const send = (as: 'draft' | 'proposed') =>
    propose.mutate(
      {
        accountId: order.account.id,
        siteId: order.site?.id ?? null,
        as,
        lines: chosen.map(({ product, quantity }) => ({ productId: product.id, quantity })),
      },
      {
        onSuccess: ({ number, publicId }) => {
          sayDone(as === 'draft' ? t`Draft ${number} saved` : t`${number} proposed to ${order.account.name}`)
          const path: string = `/supply/orders/${publicId}`
          void navigate({ to: path })
        },
      },
    )
  const orderPath: string = order.waiting ? `/supply/orders/${order.waiting.publicId}` : ''
  return (
    <section className={style.part}>
      {order.site && <h3>{order.site.name}</h3>}
      {order.waiting && (
        <p>
          <Trans>
            Order{' '}
            <Link to={orderPath} className="link">
              {order.waiting.number}
            </Link>{' '}
            already waits for an answer; another one would order the same twice.
          </Trans>
        </p>
      )}
      <ul className={style.lines}>
        {lines.map(line => (
          <PlanLine
            key={line.product.id}
            line={line}
            value={line.typed}
            readOnly={!order.mayPropose}
            onChange={value => setTyped(old => ({ ...old, [line.product.id]: value }))}
          />
        ))}
      </ul>
      <PlanTotals order={order} lines={chosen} />
      {propose.isError && <Failed error={propose.error} inline />}
      {order.mayPropose && (
        <div className={form.end}>
          <Button
            variant="default"
            disabled={invalid || isEmpty || propose.isPending}
            loading={propose.isPending && propose.variables.as === 'draft'}
            onClick={() => send('draft')}
          >
            <Trans>Save as draft</Trans>
          </Button>
          <Button
            disabled={invalid || isEmpty || propose.isPending}
            loading={propose.isPending && propose.variables.as === 'proposed'}
            onClick={() => send('proposed')}
          >
            <Trans>Propose to the account</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}

type LineProps = { line: PlannedLineRead; value: string; readOnly: boolean; onChange: (value: string) => void }

function PlanLine({ line, value, readOnly, onChange }: LineProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const valid = isQuantity(value)
  const money = valid && line.unitPrice !== null ? new Decimal(line.unitPrice).times(value).toFixed(2) : null
  return (
    <li className={style.line}>
      <span className={style.product} data-hint={line.product.name}>
        {line.product.code} <span className={style.quiet}>{line.product.name}</span>
      </span>
      <TextInput
        size="xs"
        aria-label={t`Quantity of ${line.product.code}`}
        inputMode="decimal"
        readOnly={readOnly}
        error={!valid}
        value={value}
        onChange={event => onChange(event.target.value.trim())}
      />
      <span className={style.money}>
        <Amount value={money} unknown={t`No price known`} />
      </span>
      <p className={style.why}>{line.sentence[language]}</p>
    </li>
  )
}
