import { Trans, useLingui } from '@lingui/react/macro'
import { IconDownload } from '@tabler/icons-react'
import { saveText, toCsv } from '../../web/charts/csv.ts'
import { Section } from '../../web/page/Section.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { fieldsOf, needsOf, type TableKind, tableKinds } from '../fields.ts'
import { useKindWords } from '../kind-words.web.ts'
import { sampleTable } from './sample-file.ts'
import style from './WhatItTakes.module.css'

/** The kinds of file, the columns each needs and those it also reads, with a sample to look at. */
export function WhatItTakes() {
  const { t } = useLingui()
  const words = useKindWords()
  const about: Record<TableKind, string> = {
    invoices: t`What was sold. Accounts and products come with it.`,
    accounts: t`Names, places, who belongs to whom.`,
    products: t`Names, categories, standard cost.`,
    contacts: t`The people at the accounts.`,
    rates: t`For invoices in other currencies.`,
    costs: t`What serving an account costs: freight, service, credit.`,
    stock: t`What accounts have of our products, by day and site.`,
    'sell-through': t`What accounts sold on, by day, week or month; their stock may stand beside it.`,
    deliveries: t`What was promised, shipped and arrived, by which mode. Accounts come with it.`,
    supply: t`What production makes available by product and week.`,
    installed: t`What stands at the accounts, of any make: hence what will be replaced when.`,
  }
  return (
    <Section
      title={t`What a file may hold`}
      note={t`The kind is seen from the columns; names in English or Chinese. X12 and EDIFACT reports (852, 846, SLSRPT, INVRPT) are told by their first characters`}
    >
      <div className={style.kinds}>
        <div className={style.head} aria-hidden="true">
          <span>{t`Kind`}</span>
          <span>{t`Columns it needs`}</span>
          <span>{t`Also read where there`}</span>
          <span />
        </div>
        {tableKinds.map(kind => (
          <div key={kind} className={style.kind}>
            <div>
              <h3 className={style.name}>{words.kind(kind)}</h3>
              <p className={style.about}>{about[kind]}</p>
            </div>
            <ul className={style.needs}>
              {needsOf[kind].map(need => (
                <li key={need[0]![0]}>
                  <Need kind={kind} need={need} />
                </li>
              ))}
            </ul>
            <p className={style.others}>
              <span className={style.phoneLabel}>{t`Also: `}</span>
              {others(kind)
                .map(field => words.fieldInside(kind, field))
                .join(' · ')}
            </p>
            <SampleButton kind={kind} />
          </div>
        ))}
      </div>
    </Section>
  )
}

/** One need: a column, or any of several combinations. */
function Need({ kind, need }: { kind: TableKind; need: readonly (readonly string[])[] }) {
  const { t } = useLingui()
  const words = useKindWords()
  const [first, ...alternatives] = need.map(fields =>
    fields.map(field => words.fieldInside(kind, field)).join(t({ message: ' and ', context: 'columns' })),
  )
  if (alternatives.length === 0) return <b>{first}</b>
  const rest = alternatives.join(t({ message: ', or ', context: 'columns' }))
  return (
    <Trans>
      <b>{first}</b>, or {rest}
    </Trans>
  )
}

function others(kind: TableKind): string[] {
  const needed = new Set(needsOf[kind].flat(2))
  const twins = new Set(['discount_rate', 'discount_amount'])
  return fieldsOf[kind].map(field => field.name).filter(name => !needed.has(name) && !twins.has(name))
}

function SampleButton({ kind }: { kind: TableKind }) {
  const { t } = useLingui()
  const language = useLanguage()
  const words = useKindWords()
  const name = words.kind(kind)
  const save = () => {
    const { header, rows } = sampleTable(kind, language)
    saveText(`${name}.csv`, toCsv(header, rows))
  }
  return (
    <button type="button" className={style.sample} onClick={save} aria-label={t`Sample CSV: ${name}`}>
      <IconDownload size={15} stroke={1.6} aria-hidden="true" />
      <Trans>Sample CSV</Trans>
    </button>
  )
}
