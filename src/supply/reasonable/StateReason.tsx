import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFormat } from '../../web/use-format.ts'
import type { TargetExplained } from './targets.web.ts'

/** Why an item is in its state, in a sentence with its figures. */
export function StateReason({ target }: { target: TargetExplained }) {
  const format = useFormat()
  const pieces = (value: number | string | null) => format.count(Math.round(Number(value ?? 0)))
  const { limits } = target
  const words: Record<TargetExplained['state'], ReactNode> = {
    short: (
      <Trans>
        {pieces(target.position)} there and coming: not enough to wait for the next review, which needs{' '}
        {pieces(target.reorderAt)}.
      </Trans>
    ),
    right: (
      <Trans>
        {pieces(target.position)} there and coming: enough until the next review. {pieces(target.wanted)} would bring it
        to its target.
      </Trans>
    ),
    excess: (
      <Trans>
        {pieces(target.surplus)} pieces lie beyond {limits.excessWeeks} weeks of what is expected to be sold.
      </Trans>
    ),
    dead: (
      <Trans>
        Nothing sold in {limits.deadWeeks} weeks, {pieces(target.surplus)} pieces lie there.
      </Trans>
    ),
    stuffed:
      limits.closing === 'year' ? (
        <Trans>
          Before our year closed {pieces(target.closingShipped)} were shipped and {pieces(target.closingSold)} sold on;
          the stock still stands above its target.
        </Trans>
      ) : (
        <Trans>
          Before our quarter closed {pieces(target.closingShipped)} were shipped and {pieces(target.closingSold)} sold
          on; the stock still stands above its target.
        </Trans>
      ),
    unknown: (
      <Trans>The account reports its stock, yet not of this product. Ask for it before anything is ordered.</Trans>
    ),
  }
  return <p>{words[target.state]}</p>
}
