import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import style from '../../../accounts/form.module.css'
import { api } from '../../../web/api.ts'
import { problemOf } from '../../../web/failure.ts'
import { DetailDrawer } from '../../../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed, sayUndoable } from '../../../web/feedback/say.tsx'
import { Failed } from '../../../web/page/Failed.tsx'
import { useCompany } from '../../../web/session.ts'
import { useLanguage } from '../../../web/use-format.ts'
import { insurances, type Site, siteKinds } from '../site.ts'
import { emptySite, isPlace, type SiteDraft, siteDraftOf, siteEditOf } from '../site-draft.ts'
import { insuranceName, siteKindName } from '../sites-words.ts'
import { PlaceField } from './PlaceField.tsx'
import { SiteFacts } from './SiteFacts.tsx'

type Props = {
  accountId: number
  /** undefined: closed. */
  site: Site | 'new' | undefined
  mayEdit: boolean
  onClose: () => void
}

/** One site: to read, to edit, to delete; or a new one. */
export function SiteDrawer({ accountId, site, mayEdit, onClose }: Props) {
  const { t } = useLingui()
  return (
    <DetailDrawer
      opened={site !== undefined}
      onClose={onClose}
      title={site === 'new' ? t`Add a site` : (site?.name ?? '')}
      size={480}
    >
      {site === undefined ? null : site === 'new' || mayEdit ? (
        <SiteForm
          key={site === 'new' ? 'new' : `${site.id}-${site.version}`}
          accountId={accountId}
          site={site === 'new' ? null : site}
          onClose={onClose}
        />
      ) : (
        <SiteFacts site={site} />
      )}
    </DetailDrawer>
  )
}

function SiteForm({ accountId, site, onClose }: { accountId: number; site: Site | null; onClose: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { baseCurrency, today } = useCompany()
  const before = site ? siteDraftOf(site) : emptySite
  const [draft, setDraft] = useState(before)
  const { add, edit, remove, changed } = useWrites(accountId, site, before, onClose)
  const said = siteEditOf(draft, before)
  const set = (part: Partial<SiteDraft>) => setDraft({ ...draft, ...part })
  const field = (key: Exclude<keyof SiteDraft, 'kind' | 'insurance'>) => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: event.currentTarget.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (site) edit.mutate({ id: site.id, version: site.version, ...said })
    else add.mutate({ accountId, ...said, name: draft.name.trim() })
  }
  const failed = add.error ?? edit.error
  const conflict = failed !== null && problemOf(failed).code === 'site_changed_meanwhile'
  const placed = isPlace(draft)
  const goodsFit = /^\d{0,15}(\.\d{1,6})?$/.test(draft.goodsValue.replaceAll(/[,\s]/g, ''))
  return (
    <form className={style.form} onSubmit={submit}>
      <TextInput label={t({ message: 'Name', context: 'site' })} {...field('name')} required maxLength={200} />
      <Select
        label={t`Kind of site`}
        allowDeselect={false}
        data={siteKinds.map(kind => ({ value: kind, label: siteKindName(kind, language) }))}
        value={draft.kind}
        onChange={kind => kind && set({ kind })}
      />
      <PlaceField
        value={draft.city}
        onChange={city => set({ city })}
        onChoose={(city, country) => set({ city, country })}
      />
      <TextInput label={t`Address`} {...field('address')} maxLength={500} />
      <Group grow align="flex-start">
        <TextInput
          label={t`Latitude, degrees north`}
          inputMode="decimal"
          {...field('latitude')}
          error={placed ? null : t`Both or neither, within 90 and 180 degrees`}
        />
        <TextInput label={t`Longitude, degrees east`} inputMode="decimal" {...field('longitude')} />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          label={t`Our goods there, ${baseCurrency}`}
          inputMode="decimal"
          {...field('goodsValue')}
          error={goodsFit ? null : t`An amount such as 120000.50`}
        />
        <TextInput
          label={t`Goods as of`}
          type="date"
          max={today}
          {...field('goodsAsOf')}
          disabled={draft.goodsValue === ''}
        />
      </Group>
      <Group grow align="flex-start">
        <Select
          label={t`Insurance of the goods`}
          data={insurances.map(each => ({ value: each, label: insuranceName(each, language) }))}
          placeholder={insuranceName(null, language)}
          clearable
          value={draft.insurance || null}
          onChange={insurance => set({ insurance: insurance ?? '' })}
        />
        <TextInput
          label={t`Insurance as of`}
          type="date"
          max={today}
          {...field('insuranceAsOf')}
          disabled={draft.insurance === ''}
        />
      </Group>
      <TextInput label={t`Code of the site`} {...field('code')} maxLength={200} />
      <Textarea label={t`Note`} {...field('note')} maxLength={4000} autosize minRows={2} maxRows={8} />
      {failed && <Failed error={failed} inline />}
      {conflict && (
        <Button variant="default" onClick={() => void changed()}>
          <Trans>Read it again</Trans>
        </Button>
      )}
      <div className={style.end}>
        {site && (
          <Button
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: site.id })}
          >
            <Trans>Delete the site</Trans>
          </Button>
        )}
        <span className={style.space} />
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button
          type="submit"
          loading={add.isPending || edit.isPending}
          disabled={draft.name.trim() === '' || Object.keys(said).length === 0 || !placed || !goodsFit}
        >
          {site ? <Trans>Save the site</Trans> : <Trans>Add the site</Trans>}
        </Button>
      </div>
    </form>
  )
}

function useWrites(accountId: number, site: Site | null, before: SiteDraft, onClose: () => void) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const changed = () =>
    Promise.all(
      [api.know.sites.key(), api.accounts.changes.key(), api.engage.risk.key()].map(queryKey =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  const done = (words: string) => {
    sayDone(words)
    onClose()
    return changed()
  }
  const again = useMutation(api.know.sites.add.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  return {
    changed,
    add: useMutation(api.know.sites.add.mutationOptions({ onSuccess: added => done(t`${added.name} is added.`) })),
    edit: useMutation(api.know.sites.edit.mutationOptions({ onSuccess: edited => done(t`${edited.name} is saved.`) })),
    remove: useMutation(
      api.know.sites.remove.mutationOptions({
        onError: sayFailed,
        onSuccess: () => {
          sayUndoable(t`${before.name} is deleted.`, () =>
            again.mutate({ accountId, ...siteEditOf(before, emptySite), name: site?.name ?? before.name }),
          )
          onClose()
          return changed()
        },
      }),
    ),
  }
}
