import { Trans, useLingui } from '@lingui/react/macro'
import { Autocomplete, Button, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { problemOf } from '../../web/failure.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import style from './installed.module.css'
import type { InstalledItem } from './installed.page.tsx'
import { conditionName } from './installed-words.ts'
import { emptyItem, type ItemDraft, itemDraftOf, itemOf } from './item-draft.ts'
import { useProductLines } from './product-lines.web.ts'
import { conditions } from './replacement.ts'

type Props = {
  accountId: number
  /** undefined: closed. */
  item: InstalledItem | 'new' | undefined
  mayEdit: boolean
  onClose: () => void
}

/** One installed item, to edit or to take out; or a new one. */
export function ItemDrawer({ accountId, item, mayEdit, onClose }: Props) {
  const { t } = useLingui()
  const title = item === 'new' ? t`Add an installed item` : [item?.brand, item?.model].filter(Boolean).join(' ')
  return (
    <DetailDrawer opened={item !== undefined} onClose={onClose} title={title} size={480}>
      {item !== undefined && (
        <fieldset className={style.plain} disabled={!mayEdit}>
          <ItemForm
            key={item === 'new' ? 'new' : `${item.id}-${item.version}`}
            accountId={accountId}
            item={item === 'new' ? null : item}
            mayEdit={mayEdit}
            onClose={onClose}
          />
        </fieldset>
      )}
    </DetailDrawer>
  )
}

type FormProps = { accountId: number; item: InstalledItem | null; mayEdit: boolean; onClose: () => void }

function ItemForm({ accountId, item, mayEdit, onClose }: FormProps) {
  const { t } = useLingui()
  const { today, baseCurrency } = useCompany()
  const language = useLanguage()
  const lines = useProductLines()
  const sites = useQuery(api.know.sites.list.queryOptions({ input: { accountId } }))
  const [draft, setDraft] = useState<ItemDraft>(item ? itemDraftOf(item) : emptyItem)
  const acts = useItemActs(accountId, item, onClose)
  const said = itemOf(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (said) acts.save(said)
  }
  const text = (key: Exclude<keyof ItemDraft, 'ours'>) => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [key]: event.currentTarget.value }),
  })
  const number = (key: 'quantity' | 'unitPrice' | 'lifeYears') => ({
    value: draft[key],
    onChange: (value: string | number) => setDraft({ ...draft, [key]: String(value) }),
  })
  return (
    <form className={style.form} onSubmit={submit}>
      <div className={style.pair}>
        <TextInput
          {...text('brand')}
          label={t`Brand`}
          required
          maxLength={200}
          data-autofocus={item === null || undefined}
        />
        <TextInput {...text('model')} label={t`Model`} maxLength={200} />
      </div>
      <Switch
        label={t`Our own make`}
        checked={draft.ours}
        onChange={event => setDraft({ ...draft, ours: event.currentTarget.checked })}
      />
      <Autocomplete
        label={t`Product line`}
        description={t`Its usual life holds where the item has none of its own`}
        data={lines}
        maxLength={200}
        value={draft.productLine}
        onChange={productLine => setDraft({ ...draft, productLine })}
      />
      {sites.data && sites.data.items.length > 0 && (
        <Select
          label={t`Site`}
          clearable
          value={draft.siteId || null}
          data={sites.data.items.map(site => ({ value: String(site.id), label: site.name }))}
          onChange={siteId => setDraft({ ...draft, siteId: siteId ?? '' })}
        />
      )}
      <div className={style.pair}>
        <NumberInput
          {...number('quantity')}
          label={t`Quantity`}
          required
          min={1}
          max={10_000_000}
          allowDecimal={false}
        />
        <TextInput {...text('boughtOn')} label={t`Bought on`} type="date" max={today} />
      </div>
      <div className={style.pair}>
        <NumberInput {...number('unitPrice')} label={t`Unit price`} min={0} decimalScale={6} hideControls />
        <TextInput {...text('currency')} label={t`Currency`} placeholder={baseCurrency} maxLength={3} />
      </div>
      <div className={style.pair}>
        <NumberInput
          {...number('lifeYears')}
          label={t`Expected life, years`}
          min={0.1}
          max={50}
          decimalScale={2}
          hideControls
        />
        <Select
          label={t`Condition`}
          clearable
          value={draft.condition || null}
          data={conditions.map(value => ({ value, label: conditionName(value, language) }))}
          onChange={condition => setDraft({ ...draft, condition: condition ?? '' })}
        />
      </div>
      <Textarea {...text('note')} label={t`Note`} maxLength={2000} autosize minRows={2} maxRows={6} />
      {acts.failed && <Failed error={acts.failed} inline />}
      {acts.conflict && (
        <Button variant="default" onClick={() => void acts.changed()}>
          <Trans>Read it again</Trans>
        </Button>
      )}
      {mayEdit && (
        <div className={style.end}>
          {item && (
            <Button variant="subtle" color="red" loading={acts.removing} onClick={acts.remove}>
              <Trans>It has been replaced</Trans>
            </Button>
          )}
          <span className={style.space} />
          <Button variant="default" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" loading={acts.saving} disabled={!said}>
            {item ? <Trans>Save the item</Trans> : <Trans>Add the item</Trans>}
          </Button>
        </div>
      )}
    </form>
  )
}

type Said = NonNullable<ReturnType<typeof itemOf>>

function useItemActs(accountId: number, item: InstalledItem | null, onClose: () => void) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const changed = () =>
    Promise.all(
      [api.know.installed.key(), api.accounts.changes.key()].map(queryKey => queries.invalidateQueries({ queryKey })),
    )
  const done = () => {
    sayDone(t`The item is saved.`)
    onClose()
    return changed()
  }
  const add = useMutation(api.know.installed.add.mutationOptions({ onSuccess: done }))
  const edit = useMutation(api.know.installed.edit.mutationOptions({ onSuccess: done }))
  const again = useMutation(api.know.installed.add.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const remove = useMutation(
    api.know.installed.remove.mutationOptions({
      onError: sayFailed,
      onSuccess: () => {
        const was = item && itemOf(itemDraftOf(item))
        if (was) sayUndoable(t`${was.brand} is installed no more.`, () => again.mutate({ accountId, ...was }))
        onClose()
        return changed()
      },
    }),
  )
  const failed = add.error ?? edit.error
  return {
    changed,
    failed,
    conflict: failed !== null && problemOf(failed).code === 'item_changed_meanwhile',
    saving: add.isPending || edit.isPending,
    removing: remove.isPending,
    save: (said: Said) =>
      item ? edit.mutate({ id: item.id, version: item.version, ...said }) : add.mutate({ accountId, ...said }),
    remove: () => item && remove.mutate({ id: item.id, version: item.version }),
  }
}
