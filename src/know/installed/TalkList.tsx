import { Trans, useLingui } from '@lingui/react/macro'
import { Amount } from '../../web/figures/Amount.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './installed.module.css'
import { quarterName, quarterOf } from './quarter.ts'

export type TalkRead = {
  due: string
  begin: string
  units: number
  value: string | null
  certainty: number
  productLines: string[]
}

/** What falls due when, and in which quarter to begin talking of it. */
export function TalkList({ talks }: { talks: readonly TalkRead[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const now = quarterOf(useCompany().today)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={style.scroll} tabIndex={0} aria-label={t`What falls due`}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Begin talking</Trans>
            </th>
            <th scope="col">
              <Trans>Due in</Trans>
            </th>
            <th scope="col">
              <Trans>Product lines</Trans>
            </th>
            <th scope="col" data-align="right">
              <Trans>Units</Trans>
            </th>
            <th scope="col" data-align="right">
              <Trans context="items due">Worth</Trans>
            </th>
            <th scope="col" data-align="right" data-hint={t`How likely a unit is replaced by the end of that quarter`}>
              <Trans>Certainty</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {talks.map(talk => (
            <tr key={talk.due}>
              <th scope="row">
                {talk.begin === now ? (
                  <span className={style.now}>
                    <Trans>Now</Trans>
                  </span>
                ) : (
                  quarterName(talk.begin, format.language)
                )}
              </th>
              <td>{quarterName(talk.due, format.language)}</td>
              <td className={style.wrap}>{talk.productLines.join(format.language === 'en' ? ', ' : '、') || '–'}</td>
              <td data-align="right">{format.count(talk.units)}</td>
              <td data-align="right">
                <Amount value={talk.value} unknown={t`No price is known`} />
              </td>
              <td data-align="right">{format.share(talk.certainty)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
