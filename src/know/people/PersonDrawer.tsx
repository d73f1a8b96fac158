import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { AcquaintanceForm } from './AcquaintanceForm.tsx'
import { ConsentForm } from './ConsentForm.tsx'
import { ErasePerson } from './ErasePerson.tsx'
import { ImportPeople } from './ImportPeople.tsx'
import { MoveForm } from './MoveForm.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { PersonForm } from './PersonForm.tsx'
import type { PeopleSearch } from './people-search.ts'

type Props = {
  accountId: number
  mayEdit: boolean
  search: PeopleSearch
  onSearch: (search: PeopleSearch) => void
}

/** One person with everything we know; what is being done with them takes the drawer over. */
export function PersonDrawer({ accountId, mayEdit, search: { contact, act }, onSearch }: Props) {
  const { t } = useLingui()
  const id = typeof contact === 'number' ? contact : null
  const person = useQuery(api.know.people.read.queryOptions({ input: { contactId: id ?? 0 }, enabled: id !== null }))
  const close = () => onSearch({})
  const back = () => onSearch({ contact })
  const title =
    contact === 'new' ? t`Add a person` : contact === 'file' ? t`Take people from a file` : (person.data?.name ?? '')
  const read = id !== null && person.data?.contactId === id ? person.data : undefined
  return (
    <DetailDrawer opened={contact !== undefined} onClose={close} title={title} size={560}>
      {contact === 'new' && (
        <PersonForm
          accountId={accountId}
          person={null}
          onClose={close}
          onSaved={contactId => onSearch({ contact: contactId })}
        />
      )}
      {contact === 'file' && <ImportPeople accountId={accountId} onClose={close} />}
      {id !== null && person.isPending && <LinesSkeleton lines={10} />}
      {id !== null && person.isError && <Failed error={person.error} onRetry={() => void person.refetch()} />}
      {read && read.accountId !== accountId && (
        <p>
          <Trans>
            {read.name} works for {read.accountName} now.
          </Trans>
        </p>
      )}
      {read && (!mayEdit || act === undefined) && (
        <PersonFacts person={read} onAct={next => onSearch({ contact, act: next })} onGone={close} />
      )}
      {read && mayEdit && act === 'edit' && (
        <PersonForm
          key={`${read.version} ${read.profileVersion}`}
          accountId={accountId}
          person={read}
          onClose={back}
          onSaved={back}
        />
      )}
      {read && mayEdit && act === 'move' && <MoveForm person={read} onClose={back} onMoved={close} />}
      {read && mayEdit && act === 'consent' && <ConsentForm person={read} onClose={back} />}
      {read && mayEdit && act === 'acquaintance' && <AcquaintanceForm person={read} onClose={back} />}
      {read && act === 'erase' && <ErasePerson person={read} onClose={back} onErased={close} />}
    </DetailDrawer>
  )
}
