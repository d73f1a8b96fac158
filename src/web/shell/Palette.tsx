import { useLingui } from '@lingui/react/macro'
import { Spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBuildingStore, IconPackage, IconSearch, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import style from './Palette.module.css'
import { paletteStore } from './palette-store.ts'
import { rooms } from './rooms.ts'
import { accountsFound, peopleFound, productsFound } from './search-query.ts'

const listId = 'palette-answers'

/** ⌘K / Ctrl-K: pages at once, accounts and products from the server as one types. */
export function Palette() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const [settled] = useDebouncedValue(words.trim(), 120)
  const found = useQuery(accountsFound(settled))
  const foundProducts = useQuery(productsFound(settled))
  const foundPeople = useQuery(peopleFound(settled))

  const asked = words.trim().toLowerCase()
  const pages = rooms.filter(room => i18n._(room.name).toLowerCase().includes(asked))
  const accounts = asked ? (found.data?.items ?? []) : []
  const products = asked ? (foundProducts.data?.items ?? []) : []
  const people = asked ? (foundPeople.data?.items ?? []) : []
  const answers = [
    ...accounts.map(each => each.code),
    ...people.map(each => each.contactId),
    ...products.map(each => each.code),
  ].join(' ')
  // The answers come after the letters: Enter opens the first of what stands there now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other answers stand there
  useEffect(() => {
    if (asked) selectFirst()
  }, [asked, answers])
  const nothing = pages.length + accounts.length + people.length + products.length === 0

  return (
    <Spotlight.Root
      store={paletteStore}
      query={words}
      onQueryChange={setWords}
      shortcut={['mod + K']}
      size={600}
      scrollable
      maxHeight={420}
      clearQueryOnClose
      centered={false}
      yOffset={96}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      classNames={{ actionsGroup: style.group, action: style.action }}
    >
      <Spotlight.Search
        placeholder={t`Account, person, product or page`}
        aria-label={t`Search`}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList id={listId}>
        {accounts.length > 0 && (
          <Spotlight.ActionsGroup label={t`Accounts`}>
            {accounts.map(account => (
              <Spotlight.Action
                key={`account-${account.id}`}
                label={account.name}
                description={[account.code, account.city, account.country].filter(Boolean).join(' · ')}
                leftSection={<IconBuildingStore size={18} stroke={1.6} />}
                onClick={() => void navigate({ to: `/accounts/${account.id}` })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {people.length > 0 && (
          <Spotlight.ActionsGroup label={t`People`}>
            {people.map(person => (
              <Spotlight.Action
                key={`person-${person.contactId}`}
                label={person.name}
                description={[person.title, person.accountName].filter(Boolean).join(' · ')}
                leftSection={<IconUser size={18} stroke={1.6} />}
                onClick={() =>
                  void navigate({
                    to: `/accounts/${person.accountId}/people`,
                    search: { contact: person.contactId } as never,
                  })
                }
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {products.length > 0 && (
          <Spotlight.ActionsGroup label={t`Products`}>
            {products.map(product => (
              <Spotlight.Action
                key={`product-${product.id}`}
                label={product.name}
                description={[product.code, product.category].filter(Boolean).join(' · ')}
                leftSection={<IconPackage size={18} stroke={1.6} />}
                onClick={() => void navigate({ to: '/products', search: { product: product.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={t`Pages`}>
            {pages.map(room => (
              <Spotlight.Action
                key={room.path}
                label={i18n._(room.name)}
                leftSection={<room.icon size={18} stroke={1.6} />}
                onClick={() => void navigate({ to: room.path })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && (
          <Spotlight.Empty>
            {found.isFetching ? t`Searching…` : t`Nothing found for “${words.trim()}”.`}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Spotlight does so only for what stands there at once. */
function selectFirst(): void {
  const list = document.getElementById(listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState(state => ({ ...state, selected: 0 }))
}
