import type { Language } from '../../platform/language.ts'
import { openPdf, type Pdf, pageMargin, pdfBytes } from '../../platform/pdf-document.server.ts'
import { formatDay, formatNumber } from '../../web/format.ts'
import { awardSentence, type SaidReason, letterWords as words } from './allocation-words.ts'

const ink = '#181b1d'
const quiet = '#51575d'
const rule = '#d9dbd8'
const width = 595.28 - 2 * pageMargin
const columns = { product: width - 190, requested: 95, allocated: 95 }

export type Letter = {
  account: { code: string; name: string }
  company: string
  /** The day of the release. */
  day: string
  lines: { product: { code: string; name: string }; reason: SaidReason }[]
  language: Language
  at: Date
}

/** The letter to one account: what it gets of each scarce product and why, on A4; nothing of any other account. */
export async function allocationLetter(letter: Letter): Promise<Buffer> {
  const { account, company, language, at } = letter
  const title = `${words.title(language)} · ${account.name}`
  const pdf = await openPdf({ title, author: company || 'Vitalfew', language, at })
  pdf
    .font('strong')
    .fontSize(11)
    .fillColor(ink)
    .text(company, pageMargin, pageMargin, { width: width / 2 })
  pdf
    .font('text')
    .fontSize(10)
    .fillColor(quiet)
    .text(formatDay(letter.day, language), pageMargin + width / 2, pageMargin, { width: width / 2, align: 'right' })
  pdf.fillColor(ink).text(`${words.to(language)} ${account.name} (${account.code})`, pageMargin, pageMargin + 44)
  pdf.moveDown(1.4).font('strong').fontSize(18).text(words.title(language))
  pdf.moveDown(0.6).font('text').fontSize(10).text(words.opening(language), { width, lineGap: 3 })
  pdf.moveDown(1.2)
  heads(pdf, language)
  for (const line of letter.lines) row(pdf, line, language)
  pdf
    .moveDown(1.4)
    .font('text')
    .fontSize(10)
    .fillColor(ink)
    .text(words.closing(language), pageMargin, pdf.y, { width, lineGap: 3 })
  return pdfBytes(pdf)
}

function heads(pdf: Pdf, language: Language): void {
  const y = pdf.y
  pdf.font('strong').fontSize(9).fillColor(quiet)
  pdf.text(words.product(language), pageMargin, y, { width: columns.product })
  figures(pdf, y, words.requested(language), words.allocated(language))
  ruleAt(pdf, pdf.y + 5)
  pdf.y += 12
}

function row(pdf: Pdf, { product, reason }: Letter['lines'][number], language: Language): void {
  const why = awardSentence({ ...reason, limitedBy: [] }, language)
  const whyWidth = { width: width - 12, lineGap: 2 }
  pdf.font('text').fontSize(9)
  const needed = 34 + pdf.heightOfString(why, whyWidth)
  if (pdf.y + needed > pdf.page.height - pageMargin - 20) {
    pdf.addPage()
    heads(pdf, language)
  }
  const y = pdf.y
  pdf.font('text').fontSize(10).fillColor(ink)
  figures(pdf, y, formatNumber(reason.requested, language), formatNumber(reason.allocated, language))
  pdf.text(`${product.code}  ${product.name}`, pageMargin, y, { width: columns.product })
  pdf
    .fontSize(9)
    .fillColor(quiet)
    .text(why, pageMargin, pdf.y + 3, whyWidth)
  ruleAt(pdf, pdf.y + 5)
  pdf.y += 12
}

function figures(pdf: Pdf, y: number, requested: string, allocated: string): void {
  pdf.text(requested, pageMargin + columns.product, y, { width: columns.requested, align: 'right' })
  pdf.text(allocated, pageMargin + columns.product + columns.requested, y, { width: columns.allocated, align: 'right' })
}

function ruleAt(pdf: Pdf, y: number): void {
  pdf
    .moveTo(pageMargin, y)
    .lineTo(pageMargin + width, y)
    .lineWidth(0.6)
    .strokeColor(rule)
    .stroke()
}
