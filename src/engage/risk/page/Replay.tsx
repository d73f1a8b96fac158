import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Slider } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useFormat } from '../../../web/use-format.ts'
import style from '../risk.module.css'

type Props = {
  from: string
  to: string
  /** null: now. */
  at: string | null
  /** The answer for the hour shown is still under way: the play waits for it. */
  waiting: boolean
  onChange: (at: string | null) => void
}

const hour = 3_600_000

/** Goes through a storm hour by hour: what was known then, and whom it warned. */
export function Replay({ from, to, at, waiting, onChange }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [playing, setPlaying] = useState(false)
  const start = Date.parse(from)
  const hours = Math.round((Date.parse(to) - start) / hour)
  const shown = at === null ? hours : Math.min(hours, Math.max(0, Math.round((Date.parse(at) - start) / hour)))
  const instantOf = (value: number) => new Date(start + value * hour).toISOString()
  const atEnd = shown >= hours

  useEffect(() => {
    if (!playing || waiting) return
    if (atEnd) return setPlaying(false)
    const timer = setTimeout(() => onChange(new Date(start + Math.min(hours, shown + 3) * hour).toISOString()), 350)
    return () => clearTimeout(timer)
  }, [playing, waiting, atEnd, shown, hours, start, onChange])

  const play = () => {
    if (!playing && atEnd) onChange(from)
    setPlaying(!playing)
  }
  return (
    <section className={style.replay} aria-label={t`Replay`}>
      <ActionIcon variant="default" size="lg" aria-label={playing ? t`Pause` : t`Replay the storm`} onClick={play}>
        {playing ? <IconPlayerPause size={18} stroke={1.7} /> : <IconPlayerPlay size={18} stroke={1.7} />}
      </ActionIcon>
      <Slider
        min={0}
        max={hours}
        step={1}
        value={shown}
        label={value => format.instant(instantOf(value))}
        thumbLabel={t`Hour shown`}
        onChange={value => {
          setPlaying(false)
          onChange(instantOf(value))
        }}
      />
      <span className={style.hour}>
        {at === null ? (
          <Trans>Now</Trans>
        ) : (
          <>
            {format.instant(at)}{' '}
            <Button size="compact-xs" variant="subtle" onClick={() => onChange(null)}>
              <Trans>Back to now</Trans>
            </Button>
          </>
        )}
      </span>
    </section>
  )
}
