import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { read } from './ask.web.ts'
import style from './portal.module.css'
import { useRead } from './use-read.web.ts'
import { Read } from './Waiting.tsx'

type Props = {
  account: string
  /** It opened because somebody asked to search. */
  asked?: boolean
  onChoose: (item: { product: string; name: string; unit: string | null }) => void
}

/** Any product of the catalogue by its name or code. */
export function ProductSearch({ account, asked, onChoose }: Props) {
  const { t } = useLingui()
  const [q, setQ] = useState('')
  return (
    <div className={style.form}>
      <label className={style.field}>
        <span className={style.label}>
          <Trans>Find a product by name or code</Trans>
        </span>
        <input
          className={style.input}
          type="search"
          // biome-ignore lint/a11y/noAutofocus: see `asked`
          autoFocus={asked}
          aria-label={t`Find a product by name or code`}
          value={q}
          onChange={event => setQ(event.target.value)}
        />
      </label>
      {q.trim().length >= 2 && <Found account={account} q={q.trim()} onChoose={onChoose} />}
    </div>
  )
}

function Found({ account, q, onChoose }: Props & { q: string }) {
  const found = useRead(`stock ${account} ${q}`, () => read('stock', 'stock', { account, q }))
  return (
    <Read of={found}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={style.empty}>
            <Trans>No product has these words.</Trans>
          </p>
        ) : (
          <ul className={style.list}>
            {items.slice(0, 20).map(item => (
              <li key={item.product}>
                <button type="button" className={`${style.item} ${style.chosen}`} onClick={() => onChoose(item)}>
                  <span className={style.what}>
                    <span className={style.strong}>{item.name}</span>
                    <br />
                    <span className={style.small}>{item.product}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )
      }
    </Read>
  )
}
