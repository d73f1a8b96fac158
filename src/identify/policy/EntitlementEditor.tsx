import { Trans, useLingui } from '@lingui/react/macro'
import { Section } from '../../web/page/Section.tsx'
import { useLanguage } from '../../web/use-format.ts'
import type { Policy } from '../policy.ts'
import { faultAt, type PolicyFault } from '../policy-draft.ts'
import { TierMark } from '../TierMark.tsx'
import { tierName } from '../tier.ts'
import { AmountField } from './AmountField.tsx'
import { Fault } from './Fault.tsx'
import { FigureField } from './FigureField.tsx'
import style from './fields.module.css'

const rated = ['platinum', 'gold', 'silver', 'special'] as const

type Props = { policy: Policy; onChange: (change: Partial<Policy>) => void; faults: readonly PolicyFault[] }

/** What a tier costs a year, and how many of its accounts one manager can look after. */
export function EntitlementEditor({ policy, onChange, faults }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <Section title={t`Entitlements and load`} note={t`For the cost of a policy and the size of the department`}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Tier</Trans>
            </th>
            <th scope="col">
              <Trans>Cost of one account a year</Trans>
            </th>
            <th scope="col">
              <Trans>Accounts per manager</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rated.map(tier => {
            const name = tierName(tier, language)
            return (
              <tr key={tier}>
                <th scope="row">
                  <TierMark tier={tier} named />
                </th>
                <td>
                  <AmountField
                    spoken={t`Cost of one ${name} account a year`}
                    value={policy.entitlementCost[tier]}
                    onChange={cost => onChange({ entitlementCost: { ...policy.entitlementCost, [tier]: cost ?? '0' } })}
                  />
                </td>
                <td>
                  <FigureField
                    label={undefined}
                    spoken={t`${name} accounts per manager`}
                    min={1}
                    max={1000}
                    value={policy.accountsPerManager[tier]}
                    onChange={count =>
                      onChange({ accountsPerManager: { ...policy.accountsPerManager, [tier]: count } })
                    }
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Fault message={faultAt(faults, 'entitlementCost') ?? faultAt(faults, 'accountsPerManager')} />
    </Section>
  )
}
