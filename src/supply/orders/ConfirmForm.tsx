import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { type CutReason, cutReasons } from './cut-reason.ts'
import style from './orders.module.css'
import { isQuantity, type OrderLineRead, type OrderRead, useOrderWrites } from './orders.web.ts'
import { cutReasonWords } from './orders-words.ts'

type Said = { quantity: string; reason: CutReason | null }

/** What we confirm of a signed order: as allocated, else as signed; less needs a reason. */
export function ConfirmForm({ order, onDone }: { order: OrderRead; onDone: () => void }) {
  const { t } = useLingui()
  const wanted = order.lines.filter(line => line.quantity !== '0')
  const [said, setSaid] = useState<Record<number, Said>>(
    Object.fromEntries(
      wanted.map(line => [
        line.line,
        { quantity: line.allocatedQuantity ?? line.quantity, reason: isCutByAllocation(line) ? 'allocated' : null },
      ]),
    ),
  )
  const [note, setNote] = useState('')
  const { confirm } = useOrderWrites()
  const fits = (line: OrderLineRead) => {
    const { quantity, reason } = said[line.line]!
    if (!isQuantity(quantity) || Number(quantity) > Number(line.quantity)) return false
    return Number(quantity) === Number(line.quantity) || reason !== null
  }
  const isComplete = wanted.every(fits)
  const cuts = wanted.filter(line => Number(said[line.line]!.quantity) < Number(line.quantity)).length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    confirm.mutate(
      {
        publicId: order.publicId,
        version: order.version,
        lines: wanted.map(line => ({ line: line.line, ...said[line.line]! })),
        note: note.trim() || null,
      },
      {
        onSuccess: () => {
          sayDone(t`Order ${order.number} confirmed`)
          onDone()
        },
      },
    )
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <ul className={style.lines}>
        {wanted.map(line => (
          <ConfirmLine
            key={line.line}
            line={line}
            said={said[line.line]!}
            onChange={part => setSaid(old => ({ ...old, [line.line]: { ...old[line.line]!, ...part } }))}
          />
        ))}
      </ul>
      <Textarea
        label={t({ message: 'A word with it', context: 'order' })}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      {confirm.isError && <Failed error={confirm.error} inline />}
      <div className={form.end}>
        <Button type="submit" loading={confirm.isPending} disabled={!isComplete}>
          {cuts === 0 ? <Trans>Confirm everything</Trans> : <Trans>Confirm in part</Trans>}
        </Button>
      </div>
    </form>
  )
}

const isCutByAllocation = (line: OrderLineRead) =>
  line.allocatedQuantity !== null && Number(line.allocatedQuantity) < Number(line.quantity)

type LineProps = { line: OrderLineRead; said: Said; onChange: (part: Partial<Said>) => void }

function ConfirmLine({ line, said, onChange }: LineProps) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const isAbove = Number(said.quantity) > Number(line.quantity)
  const isCut = isQuantity(said.quantity) && Number(said.quantity) < Number(line.quantity)
  const signed = format.number(line.quantity, 6)
  const shared = line.allocatedQuantity === null ? null : format.number(line.allocatedQuantity, 6)
  return (
    <li className={style.line}>
      <div className={style.product}>
        <span className={style.who}>{line.product.name}</span>
        <span className={style.quiet}>
          {line.product.code} · {t`signed ${signed}`}
          {shared !== null && <> · {t`allocated ${shared}`}</>}
        </span>
      </div>
      <TextInput
        label={t`Confirmed`}
        aria-label={t`Confirmed of ${line.product.name}`}
        inputMode="decimal"
        error={isAbove ? t`At most ${signed}` : !isQuantity(said.quantity)}
        value={said.quantity}
        onChange={event => onChange({ quantity: event.target.value.trim() })}
      />
      <Select
        label={t`Why less`}
        aria-label={t`Why less of ${line.product.name}`}
        disabled={!isCut}
        error={isCut && said.reason === null}
        data={cutReasons.map(reason => ({ value: reason, label: cutReasonWords(reason, language) }))}
        value={isCut ? said.reason : null}
        onChange={reason => onChange({ reason: cutReasons.find(each => each === reason) ?? null })}
      />
    </li>
  )
}
