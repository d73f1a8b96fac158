import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import form from '../../accounts/form.module.css'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { buyingRoleName } from '../people/buying-role-words.ts'
import { influenceName, profileFieldName, strengthName } from '../people/profile-words.ts'
import { lineKindName } from './map-words.ts'
import type { MapPerson, RelationshipMap } from './relationships.web.ts'
import type { RelationshipsSearch } from './relationships-search.ts'
import { StanceMark } from './StanceMark.tsx'

type Props = { map: RelationshipMap; person: MapPerson; onSearch: (search: RelationshipsSearch) => void }

/** One person of the map: what is known of them there, and what one does from there. */
export function PersonOnMap({ map, person, onSearch }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const { contactId } = person
  const known = map.acquaintances.filter(each => each.contactId === contactId)
  const lines = map.lines.filter(line => line.fromContactId === contactId || line.toContactId === contactId)
  const page: string = `/accounts/${person.accountId}/people`
  return (
    <div className={form.form}>
      <dl className={form.facts}>
        <Fact name={t({ message: 'Job title', context: 'person' })}>{person.title ?? '–'}</Fact>
        <Fact name={profileFieldName('buyingRole', language)}>
          {person.buyingRole ? buyingRoleName(person.buyingRole, language) : '–'}
        </Fact>
        <Fact name={profileFieldName('stance', language)}>
          <StanceMark stance={person.stance} named />
        </Fact>
        <Fact name={profileFieldName('influence', language)}>
          {person.influence === null ? '–' : `${person.influence} · ${influenceName(person.influence, language)}`}
        </Fact>
        <Fact name={t`Known by`}>
          {known.length === 0 ? (
            <Trans>Nobody of ours</Trans>
          ) : (
            known.map(each => <KnownBy key={each.personId} map={map} acquaintance={each} />)
          )}
        </Fact>
        <Fact name={t({ message: 'Lines', context: 'relationship' })}>
          {lines.length === 0
            ? '–'
            : lines.map(line => (
                <div key={line.id}>
                  {[
                    nameOf(map, line.fromContactId),
                    lineKindName(line.kind, language),
                    nameOf(map, line.toContactId),
                  ].join(' ')}
                </div>
              ))}
        </Fact>
      </dl>
      <div className={form.end}>
        {map.mayEdit && (
          <>
            <Button variant="default" size="xs" onClick={() => onSearch({ act: 'line', person: contactId })}>
              <Trans>Draw a line from here</Trans>
            </Button>
            <Button variant="default" size="xs" onClick={() => onSearch({ act: 'link', person: contactId })}>
              <Trans>Link one of ours</Trans>
            </Button>
            <Button variant="default" size="xs" onClick={() => onSearch({ act: 'contact', person: contactId })}>
              <Trans>Record a contact</Trans>
            </Button>
          </>
        )}
        <Button
          variant="default"
          size="xs"
          renderRoot={props => <Link to={page} search={{ contact: contactId } as never} {...props} />}
        >
          <Trans>Open the person</Trans>
        </Button>
      </div>
    </div>
  )
}

const nameOf = (map: RelationshipMap, contactId: number): string =>
  map.people.find(person => person.contactId === contactId)?.name ?? ''

type KnownByProps = { map: RelationshipMap; acquaintance: RelationshipMap['acquaintances'][number] }

function KnownBy({ map, acquaintance: { personId, strength, lastContactOn } }: KnownByProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const format = useFormat()
  const name = map.ours.find(person => person.personId === personId)?.name ?? ''
  const last = lastContactOn ? t`last contact ${format.day(lastContactOn)}` : t`no contact on record`
  return <div>{`${name}: ${strength} · ${strengthName(strength, language)}, ${last}`}</div>
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
