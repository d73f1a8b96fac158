import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { type Answers, read, write as send } from './ask.web.ts'
import { useWriting } from './language.web.ts'
import { ProductSearch } from './ProductSearch.tsx'
import style from './portal.module.css'
import { finished, quantityOf } from './quantity.ts'
import { StockFile } from './StockFile.tsx'
import { useSession } from './session.web.ts'
import { useDraft } from './use-draft.web.ts'
import { useRead } from './use-read.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure, Read } from './Waiting.tsx'

type Item = Answers['stock']['items'][number]

/** What was typed for a product: what is there, what was sold. */
export type Typed = { onHand: string; sold: string }

export type StockDraft = {
  day: string
  soldFrom: string
  typed: Record<string, Typed>
  /** Products that were not on the list. */
  added: { product: string; name: string; unit: string | null }[]
}

export function StockEntry() {
  const { accounts, today } = useSession()
  const [account, setAccount] = useState(accounts[0]!.code)
  const stock = useRead(`stock ${account}`, () => read('stock', 'stock', { account }))
  return (
    <>
      <h1 className={style.title}>
        <Trans>Stock and sales</Trans>
      </h1>
      <p className={style.lead}>
        <Trans>From what is there and what was sold your next order is proposed.</Trans>
      </p>
      {accounts.length > 1 && (
        <label className={`${style.field} ${style.section}`}>
          <span className={style.label}>
            <Trans>Company</Trans>
          </span>
          <select className={style.input} value={account} onChange={event => setAccount(event.target.value)}>
            {accounts.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Read of={stock}>
        {({ items, lastDay }) => (
          <EntryForm
            key={account}
            account={account}
            items={items}
            lastDay={lastDay}
            today={today}
            again={stock.again}
          />
        )}
      </Read>
    </>
  )
}

type FormProps = { account: string; items: Item[]; lastDay: string | null; today: string; again: () => void }

/** A week back, where nothing was ever counted. */
const weekBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10)
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

function EntryForm({ account, items, lastDay, today, again }: FormProps) {
  const { t } = useLingui()
  const write = useWriting()
  const [q, setQ] = useState('')
  const [done, setDone] = useState<Answers['enterStock'] | null>(null)
  const soldFrom = lastDay && lastDay < today ? dayAfter(lastDay) : weekBefore(today)
  const { draft, change, clear } = useDraft<StockDraft>(`stock ${account}`, {
    day: today,
    soldFrom,
    typed: {},
    added: [],
  })
  const act = useWrite()
  const added = draft.added.map(each => ({
    ...each,
    onHand: null,
    day: null,
    sold: null,
    soldFrom: null,
    soldTo: null,
  }))
  const known = new Set(items.map(item => item.product))
  const all: Item[] = [...items, ...added.filter(item => !known.has(item.product))]
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = all.filter(item => words.every(word => `${item.name} ${item.product}`.toLowerCase().includes(word)))
  const rows = Object.entries(draft.typed)
    .map(([product, typed]) => ({
      product,
      onHand: finished(typed.onHand) || null,
      sold: finished(typed.sold) || null,
    }))
    .filter(row => row.onHand !== null || row.sold !== null)
  const set = (product: string, typed: Typed) => {
    setDone(null)
    change({ ...draft, typed: { ...draft.typed, [product]: typed } })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const hasSales = rows.some(row => row.sold !== null)
    void act.write(async () => {
      const entry = { account, day: draft.day, soldFrom: hasSales ? draft.soldFrom : null, rows }
      setDone(await send('enterStock', 'POST', 'stock', entry))
      clear()
      again()
    })
  }
  return (
    <form onSubmit={submit}>
      <div className={`${style.pair} ${style.form} ${style.section}`}>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Counted at the end of</Trans>
          </span>
          <input
            type="date"
            className={style.input}
            required
            max={today}
            value={draft.day}
            onChange={event => change({ ...draft, day: event.target.value })}
          />
        </label>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Sold since (this day included)</Trans>
          </span>
          <input
            type="date"
            className={style.input}
            max={draft.day}
            value={draft.soldFrom}
            onChange={event => change({ ...draft, soldFrom: event.target.value })}
          />
        </label>
      </div>
      <StockFile
        account={account}
        onRows={found => {
          const typed = { ...draft.typed }
          for (const row of found) typed[row.product] = { onHand: row.onHand ?? '', sold: row.sold ?? '' }
          const unknown = found
            .filter(row => !known.has(row.product))
            .map(({ product, name }) => ({ product, name, unit: null }))
          change({
            ...draft,
            typed,
            added: [...draft.added.filter(each => !unknown.some(row => row.product === each.product)), ...unknown],
          })
        }}
      />
      {all.length > 8 && (
        <label className={`${style.field} ${style.section}`}>
          <span className={style.label}>
            <Trans>Show only products with</Trans>
          </span>
          <input type="search" className={style.input} value={q} onChange={event => setQ(event.target.value)} />
        </label>
      )}
      <section className={style.section}>
        {all.length === 0 ? (
          <p className={style.empty}>
            <Trans>No product of yours is known yet. Find the first one below.</Trans>
          </p>
        ) : (
          <ul className={style.list}>
            {shown.map(item => (
              <li key={item.product} className={style.line}>
                <div className={style.lineHead}>
                  <span className={`${style.what} ${style.strong}`}>{item.name}</span>
                  <span className={style.small}>{item.unit}</span>
                </div>
                <p className={style.small}>
                  {item.product}
                  {item.day && item.onHand !== null && (
                    <> · {t`${write.quantity(item.onHand)} on ${write.day(item.day)}`}</>
                  )}
                  {item.sold !== null && item.soldTo && (
                    <> · {t`sold ${write.quantity(item.sold)} until ${write.day(item.soldTo)}`}</>
                  )}
                </p>
                <Fields
                  name={item.name}
                  typed={draft.typed[item.product]}
                  onChange={typed => set(item.product, typed)}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      <ProductSearch
        account={account}
        onChoose={({ product, name, unit }) =>
          change({
            ...draft,
            added: [...draft.added.filter(each => each.product !== product), { product, name, unit }],
          })
        }
      />
      {act.error !== null && <Failure error={act.error} />}
      {done && (
        <p className={`${style.note} ${style.section}`} role="status">
          <Plural value={done.entered} one="# figure entered. Thank you." other="# figures entered. Thank you." />{' '}
          {done.refused.length > 0 &&
            t`Not taken, since these days were reported before: ${done.refused.map(row => row.product).join(', ')}`}
        </p>
      )}
      {rows.length > 0 && (
        <div className={style.sticky}>
          <div className={style.buttons}>
            <button type="submit" className={`${style.button} ${style.primary}`} disabled={act.busy}>
              <Plural value={rows.length} one="Enter # product" other="Enter # products" />
            </button>
            <button type="button" className={style.button} onClick={clear}>
              <Trans>Discard what was typed</Trans>
            </button>
          </div>
        </div>
      )}
    </form>
  )
}

const nothing: Typed = { onHand: '', sold: '' }

function Fields({
  name,
  typed = nothing,
  onChange,
}: {
  name: string
  typed?: Typed
  onChange: (typed: Typed) => void
}) {
  const { t } = useLingui()
  return (
    <div className={style.entry}>
      <label>
        <Trans>There now</Trans>
        <br />
        <input
          className={`${style.input} ${style.number}`}
          inputMode="decimal"
          autoComplete="off"
          aria-label={t`${name}: there now`}
          value={typed.onHand}
          onChange={event => onChange({ ...typed, onHand: quantityOf(event.target.value) })}
        />
      </label>
      <label>
        <Trans>Sold</Trans>
        <br />
        <input
          className={`${style.input} ${style.number}`}
          inputMode="decimal"
          autoComplete="off"
          aria-label={t`${name}: sold`}
          value={typed.sold}
          onChange={event => onChange({ ...typed, sold: quantityOf(event.target.value) })}
        />
      </label>
    </div>
  )
}
