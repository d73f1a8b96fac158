import { useLingui } from '@lingui/react/macro'
import { useLanguage } from '../../web/use-format.ts'
import { stanceName } from '../people/profile-words.ts'
import style from './StanceMark.module.css'
import { stanceSign, stanceTone } from './stance.ts'

/** How somebody stands to us: colour and a sign, never colour alone. */
export function StanceMark({ stance, named = false }: { stance: number | null; named?: boolean }) {
  const { t } = useLingui()
  const language = useLanguage()
  const name = stance === null ? t`Stance not known` : stanceName(stance, language)
  return (
    <span className={style.mark} data-tone={stanceTone(stance)} data-hint={named ? undefined : name}>
      <span className={style.sign} aria-hidden="true">
        {stanceSign(stance)}
      </span>
      <span className={named ? undefined : 'visually-hidden'}>{name}</span>
    </span>
  )
}
