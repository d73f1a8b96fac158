import { useLingui } from '@lingui/react/macro'
import { Unknown } from '../figures/Amount.tsx'
import { noCurrency } from '../format.ts'
import { useLanguage } from '../use-format.ts'
import { languageChoices, type Settings } from './CompanyForm.tsx'
import { currencyChoices, monthChoices } from './currencies.ts'
import style from './settings.module.css'

/** The company's settings as those see them who cannot change them. */
export function CompanyFacts({ settings }: { settings: Settings }) {
  const { t } = useLingui()
  const language = useLanguage()
  const nameOf = (choices: { value: string; label: string }[], value: string) =>
    choices.find(choice => choice.value === value)?.label ?? value
  const facts = [
    [t`Name of the company`, settings.companyName || <Unknown key="name" />],
    [
      t`Base currency`,
      settings.baseCurrency === noCurrency ? (
        <Unknown key="currency" reason={t`Not known yet`} />
      ) : (
        nameOf(currencyChoices(language, ''), settings.baseCurrency)
      ),
    ],
    [t`The fiscal year begins in`, nameOf(monthChoices(language), String(settings.fiscalYearStartMonth))],
    [t`Language`, nameOf(languageChoices, settings.language)],
    [t`Time zone`, settings.timeZone],
  ]
  return (
    <dl className={style.facts}>
      {facts.map(([name, value]) => (
        <div key={String(name)}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
