import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Amount } from '../../web/figures/Amount.tsx'
import { Section } from '../../web/page/Section.tsx'
import { Bar } from '../../web/page/Skeletons.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { guardName } from '../guard-words.ts'
import { guardKeys } from '../guards.ts'
import style from './GuardSummary.module.css'
import type { Overview } from './overview.web.ts'

/** The classic mistakes: how many accounts, how much money; each opens its list. */
export function GuardSummary({ overview }: { overview: Overview | undefined }) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <Section title={t`Guards`} note={t`Money at stake in the window of the policy`}>
      <ul className={style.list}>
        {guardKeys.map(guard => {
          const found = overview?.guards.find(each => each.guard === guard)
          const findings = found?.findings ?? 0
          return (
            <li key={guard}>
              <Link
                to="/vital-few/guards"
                search={{ guard }}
                className={style.row}
                data-quiet={findings === 0 || undefined}
              >
                <span className={style.name}>{guardName(guard, language)}</span>
                <span className={style.count}>
                  {!overview ? (
                    <Bar width={64} />
                  ) : findings === 0 ? (
                    <Trans>none</Trans>
                  ) : (
                    plural(findings, { one: '# account', other: '# accounts' })
                  )}
                </span>
                <span className={style.stake}>
                  {!overview ? (
                    <Bar width={56} />
                  ) : findings === 0 || !found ? (
                    ''
                  ) : (
                    <Amount value={found.atStake} form="compact" />
                  )}
                </span>
                <IconChevronRight size={16} stroke={1.6} aria-hidden="true" className={style.go} />
              </Link>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
