import { useLingui } from '@lingui/react/macro'
import { countryName } from '../../../accounts/country-name.ts'
import style from '../../../accounts/form.module.css'
import { Amount } from '../../../web/figures/Amount.tsx'
import { useFormat, useLanguage } from '../../../web/use-format.ts'
import type { Site } from '../site.ts'
import { insuranceName, siteKindName } from '../sites-words.ts'

/** A site for those who may only read it. */
export function SiteFacts({ site }: { site: Site }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const asOf = (day: string | null) => (day ? ` · ${t`as of ${format.day(day)}`}` : '')
  const facts: [string, React.ReactNode][] = [
    [t`Kind of site`, siteKindName(site.kind, language)],
    [t`City`, [site.city, site.country && countryName(site.country, language)].filter(Boolean).join(', ') || '–'],
    [t`Address`, site.address ?? '–'],
    [t`Coordinates`, site.latitude === null ? '–' : `${site.latitude}, ${site.longitude}`],
    [
      t`Our goods there`,
      <span key="goods">
        <Amount value={site.goodsValue} unknown={t`Nobody has asked yet`} />
        {asOf(site.goodsAsOf)}
      </span>,
    ],
    [t`Insurance of the goods`, `${insuranceName(site.insurance, language)}${asOf(site.insuranceAsOf)}`],
    [t`Note`, site.note ?? '–'],
  ]
  return (
    <dl className={style.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
