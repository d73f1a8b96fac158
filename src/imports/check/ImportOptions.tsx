import { useLingui } from '@lingui/react/macro'
import { Autocomplete, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Section } from '../../web/page/Section.tsx'
import type { Import } from '../ImportState.tsx'
import style from './ImportOptions.module.css'

type Props = {
  import: Import
  pending: boolean
  onChange: (given: { source?: string; createAccounts?: boolean; createProducts?: boolean }) => void
}

/** Where the file comes from, and what may come into being with it. */
export function ImportOptions({ import: shown, pending, onChange }: Props) {
  const { t } = useLingui()
  const [source, setSource] = useState(shown.source)
  const past = useQuery(api.imports.list.queryOptions({ input: { limit: 100 } }))
  const sources = [...new Set((past.data?.items ?? []).map(item => item.source))].toSorted()
  const { kind } = shown
  const commit = (name: string) => {
    const wanted = name.trim()
    if (wanted === '') setSource(shown.source)
    else if (wanted !== shown.source) onChange({ source: wanted })
  }
  return (
    <Section title={t`Options`}>
      <div className={style.options}>
        <Autocomplete
          label={t`Source`}
          description={t`The program the file comes from. The same document number in another source is another document.`}
          size="sm"
          maxLength={60}
          disabled={pending}
          value={source}
          data={sources}
          onChange={setSource}
          onOptionSubmit={commit}
          onBlur={() => commit(source)}
          onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
        />
        {(kind === 'invoices' || kind === 'contacts' || kind === 'costs') && (
          <div className={style.switches}>
            <Switch
              label={t`Create accounts that are not known yet`}
              description={t`Otherwise their rows are set aside`}
              disabled={pending}
              checked={shown.createAccounts}
              onChange={event => onChange({ createAccounts: event.currentTarget.checked })}
            />
            {kind === 'invoices' && (
              <Switch
                label={t`Create products that are not known yet`}
                description={t`Otherwise their rows are set aside`}
                disabled={pending}
                checked={shown.createProducts}
                onChange={event => onChange({ createProducts: event.currentTarget.checked })}
              />
            )}
          </div>
        )}
      </div>
    </Section>
  )
}
