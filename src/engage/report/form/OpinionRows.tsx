import { useLingui } from '@lingui/react/macro'
import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useLanguage } from '../../../web/use-format.ts'
import type { ReportForm } from '../report-form.ts'
import { type OpinionSubject, type OpinionTone, opinionSubjects, opinionTones } from '../visit-report.ts'
import { subjectName, toneName } from '../visit-report-words.ts'
import style from './report.module.css'
import { nextKey } from './row-key.ts'
import { AddRow, type FieldProps, RemoveRow } from './rows.tsx'

/** What they think of us, by subject, and which competitors they named. */
export function OpinionRows({ form, onChange }: FieldProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { opinions, competitors } = form
  const setOpinion = (key: string, change: Partial<ReportForm['opinions'][number]>) =>
    onChange({ opinions: opinions.map(each => (each.key === key ? { ...each, ...change } : each)) })
  const setCompetitor = (key: string, change: Partial<ReportForm['competitors'][number]>) =>
    onChange({ competitors: competitors.map(each => (each.key === key ? { ...each, ...change } : each)) })
  return (
    <>
      {opinions.map(({ key, subject, tone, words }, place) => (
        <div key={key} className={style.row}>
          <div className={style.head}>
            <Select
              aria-label={t`About what`}
              data={opinionSubjects.map(value => ({ value, label: subjectName(value, language) }))}
              value={subject}
              allowDeselect={false}
              onChange={value => setOpinion(key, { subject: value as OpinionSubject })}
            />
            <RemoveRow
              name={t`Remove opinion ${place + 1}`}
              onRemove={() => onChange({ opinions: opinions.filter(each => each.key !== key) })}
            />
          </div>
          <SegmentedControl
            fullWidth
            aria-label={t`How they see it`}
            data={opinionTones.map(value => ({ value, label: toneName(value, language) }))}
            value={tone}
            onChange={value => setOpinion(key, { tone: value as OpinionTone })}
          />
          <TextInput
            label={t`In their words`}
            value={words}
            maxLength={500}
            onChange={event => setOpinion(key, { words: event.currentTarget.value })}
          />
        </div>
      ))}
      <AddRow
        words={t`Add an opinion`}
        onAdd={() =>
          onChange({
            opinions: [...opinions, { key: nextKey(opinions), subject: 'price', tone: 'neutral', words: '' }],
          })
        }
      />
      {competitors.map(({ key, name, words }, place) => (
        <div key={key} className={style.row}>
          <div className={style.head}>
            <TextInput
              label={t`Competitor`}
              value={name}
              maxLength={200}
              onChange={event => setCompetitor(key, { name: event.currentTarget.value })}
            />
            <RemoveRow
              name={t`Remove competitor ${place + 1}`}
              onRemove={() => onChange({ competitors: competitors.filter(each => each.key !== key) })}
            />
          </div>
          <TextInput
            label={t`What was said of them`}
            value={words}
            maxLength={500}
            onChange={event => setCompetitor(key, { words: event.currentTarget.value })}
          />
        </div>
      ))}
      <AddRow
        words={t`Add a competitor who was named`}
        onAdd={() => onChange({ competitors: [...competitors, { key: nextKey(competitors), name: '', words: '' }] })}
      />
    </>
  )
}
