import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { buyingRoleName } from '../people/buying-role-words.ts'
import { InfluenceDots } from './InfluenceDots.tsx'
import { lineKindName, lineStrengthName } from './map-words.ts'
import type { MapLine, MapPerson, RelationshipMap } from './relationships.web.ts'
import { StanceMark } from './StanceMark.tsx'

type Props = { map: RelationshipMap; onOpenPerson: (contactId: number) => void; onOpenLine?: (lineId: number) => void }

/** Everything that the map shows, as tables: for the phone, for the keyboard, for those who cannot see it. */
export function MapTables({ map, onOpenPerson, onOpenLine }: Props) {
  const { t } = useLingui()
  return (
    <>
      <Section title={t`People on the map`}>
        <DataTable
          label={t`People on the map`}
          columns={usePeopleColumns(map)}
          rows={map.people}
          rowKey={row => row.contactId}
          height="content"
          onOpen={row => onOpenPerson(row.contactId)}
          empty={<EmptyState title={t`Nobody is known here yet`} />}
        />
      </Section>
      <Section title={t({ message: 'Lines', context: 'relationship' })}>
        <DataTable
          label={t({ message: 'Lines', context: 'relationship' })}
          columns={useLineColumns(map)}
          rows={map.lines}
          rowKey={row => row.id}
          height="content"
          onOpen={onOpenLine && (row => onOpenLine(row.id))}
          empty={
            <EmptyState title={t`No line has been drawn yet`}>
              <Trans>Who reports to whom, and whose word sways whom: ask on the next visit.</Trans>
            </EmptyState>
          }
        />
      </Section>
    </>
  )
}

function useNames(map: RelationshipMap): (contactId: number) => string {
  const names = new Map(map.people.map(person => [person.contactId, person.name]))
  return contactId => names.get(contactId) ?? ''
}

function usePeopleColumns(map: RelationshipMap): Column<MapPerson>[] {
  const { t } = useLingui()
  const language = useLanguage()
  const format = useFormat()
  const nameOf = useNames(map)
  const ours = new Map(map.ours.map(person => [person.personId, person.name]))
  const accounts = new Map(map.accounts.map(account => [account.id, account.name]))
  const knownBy = ({ contactId }: MapPerson) => map.acquaintances.filter(each => each.contactId === contactId)
  const words = (text: string) => <span data-hint={text}>{text}</span>
  const account: Column<MapPerson>[] =
    map.accounts.length > 1
      ? [
          {
            key: 'account',
            header: t`Account`,
            width: 'minmax(120px, 1fr)',
            render: row => words(accounts.get(row.accountId) ?? ''),
          },
        ]
      : []
  return [
    {
      key: 'name',
      header: t({ message: 'Name', context: 'person' }),
      width: 'minmax(150px, 1.2fr)',
      phone: 'lead',
      render: row => words(row.name),
    },
    ...account,
    {
      key: 'role',
      header: t`Role in the buying centre`,
      width: 'minmax(150px, 1fr)',
      phone: 'detail',
      render: row => (row.buyingRole ? buyingRoleName(row.buyingRole, language) : ''),
    },
    {
      key: 'stance',
      header: t`Stance`,
      width: 'minmax(160px, 0.8fr)',
      phone: 'figure',
      render: row => <StanceMark stance={row.stance} named />,
    },
    {
      key: 'influence',
      header: t`Influence`,
      width: '90px',
      render: row => <InfluenceDots influence={row.influence} />,
    },
    {
      key: 'reports',
      header: t`Reports to`,
      width: 'minmax(120px, 1fr)',
      render: row =>
        words(
          map.lines
            .filter(line => line.kind === 'reports to' && line.fromContactId === row.contactId)
            .map(line => nameOf(line.toContactId))
            .join(', '),
        ),
    },
    {
      key: 'known',
      header: t`Known by`,
      hint: t`Who of ours knows them, and how well, 1 to 5`,
      width: 'minmax(150px, 1.2fr)',
      render: row =>
        words(
          knownBy(row)
            .map(each => `${ours.get(each.personId) ?? ''} ${each.strength}`)
            .join(', '),
        ),
    },
    {
      key: 'last',
      header: t`Last contact`,
      width: '120px',
      render: row => {
        const days = knownBy(row).flatMap(each => each.lastContactOn ?? [])
        return days.length > 0 ? format.day(days.sort().at(-1)!) : ''
      },
    },
  ]
}

function useLineColumns(map: RelationshipMap): Column<MapLine>[] {
  const { t } = useLingui()
  const language = useLanguage()
  const nameOf = useNames(map)
  return [
    {
      key: 'from',
      header: t({ message: 'Who', context: 'relationship' }),
      width: 'minmax(140px, 1fr)',
      phone: 'lead',
      render: row => nameOf(row.fromContactId),
    },
    {
      key: 'kind',
      header: t({ message: 'Line', context: 'relationship' }),
      width: '120px',
      phone: 'figure',
      render: row => lineKindName(row.kind, language),
    },
    {
      key: 'to',
      header: t`Whom`,
      width: 'minmax(140px, 1fr)',
      phone: 'detail',
      render: row => nameOf(row.toContactId),
    },
    {
      key: 'strength',
      header: t`How strongly`,
      width: '110px',
      render: row => (row.strength === null ? '' : lineStrengthName(row.strength, language)),
    },
    {
      key: 'note',
      header: t`Note`,
      width: 'minmax(160px, 2fr)',
      render: row => row.note && <span data-hint={row.note}>{row.note}</span>,
    },
  ]
}
