import { useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../web/api.ts'

export type AccountChoice = { id: number; code: string; name: string }

type Props = {
  label: string
  value: AccountChoice | null
  onChange: (account: AccountChoice | null) => void
  /** Not offered: an account cannot belong to itself. */
  except?: number
  description?: string
}

/** One account, found by code or name as one types. */
export function AccountSelect({ label, value, onChange, except, description }: Props) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text.trim(), 150)
  const asking = settled !== '' && settled !== value?.name
  const found = useQuery(
    api.accounts.search.queryOptions({
      input: { text: settled.slice(0, 100), limit: 12 },
      enabled: asking,
      placeholderData: keepPreviousData,
    }),
  )
  const offered = (asking ? (found.data?.items ?? []) : []).filter(account => account.id !== except)
  const all = value && !offered.some(account => account.id === value.id) ? [value, ...offered] : offered
  return (
    <Select
      label={label}
      description={description}
      placeholder={t`Code or name`}
      searchable
      clearable
      allowDeselect
      value={value ? String(value.id) : null}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={asking && !found.isFetching ? t`No account has this code or name` : undefined}
      data={all.map(account => ({ value: String(account.id), label: account.name }))}
      onChange={id => onChange(all.find(account => String(account.id) === id) ?? null)}
    />
  )
}
