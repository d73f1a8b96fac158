import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { Section } from '../../web/page/Section.tsx'
import { type Field, fieldsOf, needsOf } from '../fields.ts'
import { useKindWords } from '../kind-words.web.ts'
import type { Corrections, Shape } from '../shape.ts'
import { headerName } from './answer.ts'
import style from './ColumnMap.module.css'

type Props = {
  shape: Shape
  /** First rows, to show what stands in a column. */
  rows: { cells: string[] }[]
  pending: boolean
  onCorrect: (corrections: Corrections) => void
}

const notInFile = ''

/** Which column is which field: found by the header, corrected by a choice. */
export function ColumnMap({ shape, rows, pending, onCorrect }: Props) {
  const { t } = useLingui()
  const [all, setAll] = useState(false)
  const needed = new Set(needsOf[shape.kind].flatMap(need => need[0]!))
  const isThere = (field: Field) => shape.columns[field.name] !== undefined
  const fields = fieldsOf[shape.kind]
  const shown = fields.filter(field => all || isThere(field) || needed.has(field.name))
  const found = fields.filter(isThere).length
  const read = new Set(Object.values(shape.columns))
  const unread = shape.headers.map((header, at) => header || t`Column ${at + 1}`).filter((_, at) => !read.has(at))
  const named = unread.slice(0, 4).join(' · ')
  const foundWords = plural(found, { one: '# field found', other: '# fields found' })
  const more = fields.length - shown.length
  const options = shape.headers.map((header, at) => {
    const name = header || t`Column ${at + 1}`
    return {
      value: headerName(shape.headers, at),
      label: headerName(shape.headers, at) === header ? name : `${name} (${at + 1})`,
    }
  })
  const exampleOf = (at: number | undefined) =>
    at === undefined ? '' : (rows.find(row => (row.cells[at] ?? '').trim() !== '')?.cells[at] ?? '')
  return (
    <Section
      title={t`Columns`}
      note={
        unread.length === 0
          ? t`${foundWords}; every column is read`
          : unread.length <= 4
            ? t`${foundWords}; not read: ${named}`
            : t`${foundWords}; not read: ${named} and ${unread.length - 4} more`
      }
    >
      <ul className={style.map}>
        {shown.map(field => (
          <FieldRow
            key={field.name}
            field={field}
            kind={shape.kind}
            needed={needed.has(field.name) && !isMet(shape, field.name)}
            value={isThere(field) ? headerName(shape.headers, shape.columns[field.name]!) : notInFile}
            options={options}
            example={exampleOf(shape.columns[field.name])}
            pending={pending}
            onChange={header => onCorrect({ columns: { [field.name]: header } })}
          />
        ))}
      </ul>
      {more > 0 && (
        <div>
          <Button variant="subtle" color="gray" size="xs" onClick={() => setAll(true)}>
            {plural(more, { one: 'Show # more field', other: 'Show # more fields' })}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** Whether the need that this field stands for is met, by itself or by another combination. */
function isMet(shape: Shape, name: string): boolean {
  if (name === 'document' && shape.documentByDay) return true
  if (name === 'account' && shape.account) return true
  const need = needsOf[shape.kind].find(alternatives => alternatives[0]!.includes(name))
  return need?.some(fields => fields.every(field => shape.columns[field] !== undefined)) ?? true
}

type RowProps = {
  field: Field
  kind: Shape['kind']
  needed: boolean
  value: string
  options: { value: string; label: string }[]
  example: string
  pending: boolean
  onChange: (header: string) => void
}

function FieldRow({ field, kind, needed, value, options, example, pending, onChange }: RowProps) {
  const { t } = useLingui()
  const words = useKindWords()
  const name = words.field(kind, field.name)
  return (
    <li className={style.row} data-absent={value === notInFile || undefined}>
      <span className={style.field}>
        {name}
        {needed && <span className={style.needed}>{t`needed`}</span>}
      </span>
      <Select
        size="xs"
        aria-label={t`Column of ${name}`}
        searchable
        disabled={pending}
        value={value}
        data={[{ value: notInFile, label: t`Not in the file` }, ...options]}
        onChange={header => header !== null && header !== value && onChange(header)}
      />
      <span className={style.example} data-hint={example.length > 24 ? example.slice(0, 400) : undefined}>
        {example}
      </span>
    </li>
  )
}
