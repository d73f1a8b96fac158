import { Decimal } from 'decimal.js'
import type { Language } from '../../platform/language.ts'
import { openPdf, type Pdf, pageMargin, pdfBytes } from '../../platform/pdf-document.server.ts'
import { formatAmount, formatDay, formatInstant, formatNumber } from '../../web/format.ts'
import type { Order, OrderLine, Signature } from './order.ts'
import { orderTotal } from './order-money.ts'
import { stateName, documentWords as words } from './orders-words.ts'

const ink = '#181b1d'
const quiet = '#51575d'
const rule = '#d9dbd8'
const width = 595.28 - 2 * pageMargin
const foot = 34

/** What the document says of a signature; the hash and the names are repeated in the database. */
export type ShownSignature = Pick<
  Signature,
  'how' | 'signerName' | 'signerTitle' | 'recordedByName' | 'signedAt' | 'contentHash'
>

export type OrderDocument = {
  order: Order
  lines: readonly OrderLine[]
  /** Null: not signed; then there is room for a pen. */
  signature: ShownSignature | null
  /** The company that sells, and the zone of its clock. */
  company: { name: string; timeZone: string }
  /** A sentence for each line that has one, by the line's number; empty: printed without reasons. */
  reasons: ReadonlyMap<number, string>
  language: Language
  at: Date
}

type Page = OrderDocument & { pdf: Pdf }

/** The order on A4, as it is shown, signed and kept: the same values as its content, and the hash that binds them. */
export async function orderDocument(document: OrderDocument): Promise<Buffer> {
  const { order, company, language, at } = document
  const title = `${words.title(language)} ${order.number} · ${order.accountName}`
  const page: Page = { ...document, pdf: await openPdf({ title, author: company.name || 'Vitalfew', language, at }) }
  head(page)
  columnHeads(page)
  for (const line of document.lines) row(page, line)
  total(page)
  signatureBlock(page)
  feet(page)
  return pdfBytes(page.pdf)
}

function head({ pdf, order, company, language }: Page): void {
  const half = width / 2
  pdf.font('strong').fontSize(11).fillColor(ink).text(company.name, pageMargin, pageMargin, { width: half })
  pdf.fontSize(20).text(words.title(language), pageMargin, pageMargin + 26, { width: half })
  pdf.fontSize(12).text(order.number, pageMargin + half, pageMargin + 34, { width: half, align: 'right' })
  const left: [string, string | null][] = [
    [words.buyer(language), `${order.accountName} (${order.accountCode})`],
    [words.shipTo(language), order.shipTo],
    [words.terms(language), order.terms],
  ]
  const right: [string, string | null][] = [
    [words.reference(language), order.reference],
    [words.proposedOn(language), order.proposedAt && formatDay(order.proposedAt.slice(0, 10), language)],
    [words.wantedOn(language), order.wantedOn && formatDay(order.wantedOn, language)],
    [words.currency(language), order.currency === 'XXX' ? null : order.currency],
    [words.state(language), stateName(order.state, language)],
  ]
  const top = pageMargin + 66
  const bottom = [
    facts(pdf, left, pageMargin, top, half + 30),
    facts(pdf, right, pageMargin + half + 50, top, half - 50),
  ]
  pdf.y = Math.max(...bottom) + 12
}

function facts(pdf: Pdf, rows: [string, string | null][], x: number, top: number, room: number): number {
  let y = top
  for (const [label, value] of rows) {
    if (!value) continue
    pdf.font('text').fontSize(8).fillColor(quiet).text(label, x, y, { width: 74 })
    pdf
      .fontSize(9.5)
      .fillColor(ink)
      .text(value, x + 76, y - 1.2, { width: room - 80 })
    y = Math.max(pdf.y, y + 12) + 3
  }
  return y
}

const columns = [
  { share: 0.06, align: 'left' },
  { share: 0.19, align: 'left' },
  { share: 0.35, align: 'left' },
  { share: 0.12, align: 'right' },
  { share: 0.13, align: 'right' },
  { share: 0.15, align: 'right' },
] as const

function columnHeads(page: Page): void {
  const { pdf, language } = page
  cells(page, words.columns(language), { font: 'text', colour: quiet, size: 8 })
  ruleAt(pdf, pdf.y + 1)
  pdf.y += 5
}

