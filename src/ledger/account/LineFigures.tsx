import { useLingui } from '@lingui/react/macro'
import { Amount, Unknown } from '../../web/figures/Amount.tsx'
import { useFormat } from '../../web/use-format.ts'
import type { DocumentLine } from './months.web.ts'

/** Quantity, price, net and cost of a line or of a version of it. */
export function LineFigures({ line, foreign }: { line: Omit<DocumentLine, 'otherClaims'>; foreign: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <>
      <td data-align="right">
        {line.quantity === null ? <Unknown reason={t`The file gave no quantity`} /> : format.number(line.quantity, 6)}
      </td>
      <td data-align="right" data-wide>
        <Amount value={line.unitPrice} currency={null} form="exact" unknown={t`The file gave no price`} />
      </td>
      {foreign && (
        <td data-align="right" data-wide data-hint={line.rate ? t`Converted at ${line.rate}` : undefined}>
          {line.netInCurrency === null ? (
            ''
          ) : (
            <>
              <Amount value={line.netInCurrency} currency={null} form="exact" /> {line.currency}
            </>
          )}
        </td>
      )}
      <td data-align="right">
        <Amount value={line.net} currency={null} form="exact" />
      </td>
      <td data-align="right" data-wide>
        <Amount value={line.cost} currency={null} form="exact" unknown={t`No cost in the ledger`} />
      </td>
    </>
  )
}
