import { Trans } from '@lingui/react/macro'
import type { client } from '../../web/api.ts'
import style from './ReviewState.module.css'

export type Review = Awaited<ReturnType<typeof client.identify.reviews.get>>

/** Open, confirmed or provisional, as a quiet label. */
export function ReviewState({ state }: { state: Review['state'] }) {
  return (
    <span className={style.state} data-state={state}>
      {state === 'draft' ? (
        <Trans>Open</Trans>
      ) : state === 'confirmed' ? (
        <Trans>Confirmed</Trans>
      ) : (
        <Trans>Provisional</Trans>
      )}
    </span>
  )
}
