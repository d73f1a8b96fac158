import { useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../web/api.ts'

export type ProductChoice = { id: number; code: string; name: string }

type Props = {
  label: string
  /** What is chosen is the caller's at once; the field is empty again for the next. */
  onChoose: (product: ProductChoice) => void
  /** Not offered: they have been chosen before. */
  except?: readonly number[]
}

/** Adds one product after the other, each found by code or name as one types. */
export function ProductSelect({ label, onChoose, except = [] }: Props) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text.trim(), 150)
  const found = useQuery(
    api.products.search.queryOptions({
      input: { text: settled.slice(0, 100), limit: 12 },
      enabled: settled !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const offered = settled === '' ? [] : (found.data?.items ?? []).filter(product => !except.includes(product.id))
  return (
    <Select
      label={label}
      placeholder={t`Code or name`}
      searchable
      value={null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={settled !== '' && !found.isFetching ? t`No product has this code or name` : undefined}
      data={offered.map(product => ({ value: String(product.id), label: `${product.code} · ${product.name}` }))}
      onChange={id => {
        const product = offered.find(each => String(each.id) === id)
        if (product) onChoose(product)
        setText('')
      }}
    />
  )
}
