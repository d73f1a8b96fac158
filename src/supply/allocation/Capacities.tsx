import { useLingui } from '@lingui/react/macro'
import { Section } from '../../web/page/Section.tsx'
import { useFormat } from '../../web/use-format.ts'
import style from './allocation.module.css'
import type { Run } from './allocation.web.ts'

/** Lines and loads that several products share, and what of them is used. */
export function Capacities({ capacities }: Pick<Run, 'capacities'>) {
  const { t } = useLingui()
  const format = useFormat()
  if (capacities.length === 0) return null
  return (
    <Section
      title={t`Shared lines and loads`}
      note={t`What several products need at once; settled in stages by linear programming`}
    >
      <ul className={style.history}>
        {capacities.map(({ name, unit, quantity, used }) => (
          <li key={name}>
            <span>{name}</span>
            <span className={style.quiet}>
              {t`${format.number(used, 1)} of ${format.number(quantity, 1)} ${unit} (${format.share(Number(quantity) === 0 ? 0 : used / Number(quantity))})`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