function row(page: Page, line: OrderLine): void {
  const { pdf, language, order, reasons } = page
  const reason = reasons.get(line.line)
  if (pdf.y + (reason ? 27 : 16) > pdf.page.height - pageMargin - foot) {
    pdf.addPage()
    columnHeads(page)
  }
  const amount = line.unitPrice === null ? null : new Decimal(line.unitPrice).times(line.quantity).toFixed()
  cells(
    page,
    [
      String(line.line),
      line.productCode,
      line.productName,
      formatNumber(line.quantity, language, 6),
      line.unitPrice === null ? words.priceInForce(language) : formatAmount(line.unitPrice, null, 'exact', language),
      amount === null ? '–' : formatAmount(amount, order.currency, 'exact', language),
    ],
    { font: 'text', colour: line.quantity === '0' ? quiet : ink, size: 9 },
  )
  if (!reason) return
  const x = pageMargin + columns[0].share * width
  pdf.font('text').fontSize(7.6).fillColor(quiet)
  pdf.text(reason, x, pdf.y - 2, { width: width - columns[0].share * width, height: 10, ellipsis: true })
  pdf.y += 2
}

function cells({ pdf }: Page, values: readonly string[], look: { font: string; colour: string; size: number }): void {
  const top = pdf.y
  let x = pageMargin
  pdf.font(look.font).fontSize(look.size).fillColor(look.colour)
  for (const [place, { share, align }] of columns.entries()) {
    const room = share * width
    pdf.text(values[place]!, x, top, { width: room - 6, align, lineBreak: false, ellipsis: true })
    x += room
  }
  pdf.x = pageMargin
  pdf.y = top + look.size * 1.65
}

function ruleAt(pdf: Pdf, y: number): void {
  pdf
    .moveTo(pageMargin, y)
    .lineTo(pageMargin + width, y)
    .lineWidth(0.6)
    .strokeColor(rule)
    .stroke()
}

function total({ pdf, order, lines, language }: Page): void {
  const { amount, isWhole } = orderTotal(lines)
  ruleAt(pdf, pdf.y + 1)
  const label = isWhole ? words.total(language) : words.totalWithoutUnpriced(language)
  pdf.font('strong').fontSize(10).fillColor(ink)
  const top = pdf.y + 7
  pdf.text(label, pageMargin, top, { width: width * 0.7 })
  pdf.text(formatAmount(amount, order.currency, 'exact', language), pageMargin, top, {
    width: width - 6,
    align: 'right',
  })
  pdf.y = top + 24
}

function signatureBlock({ pdf, order, signature, company, language }: Page): void {
  const height = signature ? 96 : 128
  if (pdf.y + height > pdf.page.height - pageMargin - foot) pdf.addPage()
  const top = pdf.y + 6
  pdf
    .roundedRect(pageMargin, top, width, height, 4)
    .lineWidth(0.8)
    .strokeColor(signature ? '#0d5c50' : rule)
    .stroke()
  const x = pageMargin + 12
  const inner = width - 24
  pdf.font('strong').fontSize(10).fillColor(ink)
  pdf.text(signature ? words.signed(language) : words.toSign(language), x, top + 10, { width: inner })
  pdf.font('text').fontSize(9)
  if (signature) {
    const name = [signature.signerName, signature.signerTitle].filter(Boolean).join(', ')
    pdf.text(`${name} · ${order.accountName}`, x, pdf.y + 4, { width: inner })
    const when = `${formatInstant(signature.signedAt, language, company.timeZone)} (${company.timeZone})`
    pdf.text(`${words.how(signature, language)} · ${when}`, { width: inner })
  } else {
    const third = inner / 3
    for (const [place, label] of words.penLines(language).entries()) {
      const left = x + place * third
      pdf
        .moveTo(left, top + 64)
        .lineTo(left + third - 14, top + 64)
        .lineWidth(0.6)
        .strokeColor(quiet)
        .stroke()
      pdf
        .fontSize(7.6)
        .fillColor(quiet)
        .text(label, left, top + 67, { width: third - 14, lineBreak: false })
    }
  }
  const hashTop = top + height - 28
  pdf.fontSize(7.6).fillColor(quiet)
  pdf.text(words.binds(language), x, hashTop, { width: inner, lineBreak: false })
  pdf
    .fillColor(ink)
    .text(signature?.contentHash ?? order.contentHash, x, hashTop + 10, { width: inner, lineBreak: false })
  pdf.x = pageMargin
  pdf.y = top + height + 8
}

function feet({ pdf, order, language }: Page): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    // Below the margin: without this a foot would begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf.font('text').fontSize(7.5).fillColor(quiet)
    const y = pdf.page.height - 30
    const mark = `${order.number} · ${order.contentHash.slice(0, 16)}`
    pdf.text(mark, pageMargin, y, { width, lineBreak: false })
    pdf.text(words.page(page + 1, count, language), pageMargin, y, { width, align: 'right', lineBreak: false })
  }
}
