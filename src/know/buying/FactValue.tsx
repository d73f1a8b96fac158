import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './buying.module.css'
import type { BuyingFact, BuyingValue } from './buying-facts.contract.ts'
import { monthName, protectionName, rhythmName, wayName } from './value-words.ts'

type Props = { fact: BuyingFact; nameOf: (contactId: number) => string | undefined }

/** What is known of one field, as one reads it in a second. */
export function FactValue({ fact, nameOf }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  switch (fact.field) {
    case 'process':
      return <Steps steps={fact.value.steps} nameOf={nameOf} />
    case 'cycle':
      return <Noted words={rhythmName(fact.value.rhythm, language)} note={fact.value.note} />
    case 'tendering': {
      const { way, runBy, note } = fact.value
      return (
        <Noted
          words={[wayName(way, language), runBy && t`run by ${runBy}`]
            .filter(Boolean)
            .join(language === 'en' ? ', ' : '，')}
          note={note}
        />
      )
    }
    case 'budget':
      return (
        <>
          <ul className={style.months}>
            {Array.from({ length: 12 }, (_, index) => index + 1).map(month => (
              <li key={month} data-on={fact.value.months.includes(month) || undefined}>
                {monthName(month, language)}
                {fact.value.months.includes(month) && <span className="visually-hidden">{t`: budget`}</span>}
              </li>
            ))}
          </ul>
          <Noted words={null} note={fact.value.note} />
        </>
      )
    case 'brandsInUse':
      return <Chips items={fact.value.brands} />
    case 'brandsPreferred':
      return (
        <>
          <Chips items={fact.value.brands} />
          <Noted words={null} note={fact.value.reason} />
        </>
      )
    case 'channels':
      return <Chips items={fact.value.channels} />
    case 'competitors':
      return <Shares shares={fact.value.shares} />
    case 'protection':
      return <Noted words={protectionName(fact.value.level, language)} note={fact.value.rules} />
    default:
      return <p className={style.text}>{fact.value.demands}</p>
  }
}

function Noted({ words, note }: { words: string | null; note: string | null }) {
  return (
    <>
      {words && <p className={style.words}>{words}</p>}
      {note && <p className={style.text}>{note}</p>}
    </>
  )
}

function Chips({ items }: { items: readonly string[] }) {
  return (
    <ul className={style.chips}>
      {items.map(item => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

type StepsProps = { steps: BuyingValue<'process'>['steps']; nameOf: Props['nameOf'] }

function Steps({ steps, nameOf }: StepsProps) {
  const { t } = useLingui()
  const format = useFormat()
  const known = steps.flatMap(step => step.days ?? [])
  const sum = format.count(known.reduce((all, days) => all + days, 0))
  return (
    <>
      <ol className={style.steps}>
        {steps.map((step, index) => {
          const who = (step.contactId !== null && nameOf(step.contactId)) || step.who
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their order
            <li key={index}>
              <span className={style.stepName}>{step.name}</span>
              <span className={style.quiet}>{who}</span>
              <span className={`figures ${style.days}`}>{step.days === null ? '–' : t`${step.days} d`}</span>
            </li>
          )
        })}
      </ol>
      {known.length > 0 && (
        <p className={style.quiet}>
          {known.length === steps.length ? (
            <Trans>{sum} days from need to order</Trans>
          ) : (
            <Trans>At least {sum} days from need to order</Trans>
          )}
        </p>
      )}
    </>
  )
}

function Shares({ shares }: { shares: BuyingValue<'competitors'>['shares'] }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <ul className={style.shares}>
      {shares.map((share, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same competitor may stand here for several lines
        <li key={index}>
          <span className={style.stepName}>
            {share.competitor}
            <span className={style.quiet}> {share.productLine ?? t`all they buy`}</span>
          </span>
          <span className={style.track} aria-hidden="true">
            <span className={style.fill} style={{ width: `${share.percent ?? 0}%` }} />
          </span>
          <span className={`figures ${style.days}`}>
            {share.percent === null ? '–' : `${format.number(share.percent, 1)}%`}
          </span>
          <span className={`${style.quiet} ${style.shareSource}`}>
            {[share.source, share.asOf && format.day(share.asOf)].filter(Boolean).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
