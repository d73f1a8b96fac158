import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { sayDone, sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { type AccountsSearch, accountsSearch, sameView, viewOf } from '../accounts-search.ts'
import style from './SavedViews.module.css'

const page = 'accounts'

type Props = { search: AccountsSearch; onApply: (view: AccountsSearch) => void }

/** A person's own arrangements of the list: filters, window, order and columns under a name. */
export function SavedViews({ search, onApply }: Props) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  const queries = useQueryClient()
  const query = useQuery(api.savedViews.list.queryOptions({ input: { page } }))
  const views = (query.data?.items ?? []).map(view => ({ ...view, search: accountsSearch(view.search) }))
  const changed = () => queries.invalidateQueries({ queryKey: api.savedViews.key() })
  const save = useMutation(api.savedViews.save.mutationOptions({ onSuccess: changed }))
  const remove = useMutation(api.savedViews.remove.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const current = views.find(view => sameView(view.search, search))
  const drop = (view: (typeof views)[number]) =>
    remove.mutate(
      { id: view.id },
      {
        onSuccess: () =>
          sayUndoable(t`The view “${view.name}” is deleted.`, () =>
            save.mutate({ page, name: view.name, search: viewOf(view.search) }),
          ),
      },
    )
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} stroke={1.6} aria-hidden="true" />}
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
          maw={240}
        >
          {current ? current.name : <Trans>Views</Trans>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={t`Saved views`}>
        {query.isError && <Failed error={query.error} onRetry={query.refetch} inline />}
        {views.length > 0 && (
          <ul className={style.list}>
            {views.map(view => (
              <li key={view.id} className={style.view} data-current={view.id === current?.id || undefined}>
                <button
                  type="button"
                  className={style.apply}
                  aria-pressed={view.id === current?.id}
                  onClick={() => {
                    onApply(view.search)
                    setOpened(false)
                  }}
                >
                  {view.name}
                </button>
                <ActionIcon size="sm" aria-label={t`Delete the view ${view.name}`} onClick={() => drop(view)}>
                  <IconTrash size={14} stroke={1.6} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
        <SaveView
          key={views.length}
          pending={save.isPending}
          error={save.isError ? save.error : null}
          onSave={name =>
            save.mutate(
              { page, name, search: viewOf(search) },
              {
                onSuccess: () => {
                  sayDone(t`The view “${name}” is saved.`)
                  setOpened(false)
                },
              },
            )
          }
        />
      </Popover.Dropdown>
    </Popover>
  )
}

type SaveProps = { pending: boolean; error: unknown; onSave: (name: string) => void }

function SaveView({ pending, error, onSave }: SaveProps) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onSave(name.trim())
  }
  return (
    <form className={style.save} onSubmit={submit}>
      <TextInput
        size="xs"
        label={t`Save what is on screen as`}
        description={t`The same name replaces a view`}
        maxLength={80}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      {error !== null && <Failed error={error} inline />}
      <Button type="submit" size="xs" variant="default" loading={pending} disabled={name.trim() === ''}>
        <Trans>Save the view</Trans>
      </Button>
    </form>
  )
}
