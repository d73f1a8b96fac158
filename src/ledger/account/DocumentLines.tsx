import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Fragment } from 'react'
import { Unknown } from '../../web/figures/Amount.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { flagWords } from '../flag-words.ts'
import style from './documents.module.css'
import { LineClaims } from './LineClaims.tsx'
import { LineFigures } from './LineFigures.tsx'
import type { DocumentLine, DocumentWithLines } from './months.web.ts'

type Props = {
  accountId: number
  document: DocumentWithLines
  /** The line whose earlier versions are shown. */
  open: string | undefined
  onOpen: (line: string | undefined) => void
}

/** The lines as the ledger holds them now. */
export function DocumentLines({ accountId, document, open, onOpen }: Props) {
  const { t } = useLingui()
  const { baseCurrency } = useCompany()
  const unit = baseCurrency === 'XXX' ? '' : `, ${baseCurrency}`
  const foreign = document.items.some(line => line.currency !== null)
  const columns = foreign ? 8 : 7
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={style.scroll} tabIndex={0} aria-label={t`Lines`}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t`Line`}</th>
            <th scope="col">{t`Product`}</th>
            <th scope="col" data-align="right">{t`Quantity`}</th>
            <th scope="col" data-align="right" data-wide>{t`Unit price`}</th>
            {foreign && <th scope="col" data-align="right" data-wide>{t`Net in its currency`}</th>}
            <th scope="col" data-align="right">{`${t`Net`}${unit}`}</th>
            <th scope="col" data-align="right" data-wide>{`${t`Cost`}${unit}`}</th>
            <th scope="col">
              <span className="visually-hidden">{t`Versions`}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {document.items.map(line => (
            <Fragment key={line.line}>
              <tr>
                <td>{line.line}</td>
                <ProductCell line={line} />
                <LineFigures line={line} foreign={foreign} />
                <td data-align="right">
                  {line.otherClaims > 0 && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-expanded={open === line.line}
                      onClick={() => onOpen(open === line.line ? undefined : line.line)}
                    >
                      {plural(line.otherClaims, { one: '# other version', other: '# other versions' })}
                    </Button>
                  )}
                </td>
              </tr>
              {open === line.line && (
                <tr data-claims>
                  <td colSpan={columns}>
                    <LineClaims accountId={accountId} documentId={document.id} line={line.line} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ProductCell({ line }: { line: DocumentLine }) {
  const { t } = useLingui()
  const { language } = useFormat()
  return (
    <td className={style.product}>
      {line.product ? line.product.name : <Unknown reason={t`The line names no product`} />}
      <span className={style.code}>
        {[
          line.product?.code,
          line.kind === 'return' ? t`return` : null,
          line.kind === 'free' ? t`free of charge` : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {flagWords(line.flags, language).map(words => (
        <span key={words} className={style.flag}>
          <IconAlertTriangle size={13} aria-hidden="true" />
          {words}
        </span>
      ))}
    </td>
  )
}
