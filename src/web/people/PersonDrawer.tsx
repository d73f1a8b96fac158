import { useLingui } from '@lingui/react/macro'
import { DetailDrawer } from '../feedback/DetailDrawer.tsx'
import { ChangePerson } from './ChangePerson.tsx'
import { InvitePerson } from './InvitePerson.tsx'
import type { Person } from './PeopleTable.tsx'

type Props = {
  /** From the URL: a person's id, 'new', or nothing. */
  id: string | undefined
  person: Person | undefined
  onClose: () => void
}

export function PersonDrawer({ id, person, onClose }: Props) {
  const { t } = useLingui()
  const invites = id === 'new'
  return (
    <DetailDrawer
      opened={invites || person !== undefined}
      onClose={onClose}
      title={invites ? t`Invite a person` : (person?.name ?? '')}
    >
      {invites && <InvitePerson />}
      {person && <ChangePerson key={person.id} person={person} />}
    </DetailDrawer>
  )
}
