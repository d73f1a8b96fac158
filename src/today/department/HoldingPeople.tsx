import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import type { client } from '../../web/api.ts'
import { Section } from '../../web/page/Section.tsx'
import { DataTable } from '../../web/table/DataTable.tsx'
import type { DepartmentSearch } from '../today-search.ts'
import { useHoldingColumns } from './use-holding-columns.tsx'

type Holding = Awaited<ReturnType<typeof client.today.department>>['people'][number]
type Chosen = Pick<DepartmentSearch, 'person' | 'role'>

type Props = { people: Holding[]; chosen: Chosen; onChoose: (chosen: Chosen) => void }

/** With whom it lies; a row narrows the queue below to theirs. */
export function HoldingPeople({ people, chosen, onChoose }: Props) {
  const { t } = useLingui()
  const columns = useHoldingColumns<Holding>({
    key: 'name',
    header: t`With`,
    width: 'minmax(140px, 1fr)',
    phone: 'lead',
    render: row => row.name,
  })
  const isChosen = (row: Holding) => (row.personId === null ? row.role === chosen.role : row.personId === chosen.person)
  const some = chosen.person !== undefined || chosen.role !== undefined
  return (
    <Section
      title={t`By person`}
      actions={some && <Button size="compact-xs" variant="default" onClick={() => onChoose({})}>{t`Everybody`}</Button>}
    >
      <DataTable
        label={t`By person`}
        columns={columns}
        rows={people}
        rowKey={row => row.personId ?? row.role ?? ''}
        height={301}
        isMarked={isChosen}
        onOpen={row =>
          onChoose(
            isChosen(row)
              ? {}
              : row.personId === null
                ? { role: row.role as Chosen['role'] }
                : { person: row.personId },
          )
        }
        empty={null}
      />
    </Section>
  )
}
