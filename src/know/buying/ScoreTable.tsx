import { Trans, useLingui } from '@lingui/react/macro'
import { ScoreBar } from '../../web/figures/ScoreBar.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './buying.module.css'
import type { BuyingProfile } from './buying.page.tsx'
import { buyingFieldName } from './buying-words.ts'
import { profileFields } from './profile-score.ts'

/** Points by field: weight × how much of it is answered × how fresh that is. */
export function ScoreTable({ profile }: { profile: BuyingProfile }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return (
    <Section
      title={t`How the score comes about`}
      note={t`Points = weight × answered × fresh; what was heard counts half after its half-life`}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={style.scroll} tabIndex={0} aria-label={t`Points by field`}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Field</Trans>
              </th>
              <th scope="col">
                <Trans>Points</Trans>
              </th>
              <th scope="col" data-align="right">
                <Trans context="field">Answered</Trans>
              </th>
              <th scope="col" data-align="right">
                <Trans>Fresh</Trans>
              </th>
              <th scope="col" data-align="right">
                <Trans>Half-life, days</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {profile.parts.map(part => (
              <tr key={part.field}>
                <th scope="row">{buyingFieldName(part.field, language)}</th>
                <td>
                  <ScoreBar points={part.points} of={part.weight} label={buyingFieldName(part.field, language)} />
                </td>
                <td data-align="right">{part.filled === 0 ? '–' : format.share(part.filled)}</td>
                <td data-align="right">{part.fresh === null ? '–' : format.share(part.fresh)}</td>
                <td data-align="right">{format.count(profileFields[part.field].halfLife)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
