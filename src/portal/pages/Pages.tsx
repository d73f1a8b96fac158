import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'
import style from './portal.module.css'
import { Failure, Waiting } from './Waiting.tsx'

type Page<Item> = { items: Item[]; next: string | null }

/** A list that grows by a page when asked. `read` is called anew when `of` changes. */
export function Pages<Item extends { id: string }>(props: {
  of: string
  read: (cursor: string | undefined) => Promise<Page<Item>>
  row: (item: Item) => ReactNode
  empty: ReactNode
}) {
  const [state, setState] = useState<{ of: string; page: Page<Item> | null; error: unknown }>({
    of: props.of,
    page: null,
    error: null,
  })
  const load = (cursor?: string) => {
    const before = cursor && state.of === props.of ? (state.page?.items ?? []) : []
    props.read(cursor).then(
      ({ items, next }) => setState({ of: props.of, page: { items: [...before, ...items], next }, error: null }),
      error => setState(was => ({ ...was, of: props.of, error })),
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is named by `of`
  useEffect(() => load(), [props.of])
  const page = state.of === props.of ? state.page : null
  if (state.error && !page) return <Failure error={state.error} again={() => load()} />
  if (!page) return <Waiting />
  if (page.items.length === 0) return <p className={style.empty}>{props.empty}</p>
  const { next } = page
  return (
    <>
      <ul className={style.list}>
        {page.items.map(item => (
          <li key={item.id}>{props.row(item)}</li>
        ))}
      </ul>
      {next && (
        <div className={style.buttons}>
          <button type="button" className={style.button} onClick={() => load(next)}>
            <Trans>Show more</Trans>
          </button>
        </div>
      )}
    </>
  )
}
