import { useLingui } from '@lingui/react/macro'
import { Chip, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useLanguage } from '../../web/use-format.ts'
import style from './buying.module.css'
import type { BuyingFact, BuyingValue } from './buying-facts.contract.ts'
import { protections, rhythms, waysOfBuying } from './buying-facts.contract.ts'
import { CompetitorsEditor, type EditorProps, type Person, ProcessEditor } from './row-editors.tsx'
import { monthName, protectionName, rhythmName, wayName } from './value-words.ts'

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

function Tags({ label, value, onChange }: EditorProps<string[]> & { label: string }) {
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

function Note({ label, value, onChange }: EditorProps<string | null> & { label: string }) {
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

function CycleEditor({ value, onChange }: EditorProps<BuyingValue<'cycle'>>) {
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

function TenderingEditor({ value, onChange }: EditorProps<BuyingValue<'tendering'>>) {
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

function BudgetEditor({ value, onChange }: EditorProps<BuyingValue<'budget'>>) {
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

function ProtectionEditor({ value, onChange }: EditorProps<BuyingValue<'protection'>>) {
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
