import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import form from '../../accounts/form.module.css'
import { type Tier, tierName, tiers } from '../../identify/tier.ts'
import { type ProductChoice, ProductSelect } from '../../products/ProductSelect.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { useMay } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { type AdjustmentKind, adjustmentKinds } from './adjustment.ts'
import style from './forecast.module.css'
import { useForecastWrites } from './forecast.web.ts'
import { adjustmentKindName } from './forecast-words.ts'
import { CategoryFilter } from './SeriesView.tsx'

export type AdjustmentDraft = {
  account: AccountChoice | null
  product: ProductChoice | null
  category: string | null
  tier: Tier | null
  kind: AdjustmentKind
  title: string
  reason: string
  fromDay: string
  toDay: string
  quantity: string | null
  percent: string | null
}

export const emptyAdjustment: AdjustmentDraft = {
  account: null,
  product: null,
  category: null,
  tier: null,
  kind: 'project',
  title: '',
  reason: '',
  fromDay: '',
  toDay: '',
  quantity: '',
  percent: null,
}

const decimal = /^-?\d{1,12}(\.\d{1,4})?$/

type Props = {
  given: AdjustmentDraft
  /** The version that is changed; without it a new one is said. */
  changing?: { id: string; version: number }
  onDone: (id: string) => void
}

/** What is known, of what, when, how much, and why. */
export function AdjustmentForm({ given, changing, onDone }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const [draft, setDraft] = useState(given)
  const set = (part: Partial<AdjustmentDraft>) => setDraft(old => ({ ...old, ...part }))
  const ofManyAccounts = useMay('administrator', 'head', 'back office')
  const { adjust, edit } = useForecastWrites()
  const inPercent = draft.percent !== null
  const amount = (inPercent ? draft.percent : draft.quantity) ?? ''
  const amountFits = decimal.test(amount) && (!inPercent || Number(amount) >= -100)
  const daysFit = draft.fromDay !== '' && draft.toDay >= draft.fromDay
  const complete =
    draft.title.trim() !== '' &&
    draft.reason.trim() !== '' &&
    daysFit &&
    amountFits &&
    (ofManyAccounts || draft.account !== null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!complete) return
    const { account, product, ...rest } = draft
    const said = {
      ...rest,
      accountId: account?.id ?? null,
      productId: product?.id ?? null,
      category: product ? null : draft.category,
      title: draft.title.trim(),
      reason: draft.reason.trim(),
    }
    const onSuccess = ({ id }: { id: string }) => {
      sayDone(t`Saved; the forecasts are being made anew`)
      onDone(id)
    }
    if (changing) edit.mutate({ ...changing, ...said }, { onSuccess })
    else adjust.mutate(said, { onSuccess })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t`What is known`}
        placeholder={t`Metro line 9, signalling rooms`}
        required
        maxLength={200}
        value={draft.title}
        onChange={event => set({ title: event.target.value })}
      />
      <Select
        label={t`Kind`}
        data={adjustmentKinds.map(value => ({ value, label: adjustmentKindName(value, language) }))}
        value={draft.kind}
        allowDeselect={false}
        onChange={value => set({ kind: value as AdjustmentKind })}
      />
      <AccountSelect
        label={t`Account`}
        description={ofManyAccounts ? t`Left open: all accounts, or those of the tier` : t`One that you own`}
        value={draft.account}
        onChange={account => set({ account })}
      />
      {ofManyAccounts && draft.account === null && (
        <Select
          label={t`Tier`}
          placeholder={t`All tiers`}
          clearable
          value={draft.tier}
          data={tiers.map(value => ({ value, label: tierName(value, language) }))}
          onChange={tier => set({ tier: tier as Tier | null })}
        />
      )}
      <ProductChoiceField product={draft.product} onChange={product => set({ product })} />
      {draft.product === null && (
        <div>
          <CategoryFilter
            value={draft.category ?? undefined}
            onChange={category => set({ category: category ?? null })}
          />
        </div>
      )}
      <div className={style.days}>
        <TextInput
          type="date"
          label={t`First day`}
          required
          value={draft.fromDay}
          onChange={event => set({ fromDay: event.target.value })}
        />
        <TextInput
          type="date"
          label={t`Last day`}
          required
          min={draft.fromDay}
          error={draft.toDay !== '' && !daysFit ? t`Lies before the first` : null}
          value={draft.toDay}
          onChange={event => set({ toDay: event.target.value })}
        />
      </div>
      <div className={style.how}>
        <TextInput
          label={inPercent ? t`Percent of what the past would give` : t`Pieces over the whole time`}
          description={inPercent ? t`20 is a fifth more, −100 nothing any more` : t`Less than 0 takes away`}
          required
          inputMode="decimal"
          error={amount === '' || amountFits ? null : t`A number such as 500 or −20`}
          value={amount}
          onChange={event => {
            const text = event.target.value.trim().replace('−', '-')
            set(inPercent ? { percent: text } : { quantity: text })
          }}
        />
        <SegmentedControl
          aria-label={t`Pieces or percent`}
          value={inPercent ? 'percent' : 'pieces'}
          onChange={value =>
            set(value === 'percent' ? { percent: amount, quantity: null } : { percent: null, quantity: amount })
          }
          data={[
            { value: 'pieces', label: t`Pieces` },
            { value: 'percent', label: '%' },
          ]}
        />
      </div>
      <Textarea
        label={t`Why: what makes you sure`}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.reason}
        onChange={event => set({ reason: event.target.value })}
      />
      <div className={form.end}>
        <Button type="submit" disabled={!complete} loading={adjust.isPending || edit.isPending}>
          {changing ? <Trans>Save the change</Trans> : <Trans>Put it on top of the forecast</Trans>}
        </Button>
      </div>
    </form>
  )
}

type ProductField = { product: ProductChoice | null; onChange: (product: ProductChoice | null) => void }

function ProductChoiceField({ product, onChange }: ProductField) {
  const { t } = useLingui()
  if (product === null) return <ProductSelect label={t`Product`} onChoose={onChange} />
  return (
    <TextInput
      label={t`Product`}
      readOnly
      value={product.name}
      rightSection={
        <button
          type="button"
          className="icon-button"
          aria-label={t`All products instead`}
          onClick={() => onChange(null)}
        >
          <IconX size={14} aria-hidden="true" />
        </button>
      }
    />
  )
}
