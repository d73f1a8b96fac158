import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Select, Slider } from '@mantine/core'
import { IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { measureMeaning, measureName } from '../measure-words.ts'
import type { Criterion } from '../policy.ts'
import { scaleWords } from '../scale-words.ts'
import style from './CriterionEditor.module.css'
import { Fault } from './Fault.tsx'
import { FigureField } from './FigureField.tsx'
import { ScaleEditor } from './ScaleEditor.tsx'

type Props = {
  criterion: Criterion
  /** Its part of all weights. */
  share: number
  onChange: (criterion: Criterion) => void
  /** Undefined for the last one: a policy needs a criterion. */
  onRemove: (() => void) | undefined
  fault: string | undefined
}

/** One criterion: the weight at hand, the scale behind a fold. */
export function CriterionEditor({ criterion, share, onChange, onRemove, fault }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const id = useId()
  const { measure, weight } = criterion
  const name = measureName(measure, language)
  const setWeight = (next: number) => onChange({ ...criterion, weight: next })
  return (
    <li className={style.criterion}>
      <div className={style.line}>
        <button
          type="button"
          className={style.head}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          data-hint={measureMeaning(measure, language)}
        >
          <IconChevronDown
            size={16}
            stroke={1.6}
            aria-hidden="true"
            className={style.fold}
            data-open={open || undefined}
          />
          <span className={style.words}>
            <span className={style.name}>{name}</span>
            <span className={style.scale}>{scaleWords(criterion.scale, measure, language)}</span>
          </span>
        </button>
        <Slider
          className={style.slider}
          thumbLabel={t`Weight of ${name}`}
          min={0}
          max={100}
          step={1}
          label={null}
          value={weight}
          onChange={setWeight}
        />
        <FigureField
          className={style.weight}
          size="xs"
          label={undefined}
          spoken={t`Weight of ${name}, exact`}
          min={0}
          max={100}
          decimals={1}
          value={weight}
          onChange={setWeight}
        />
        <span className={style.share} data-hint={t`Its part of all points`}>
          {format.share(share)}
        </span>
        <ActionIcon aria-label={t`Remove ${name}`} disabled={!onRemove} onClick={() => onRemove?.()}>
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      <div id={id} hidden={!open} className={style.body}>
        {open && (
          <>
            <ScaleEditor
              measure={measure}
              scale={criterion.scale}
              onChange={scale => onChange({ ...criterion, scale })}
            />
            <Select
              className={style.unknown}
              size="xs"
              label={t`Where the value is unknown`}
              value={criterion.unknown}
              onChange={value => onChange({ ...criterion, unknown: value as Criterion['unknown'] })}
              data={[
                { value: 'leave out', label: t`Leave it out: the other weights carry its points` },
                { value: 'no points', label: t`It brings no points` },
              ]}
            />
          </>
        )}
      </div>
      <Fault message={fault} />
    </li>
  )
}
