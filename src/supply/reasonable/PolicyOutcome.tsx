import { Trans, useLingui } from '@lingui/react/macro'
import type { client } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { useFormat } from '../../web/use-format.ts'
import { stockStates } from './review-item.ts'
import { StateMark } from './StateMark.tsx'
import style from './targets.module.css'

type Outcome = Awaited<ReturnType<typeof client.supply.reasonable.previewPolicy>>

/** What the policy as typed would change on the stock of today. */
export function PolicyOutcome({ outcome: { before, after } }: { outcome: Outcome }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <section className={style.part} aria-live="polite">
      <h3>
        <Trans>What would change</Trans>
      </h3>
      <table className={style.steps}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t`What is compared`}</span>
            </th>
            <td>{t`Now`}</td>
            <td>{t`Then`}</td>
          </tr>
        </thead>
        <tbody>
          {stockStates.map(state => (
            <tr key={state}>
              <th scope="row">
                <StateMark state={state} />
              </th>
              <td className="figures">{format.count(before.states[state] ?? 0)}</td>
              <td className="figures">{format.count(after.states[state] ?? 0)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t`Value of all targets`}</th>
            <td>
              <Amount value={before.targetValue} form="compact" />
            </td>
            <td>
              <Amount value={after.targetValue} form="compact" />
            </td>
          </tr>
          <tr>
            <th scope="row">{t`Value of what would be ordered`}</th>
            <td>
              <Amount value={before.wantedValue} form="compact" />
            </td>
            <td>
              <Amount value={after.wantedValue} form="compact" />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
