import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { client } from '../../web/api.ts'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './BriefSheet.module.css'
import { asOfWords, briefWord, changeOf, hoursWords, lastVisitWords } from './brief-words.ts'

export type BriefRead = Awaited<ReturnType<typeof client.engage.brief.ofVisit>>
type SectionRead = BriefRead['sections'][number]

/** The one page before a visit: topics first, then what each room knows. */
export function BriefSheet({ brief, actions }: { brief: BriefRead; actions?: ReactNode }) {
  const language = useLanguage()
  const format = useFormat()
  const { account, visit, since } = brief
  return (
    <div className={style.sheet}>
      <PageHeader
        title={
          <Link to="/accounts/$id" params={{ id: String(account.id) }} className={style.name}>
            {account.name}
          </Link>
        }
        context={[
          visit && hoursWords(visit.startsAt, visit.timeZone, language),
          brief.personName,
          visit?.purpose,
          since ? lastVisitWords(format.day(since), language) : briefWord('firstVisit', language),
          asOfWords(format.day(brief.asOf), language),
        ]}
        actions={actions}
      />
      <div className={style.columns}>
        {brief.topics.length > 0 && (
          <div className={style.topics}>
            <Section title={briefWord('topics', language)}>
              <ol className={style.list}>
                {brief.topics.map(({ text, reason }) => (
                  <li key={text.en}>
                    {text[language]}
                    <span className={style.detail}>{reason[language]}</span>
                  </li>
                ))}
              </ol>
            </Section>
          </div>
        )}
        {brief.sections.map(section => (
          <BriefPart key={section.name} section={section} currency={brief.currency} />
        ))}
      </div>
    </div>
  )
}

function BriefPart({ section, currency }: { section: SectionRead; currency: string }) {
  const language = useLanguage()
  return (
    <div className={style.part}>
      <Section title={section.title[language]}>
        {section.figures.length > 0 && <Figures figures={section.figures} currency={currency} />}
        {section.items.length > 0 && (
          <ul className={style.list}>
            {section.items.map(({ text, detail, mark, path }) => (
              <li key={text.en + (detail?.en ?? '')} data-mark={mark ?? undefined}>
                {path ? (
                  <Link to={path as string} className={style.item}>
                    {text[language]}
                  </Link>
                ) : (
                  text[language]
                )}
                {detail && <span className={style.detail}>{detail[language]}</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

function Figures({ figures, currency }: { figures: SectionRead['figures']; currency: string }) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <table className={style.figures}>
      <thead>
        <tr>
          <th>{currency}</th>
          <th>{briefWord('now', language)}</th>
          <th>{briefWord('before', language)}</th>
          <th>{briefWord('change', language)}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ label, amount, before, isPart }) => {
          const change = changeOf(amount, before)
          return (
            <tr key={label.en} data-part={isPart || undefined}>
              <th scope="row">{label[language]}</th>
              <td>
                <Amount value={amount} currency={null} form="compact" unknown={t`No line has a cost`} />
              </td>
              <td>
                <Amount value={before} currency={null} form="compact" unknown={t`No line has a cost`} />
              </td>
              <td>
                <Share value={change} signed unknown={t`Nothing to compare with`} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
