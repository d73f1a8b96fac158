import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { measureName } from '../measure-words.ts'
import { type MeasureKey, measures } from '../measures.ts'
import { percentOf, shareOfPercent } from '../percent.ts'
import type { Scale } from '../policy.ts'
import { defaultScale } from '../scale-default.ts'
import { scaleKindName, scaleMeaning } from '../scale-words.ts'
import { FigureField } from './FigureField.tsx'
import style from './ScaleEditor.module.css'
import { ScalePreview } from './ScalePreview.tsx'

const kinds: readonly Scale['kind'][] = ['percentile', 'bands', 'linear', 'logarithmic']

type Props = { measure: MeasureKey; scale: Scale; onChange: (scale: Scale) => void }

/** How a value becomes a score: its kind, its bounds, and what they look like. */
export function ScaleEditor({ measure, scale, onChange }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <div className={style.editor}>
      <div className={style.fields}>
        <SegmentedControl
          aria-label={t`Scale of ${measureName(measure, language)}`}
          value={scale.kind}
          onChange={kind => onChange(defaultScale(kind as Scale['kind'], measure, scale))}
          data={kinds.map(kind => ({ value: kind, label: scaleKindName(kind, language) }))}
        />
        <p className={style.words}>{scaleMeaning(scale.kind, language)}</p>
        {(scale.kind === 'linear' || scale.kind === 'logarithmic') && (
          <div className={style.bounds}>
            <Bound
              measure={measure}
              label={t`Score 0 at`}
              value={scale.from}
              onChange={from => onChange({ ...scale, from })}
            />
            <Bound
              measure={measure}
              label={t`Score 100 at`}
              value={scale.to}
              onChange={to => onChange({ ...scale, to })}
            />
          </div>
        )}
        {scale.kind === 'bands' && <Bands measure={measure} scale={scale} onChange={onChange} />}
      </div>
      <ScalePreview measure={measure} scale={scale} />
    </div>
  )
}

type BandsScale = Extract<Scale, { kind: 'bands' }>

function Bands({
  measure,
  scale,
  onChange,
}: {
  measure: MeasureKey
  scale: BandsScale
  onChange: (scale: Scale) => void
}) {
  const { t } = useLingui()
  const { bands } = scale
  const set = (index: number, change: Partial<BandsScale['bands'][number]>) =>
    onChange({ ...scale, bands: bands.map((band, each) => (each === index ? { ...band, ...change } : band)) })
  const rising = measures[measure].better === 'higher'
  const add = () => {
    const last = bands.at(-1)!
    const before = bands.at(-2) ?? { bound: rising ? 0 : last.bound * 2, score: 0 }
    const bound = Math.round((last.bound + (last.bound - before.bound || 1)) * 1e6) / 1e6
    onChange({ ...scale, bands: [...bands, { bound, score: Math.min(100, last.score + 10) }] })
  }
  return (
    <div className={style.bands}>
      {bands.map((band, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bands have no identity but their place
        <div key={index} className={style.band}>
          <Bound
            measure={measure}
            label={index === 0 ? (rising ? t`From` : t`Down to`) : undefined}
            spoken={t`Bound of band ${index + 1}`}
            value={band.bound}
            onChange={bound => set(index, { bound })}
          />
          <FigureField
            size="xs"
            label={index === 0 ? t`Score` : undefined}
            spoken={t`Score of band ${index + 1}`}
            min={0}
            max={100}
            decimals={1}
            value={band.score}
            onChange={score => set(index, { score })}
          />
          <ActionIcon
            aria-label={t`Remove band ${index + 1}`}
            disabled={bands.length === 1}
            onClick={() => onChange({ ...scale, bands: bands.filter((_, each) => each !== index) })}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {bands.length < 12 && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={add}
        >
          <Trans>Add a band</Trans>
        </Button>
      )}
    </div>
  )
}

type BoundProps = {
  measure: MeasureKey
  label: string | undefined
  spoken?: string
  value: number
  onChange: (value: number) => void
}

/** A bound in the unit of the measure: shares in per cent, grades and times with decimals. */
function Bound({ measure, label, spoken, value, onChange }: BoundProps) {
  const { t } = useLingui()
  const format = useFormat()
  const { unit } = measures[measure]
  const share = unit === 'share'
  const suffix = share ? '%' : unit === 'times' ? '×' : unit === 'months' ? t` months` : unit === 'days' ? t` days` : ''
  return (
    <FigureField
      size="xs"
      label={label}
      spoken={spoken}
      suffix={suffix}
      decimals={share || unit === 'times' || unit === 'grade' ? 2 : 0}
      step={unit === 'amount' ? 10_000 : share ? 5 : unit === 'times' ? 0.1 : 1}
      value={share ? percentOf(value) : value}
      onChange={next => onChange(share ? shareOfPercent(next) : next)}
      description={
        unit === 'amount' && Math.abs(value) >= 100_000 ? format.amount(String(value), 'compact') : undefined
      }
    />
  )
}
