import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useMemo, useState } from 'react'
import { api, type client } from '../api.ts'
import { sayDone } from '../feedback/say.tsx'
import { Failed } from '../page/Failed.tsx'
import { sessionQuery } from '../session.ts'
import { useLanguage } from '../use-format.ts'
import { currencyChoices, monthChoices } from './currencies.ts'
import style from './settings.module.css'

export type Settings = Awaited<ReturnType<typeof client.settings.read>>

/** Name, base currency, fiscal year, language, time zone. Only what was changed is sent. */
export function CompanyForm({ settings }: { settings: Settings }) {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  const router = useRouter()
  const [changes, setChanges] = useState<Partial<Settings>>({})
  const shown = { ...settings, ...changes }
  const set = (change: Partial<Settings>) => setChanges({ ...changes, ...change })
  const currencies = useMemo(() => currencyChoices(language, t`Not known yet`), [language, t])
  const zones = useMemo(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])], [])

  const save = useMutation(
    api.settings.change.mutationOptions({
      onSuccess: saved => {
        queries.setQueryData(api.settings.read.queryKey(), saved)
        setChanges({})
        void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => router.invalidate())
        sayDone(t`Settings saved`)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { demo: _, ...wanted } = changes
    save.mutate(wanted)
  }

  return (
    <form className={style.form} onSubmit={submit}>
      <TextInput
        label={t`Name of the company`}
        value={shown.companyName}
        onChange={event => set({ companyName: event.target.value })}
      />
      <div className={style.pair}>
        <Select
          label={t`Base currency`}
          description={t`Every amount is converted to it. Fixed once the ledger holds lines.`}
          searchable
          data={currencies}
          value={shown.baseCurrency}
          onChange={value => value && set({ baseCurrency: value })}
        />
        <Select
          label={t`The fiscal year begins in`}
          description={t`Decides what “fiscal year to date” shows.`}
          data={monthChoices(language)}
          value={String(shown.fiscalYearStartMonth)}
          onChange={value => value && set({ fiscalYearStartMonth: Number(value) })}
        />
      </div>
      <div className={style.pair}>
        <Select
          label={t`Language`}
          description={t`For people who have not chosen their own.`}
          data={languageChoices}
          value={shown.language}
          onChange={value => set({ language: value === 'zh-Hans' ? 'zh-Hans' : 'en' })}
        />
        <Select
          label={t`Time zone`}
          description={t`Decides when a day begins.`}
          searchable
          data={zones}
          value={shown.timeZone}
          onChange={value => value && set({ timeZone: value })}
        />
      </div>
      {save.isError && <Failed error={save.error} inline />}
      <div className={style.foot}>
        <Button type="submit" loading={save.isPending} disabled={Object.keys(changes).length === 0}>
          <Trans>Save the settings</Trans>
        </Button>
        {Object.keys(changes).length > 0 && (
          <Button variant="subtle" color="gray" onClick={() => setChanges({})}>
            <Trans>Discard the changes</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}

/** Each language by its own name. */
export const languageChoices = [
  { value: 'en', label: 'English' },
  { value: 'zh-Hans', label: '简体中文' },
]
