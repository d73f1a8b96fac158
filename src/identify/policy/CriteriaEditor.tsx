import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Section } from '../../web/page/Section.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { measureMeaning, measureName } from '../measure-words.ts'
import { type MeasureKey, measureKeys } from '../measures.ts'
import type { Criterion, Policy } from '../policy.ts'
import { faultAt, type PolicyFault } from '../policy-draft.ts'
import { defaultScale } from '../scale-default.ts'
import style from './CriteriaEditor.module.css'
import { CriterionEditor } from './CriterionEditor.tsx'
import { Fault } from './Fault.tsx'

type Props = {
  criteria: Policy['criteria']
  onChange: (criteria: Policy['criteria']) => void
  faults: readonly PolicyFault[]
}

/** What brings points, how much each counts, and on which scale. */
export function CriteriaEditor({ criteria, onChange, faults }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const total = criteria.reduce((sum, criterion) => sum + criterion.weight, 0)
  const unused = measureKeys.filter(key => !criteria.some(criterion => criterion.measure === key))
  const set = (index: number, criterion: Criterion) =>
    onChange(criteria.map((each, place) => (place === index ? criterion : each)))
  const add = (measure: MeasureKey) =>
    onChange([...criteria, { measure, weight: 10, scale: defaultScale('percentile', measure), unknown: 'leave out' }])
  return (
    <Section
      title={t`Criteria`}
      note={t`Each brings its share of 100 points; only the relation of the weights counts`}
      actions={
        <Menu position="bottom-end" width={300}>
          <Menu.Target>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              disabled={unused.length === 0 || criteria.length >= 20}
            >
              <Trans>Add a criterion</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={style.menu}>
            {unused.map(key => (
              <Menu.Item key={key} onClick={() => add(key)}>
                <span className={style.name}>{measureName(key, language)}</span>
                <span className={style.meaning}>{measureMeaning(key, language)}</span>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      <ul className={style.list}>
        {criteria.map((criterion, index) => (
          <CriterionEditor
            key={criterion.measure}
            criterion={criterion}
            share={total > 0 ? criterion.weight / total : 0}
            onChange={changed => set(index, changed)}
            onRemove={criteria.length > 1 ? () => onChange(criteria.filter((_, place) => place !== index)) : undefined}
            fault={faultAt(faults, 'criteria', index)}
          />
        ))}
      </ul>
      <Fault message={faults.find(fault => fault.path.length === 1 && fault.path[0] === 'criteria')?.message} />
    </Section>
  )
}
