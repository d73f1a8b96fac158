import { useLingui } from '@lingui/react/macro'
import {
  ActionIcon,
  Autocomplete,
  Button,
  Chip,
  NumberInput,
  Select,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useLanguage } from '../../web/use-format.ts'
import { useProductLines } from '../installed/product-lines.web.ts'
import style from './buying.module.css'
import type { BuyingFact, BuyingValue } from './buying-facts.contract.ts'
import { protections, rhythms, waysOfBuying } from './buying-facts.contract.ts'
import { emptyShare, emptyStep } from './fact-draft.ts'
import { monthName, protectionName, rhythmName, wayName } from './value-words.ts'

export type Person = { id: number; name: string }

type Props<Value> = { value: Value; onChange: (value: Value) => void }

/** The inputs of one field; what they hold may be half said, `tidyFact` decides what can be sent. */
export function FactEditor({
  fact,
  people,
  onChange,
}: {
  fact: BuyingFact
  people: readonly Person[]
  onChange: (fact: BuyingFact) => void
}) {
  const { t } = useLingui()
  switch (fact.field) {
    case 'process':
      return (
        <ProcessEditor value={fact.value} people={people} onChange={value => onChange({ field: 'process', value })} />
      )
    case 'competitors':
      return <CompetitorsEditor value={fact.value} onChange={value => onChange({ field: 'competitors', value })} />
    case 'cycle':
      return <CycleEditor value={fact.value} onChange={value => onChange({ field: 'cycle', value })} />
    case 'tendering':
      return <TenderingEditor value={fact.value} onChange={value => onChange({ field: 'tendering', value })} />
    case 'budget':
      return <BudgetEditor value={fact.value} onChange={value => onChange({ field: 'budget', value })} />
    case 'protection':
      return <ProtectionEditor value={fact.value} onChange={value => onChange({ field: 'protection', value })} />
    case 'brandsInUse':
      return (
        <Tags
          label={t`Brands`}
          value={fact.value.brands}
          onChange={brands => onChange({ field: 'brandsInUse', value: { brands } })}
        />
      )
    case 'brandsPreferred': {
      const { brands, reason } = fact.value
      return (
        <>
          <Tags
            label={t`Brands`}
            value={brands}
            onChange={next => onChange({ field: 'brandsPreferred', value: { brands: next, reason } })}
          />
          <Note
            label={t`Why`}
            value={reason}
            onChange={next => onChange({ field: 'brandsPreferred', value: { brands, reason: next } })}
          />
        </>
      )
    }
    case 'channels':
      return (
        <Tags
          label={t`Fairs, press, people, sites`}
          value={fact.value.channels}
          onChange={channels => onChange({ field: 'channels', value: { channels } })}
        />
      )
    default:
      return (
        <Note
          label={t`What it asks for`}
          value={fact.value.demands}
          onChange={demands => onChange({ field: fact.field, value: { demands: demands ?? '' } })}
        />
      )
  }
}

function Tags({ label, value, onChange }: Props<string[]> & { label: string }) {
  const { t } = useLingui()
  return (
    <TagsInput
      label={label}
      placeholder={value.length === 0 ? t`Type, then Enter` : ''}
      value={value}
      onChange={onChange}
      maxTags={30}
      acceptValueOnBlur
    />
  )
}

function Note({ label, value, onChange }: Props<string | null> & { label: string }) {
  return (
    <Textarea
      label={label}
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value)}
      maxLength={2000}
      autosize
      minRows={2}
      maxRows={8}
    />
  )
}

function CycleEditor({ value, onChange }: Props<BuyingValue<'cycle'>>) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <>
      <Select
        label={t`Rhythm`}
        allowDeselect={false}
        value={value.rhythm}
        data={rhythms.map(rhythm => ({ value: rhythm, label: rhythmName(rhythm, language) }))}
        onChange={rhythm => onChange({ ...value, rhythm: rhythm as typeof value.rhythm })}
      />
      <Note label={t`Note`} value={value.note} onChange={note => onChange({ ...value, note })} />
    </>
  )
}

function TenderingEditor({ value, onChange }: Props<BuyingValue<'tendering'>>) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <>
      <Select
        label={t`Way of buying`}
        allowDeselect={false}
        value={value.way}
        data={waysOfBuying.map(way => ({ value: way, label: wayName(way, language) }))}
        onChange={way => onChange({ ...value, way: way as typeof value.way })}
      />
      <TextInput
        label={t`Who runs it`}
        placeholder={t`Own purchasing, group, agency`}
        maxLength={200}
        value={value.runBy ?? ''}
        onChange={event => onChange({ ...value, runBy: event.currentTarget.value })}
      />
      <Note label={t`Note`} value={value.note} onChange={note => onChange({ ...value, note })} />
    </>
  )
}

function BudgetEditor({ value, onChange }: Props<BuyingValue<'budget'>>) {
  const { t } = useLingui()
  const language = useLanguage()
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  return (
    <>
      <fieldset className={style.fieldset}>
        <legend>{t`Months in which the budget is made or released`}</legend>
        <Chip.Group
          multiple
          value={value.months.map(String)}
          onChange={chosen => onChange({ ...value, months: chosen.map(Number).sort((one, other) => one - other) })}
        >
          <div className={style.monthChoice}>
            {months.map(month => (
              <Chip key={month} value={String(month)} size="xs">
                {monthName(month, language)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </fieldset>
      <Note label={t`Note`} value={value.note} onChange={note => onChange({ ...value, note })} />
    </>
  )
}

function ProtectionEditor({ value, onChange }: Props<BuyingValue<'protection'>>) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <>
      <Select
        label={t`Local suppliers`}
        allowDeselect={false}
        value={value.level}
        data={protections.map(level => ({ value: level, label: protectionName(level, language) }))}
        onChange={level => onChange({ ...value, level: level as typeof value.level })}
      />
      <Note label={t`Rules`} value={value.rules} onChange={rules => onChange({ ...value, rules })} />
    </>
  )
}

function ProcessEditor({ value, people, onChange }: Props<BuyingValue<'process'>> & { people: readonly Person[] }) {
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

function CompetitorsEditor({ value, onChange }: Props<BuyingValue<'competitors'>>) {
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
