import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Autocomplete, Button, NumberInput, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useProductLines } from '../installed/product-lines.web.ts'
import style from './buying.module.css'
import type { BuyingValue } from './buying-facts.contract.ts'
import { emptyShare, emptyStep } from './fact-draft.ts'

export type Person = { id: number; name: string }

export type EditorProps<Value> = { value: Value; onChange: (value: Value) => void }

/** The steps of the buying process, in their order. */
export function ProcessEditor({
  value,
  people,
  onChange,
}: EditorProps<BuyingValue<'process'>> & { people: readonly Person[] }) {
  const { t } = useLingui()
  const { steps } = value
  const write = (next: typeof steps) => onChange({ steps: next })
  const edit = (at: number, part: Partial<(typeof steps)[number]>) =>
    write(steps.map((step, index) => (index === at ? { ...step, ...part } : step)))
  const swap = (at: number, other: number) => {
    const next = [...steps]
    next[at] = steps[other]!
    next[other] = steps[at]!
    write(next)
  }
  const nameOf = (id: number | null) => people.find(person => person.id === id)?.name
  return (
    <div className={style.rows}>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their order
        <div key={at} className={style.stepRow}>
          <TextInput
            aria-label={t`Step ${at + 1}`}
            placeholder={t`Step ${at + 1}`}
            maxLength={200}
            value={step.name}
            onChange={event => edit(at, { name: event.currentTarget.value })}
          />
          <NumberInput
            aria-label={t`Days that step ${at + 1} takes`}
            placeholder={t`Days`}
            min={0}
            max={1000}
            allowDecimal={false}
            value={step.days ?? ''}
            onChange={days => edit(at, { days: typeof days === 'number' ? days : null })}
          />
          <Autocomplete
            aria-label={t`Who does step ${at + 1}`}
            placeholder={t`Who signs or does it`}
            maxLength={200}
            data={[...new Set(people.map(person => person.name))]}
            value={nameOf(step.contactId) ?? step.who ?? ''}
            onChange={who => {
              const person = people.find(each => each.name === who)
              edit(at, person ? { contactId: person.id, who: null } : { contactId: null, who })
            }}
          />
          <span className={style.rowTools}>
            <ActionIcon aria-label={t`Move step ${at + 1} up`} disabled={at === 0} onClick={() => swap(at, at - 1)}>
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon
              aria-label={t`Move step ${at + 1} down`}
              disabled={at === steps.length - 1}
              onClick={() => swap(at, at + 1)}
            >
              <IconArrowDown size={14} />
            </ActionIcon>
            <ActionIcon
              aria-label={t`Remove step ${at + 1}`}
              onClick={() => write(steps.filter((_, index) => index !== at))}
            >
              <IconX size={14} />
            </ActionIcon>
          </span>
        </div>
      ))}
      <AddRow label={t`Add a step`} disabled={steps.length >= 20} onAdd={() => write([...steps, emptyStep])} />
    </div>
  )
}

/** Who else sells there, and how much of it. */
export function CompetitorsEditor({ value, onChange }: EditorProps<BuyingValue<'competitors'>>) {
  const { t } = useLingui()
  const lines = useProductLines()
  const { shares } = value
  const write = (next: typeof shares) => onChange({ shares: next })
  const edit = (at: number, part: Partial<(typeof shares)[number]>) =>
    write(shares.map((share, index) => (index === at ? { ...share, ...part } : share)))
  return (
    <div className={style.rows}>
      {shares.map((share, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same competitor may stand here for several lines
        <div key={at} className={style.shareRow}>
          <TextInput
            aria-label={t`Competitor ${at + 1}`}
            placeholder={t`Competitor`}
            maxLength={200}
            value={share.competitor}
            onChange={event => edit(at, { competitor: event.currentTarget.value })}
          />
          <Autocomplete
            aria-label={t`Product line of competitor ${at + 1}`}
            placeholder={t`Product line, or all`}
            maxLength={200}
            data={lines}
            value={share.productLine ?? ''}
            onChange={productLine => edit(at, { productLine })}
          />
          <NumberInput
            aria-label={t`Share of competitor ${at + 1} in per cent`}
            placeholder="%"
            min={0}
            max={100}
            suffix="%"
            decimalScale={1}
            value={share.percent ?? ''}
            onChange={percent => edit(at, { percent: typeof percent === 'number' ? percent : null })}
          />
          <TextInput
            aria-label={t`Source for competitor ${at + 1}`}
            placeholder={t`Source`}
            maxLength={200}
            value={share.source ?? ''}
            onChange={event => edit(at, { source: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t`Day of the share of competitor ${at + 1}`}
            type="date"
            value={share.asOf ?? ''}
            onChange={event => edit(at, { asOf: event.currentTarget.value })}
          />
          <span className={style.rowTools}>
            <ActionIcon
              aria-label={t`Remove competitor ${at + 1}`}
              onClick={() => write(shares.filter((_, index) => index !== at))}
            >
              <IconX size={14} />
            </ActionIcon>
          </span>
        </div>
      ))}
      <AddRow label={t`Add a competitor`} disabled={shares.length >= 40} onAdd={() => write([...shares, emptyShare])} />
    </div>
  )
}

function AddRow({ label, disabled, onAdd }: { label: string; disabled: boolean; onAdd: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={14} aria-hidden="true" />}
      disabled={disabled}
      onClick={onAdd}
    >
      {label}
    </Button>
  )
}
