import { useLingui } from '@lingui/react/macro'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { AddPersonForm } from './AddPersonForm.tsx'
import { DismissForm } from './DismissForm.tsx'
import { LineForm } from './LineForm.tsx'
import { ContactForm, LinkForm } from './LinkForm.tsx'
import { PersonOnMap } from './PersonOnMap.tsx'
import type { AccountGap, RelationshipMap } from './relationships.web.ts'
import type { RelationshipsSearch } from './relationships-search.ts'

type Props = {
  accountId: number
  map: RelationshipMap
  gaps: readonly AccountGap[]
  search: RelationshipsSearch
  onSearch: (search: RelationshipsSearch) => void
  onClose: () => void
}

/** What the URL says lies open beside the map. */
export function MapDrawer(props: Props) {
  const { title, content } = useOpen(props)
  return (
    <DetailDrawer opened={content !== null} onClose={props.onClose} title={title} size={480}>
      {content}
    </DetailDrawer>
  )
}

function useOpen({ accountId, map, gaps, search, onSearch, onClose }: Props) {
  const { t } = useLingui()
  const { act, person, whom } = search
  const shown = map.people.find(each => each.contactId === person)
  const line = map.lines.find(each => each.id === search.line)
  const gap = gaps.find(each => each.kind === search.gap && (each.contactId ?? undefined) === person)
  const nothing = { title: '', content: null }
  if (act === 'person')
    return shown
      ? { title: shown.name, content: <PersonOnMap map={map} person={shown} onSearch={onSearch} /> }
      : nothing
  if (act === 'dismiss')
    return gap
      ? { title: t`Not a gap here`, content: <DismissForm accountId={accountId} gap={gap} onClose={onClose} /> }
      : nothing
  if (!map.mayEdit) return nothing
  const from = shown && person
  switch (act) {
    case 'add':
      return {
        title: t`Add a person`,
        content: <AddPersonForm accountId={accountId} role={search.role} onClose={onClose} />,
      }
    case 'line':
      if (search.line !== undefined && !line) return nothing
      return {
        title: line ? t({ message: 'Line', context: 'relationship' }) : t`Add a line`,
        content: (
          <LineForm
            key={`${line?.id} ${line?.version} ${from} ${whom}`}
            map={map}
            line={line ?? null}
            from={from}
            to={whom}
            onClose={onClose}
          />
        ),
      }
    case 'link':
      return {
        title: t`Link one of ours`,
        content: <LinkForm key={from} map={map} contactId={from} onClose={onClose} />,
      }
    case 'contact':
      return {
        title: t`Record a contact`,
        content: <ContactForm key={from} map={map} contactId={from} onClose={onClose} />,
      }
    default:
      return nothing
  }
}
