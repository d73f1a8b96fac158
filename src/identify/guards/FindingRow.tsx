import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { client } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { useMay } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { AccountLink } from '../AccountLink.tsx'
import { guardName, guardReason, stakeWords } from '../guard-words.ts'
import { usePeople } from '../people.web.ts'
import { TierMark } from '../TierMark.tsx'
import { AssignOwner } from './AssignOwner.tsx'
import style from './FindingRow.module.css'

export type Finding = Awaited<ReturnType<typeof client.identify.vitalFew.guards>>['items'][number]

/** One account that a guard found: the reason in words, the money at stake, and the next step. */
export function FindingRow({ finding, naming }: { finding: Finding; naming: boolean }) {
  const { t } = useLingui()
  const language = useLanguage()
  const people = usePeople()
  const mayAssign = useMay('administrator', 'head')
  const path: string = `/accounts/${finding.account.id}`
  const owner = people.nameOf(finding.ownerId)
  return (
    <li className={style.row}>
      <div className={style.head}>
        <AccountLink account={finding.account} />
        {finding.tier && <TierMark tier={finding.tier} named />}
      </div>
      <p className={style.reason}>{guardReason(finding, language)}</p>
      <p className={style.facts}>
        {[
          naming ? guardName(finding.guard, language) : null,
          owner ? t`Owner: ${owner}` : finding.ownerId === null ? t`Nobody owns it` : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className={style.stake}>
        <Amount value={finding.atStake} />
        <span className={style.stakeWords}>{stakeWords(finding.stake, language)}</span>
      </div>
      <div className={style.steps}>
        {mayAssign && <AssignOwner account={finding.account} ownerId={finding.ownerId} />}
        <Button
          variant="default"
          size="xs"
          renderRoot={props => <Link to={path} {...props} />}
          aria-label={t`Open the account ${finding.account.name}`}
        >
          <Trans>Open the account</Trans>
        </Button>
      </div>
    </li>
  )
}
