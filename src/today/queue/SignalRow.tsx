import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconCornerUpLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { TierMark } from '../../identify/TierMark.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import type { Act } from '../today-search.ts'
import { weightWords } from '../weight-words.ts'
import { AnswerMenu } from './AnswerMenu.tsx'
import { Due } from './Due.tsx'
import { linkOf } from './link-of.ts'
import style from './SignalRow.module.css'
import { SignalState } from './SignalState.tsx'
import type { QueueSignal } from './use-answers.web.ts'

type Props = {
  signal: QueueSignal
  current: boolean
  onCurrent: () => void
  /** Whose it is, where several people's stand together. */
  naming: boolean
  mayAnswer: boolean
  onDone: () => void
  onSnooze: (until: string) => void
  onAct: (act: Act) => void
  onTakeBack: () => void
}

/** One thing to do: when, what and where, why in one sentence, for how much money, and what answers it. */
export function SignalRow({ signal, current, naming, mayAnswer, ...on }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { today } = useCompany()
  const row = useRef<HTMLLIElement>(null)
  const { account, answer, actions, title, reason, value } = signal
  const first = actions[0]
  const isClosed = answer !== null && answer.state !== 'delegated' && !(answer.until !== null && answer.until <= today)
  const why = weightWords(signal, today, format.language, { amount: format.amount, number: format.number })
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li ref={row} className={style.row} data-current={current || undefined} onPointerEnter={on.onCurrent}>
      <Due due={signal.due} today={today} />
      <div className={style.head}>
        <span className={style.title}>{title}</span>
        {account && <AccountLink account={account} />}
        {account?.tier && <TierMark tier={account.tier} />}
      </div>
      <p className={style.reason}>{reason}</p>
      <SignalState signal={signal} naming={naming} why={current ? why : null} />
      <div className={style.stake} data-hint={why}>
        <Amount value={value} form="compact" unknown={t`What is at stake is not known`} />
        {value !== null && (
          <span className={style.stakeWords}>
            <Trans context="money">at stake</Trans>
          </span>
        )}
      </div>
      <div className={style.steps}>
        {first && (
          <Button
            size="xs"
            variant="default"
            renderRoot={props => <Link {...linkOf(first.path)} {...props} />}
            aria-label={account ? `${first.label}: ${account.name}` : first.label}
          >
            {first.label}
          </Button>
        )}
        {mayAnswer && !isClosed && (
          <>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t`Done: ${title}`}
              data-hint={t`Done`}
              onClick={on.onDone}
            >
              <IconCheck size={16} stroke={1.8} aria-hidden="true" />
            </ActionIcon>
            <AnswerMenu signal={signal} why={why} onSnooze={on.onSnooze} onAct={on.onAct} />
          </>
        )}
        {mayAnswer && answer && isClosed && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCornerUpLeft size={14} stroke={1.8} aria-hidden="true" />}
            onClick={on.onTakeBack}
          >
            <Trans>Take back</Trans>
          </Button>
        )}
      </div>
    </li>
  )
}
