import type { Words } from '../../platform/brief.ts'
import type { Language } from '../../platform/language.ts'
import { openPdf, type Pdf, pageMargin, pdfBytes } from '../../platform/pdf-document.server.ts'
import type { SignalFormat } from '../../platform/signal.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import { asOfWords, briefWord, changeOf, hoursWords, lastVisitWords, moreWords, pageWords } from './brief-words.ts'
import type { Brief } from './read-brief.use.ts'

/** So many items of a section are printed; where that takes more than two pages, fewer. Who needs more reads the screen. */
const mostItems = [8, 5, 3, 2] as const

const ink = '#181b1d'
const quiet = '#51575d'
const line = '#d9dbd8'
const marks = { good: '#0d5c50', warning: '#8a5a00', bad: '#b3401f' } as const
const width = 595.28 - 2 * pageMargin

type Page = { pdf: Pdf; language: Language; format: SignalFormat }

/** The brief on A4, one or two pages, as one puts it into a folder. */
export async function briefPdf(brief: Brief, language: Language, at: Date): Promise<Buffer> {
  const title = `${briefWord('brief', language)} · ${brief.account.name}`
  for (const [attempt, most] of mostItems.entries()) {
    const isLast = attempt === mostItems.length - 1
    const pdf = await openPdf({ title, author: brief.personName ?? 'Vitalfew', language, at })
    const page: Page = { pdf, language, format: sentenceFormat(language, brief.currency) }
    print(page, brief, most)
    if (pdf.bufferedPageRange().count > 2 && !isLast) continue
    feet(page, brief)
    return pdfBytes(pdf)
  }
  throw new RangeError('No number of items to print')
}

function print(page: Page, brief: Brief, most: number): void {
  const { language } = page
  head(page, brief)
  if (brief.topics.length > 0) {
    heading(page, briefWord('topics', language))
    for (const [place, topic] of brief.topics.entries())
      entry(page, { text: topic.text, detail: topic.reason, sign: `${place + 1}`, colour: ink })
  }
  for (const section of brief.sections) {
    heading(page, section.title[language])
    if (section.figures.length > 0) figures(page, section.figures)
    for (const { text, detail, mark } of section.items.slice(0, most))
      entry(page, { text, detail, sign: '•', colour: mark ? marks[mark] : quiet })
    const left = section.items.length - most
    if (left > 0) small(page, moreWords(left, language))
  }
}

function head({ pdf, language, format }: Page, { account, visit, personName, since }: Brief): void {
  pdf.font('strong').fontSize(17).fillColor(ink).text(account.name, pageMargin, pageMargin, { width })
  const first = [
    briefWord('brief', language),
    visit && hoursWords(visit.startsAt, visit.timeZone, language),
    personName,
    visit?.purpose,
  ]
  const second = [
    account.code,
    account.city,
    since === null ? briefWord('firstVisit', language) : lastVisitWords(format.day(since), language),
  ]
  pdf.font('text').fontSize(9.5).fillColor(quiet)
  for (const parts of [first, second]) pdf.text(parts.filter(Boolean).join(' · '), { width, lineGap: 1 })
  pdf.moveDown(0.4)
}

function heading({ pdf }: Page, words: string): void {
  // A heading never stands alone at the foot of a page.
  room(pdf, 54)
  pdf.moveDown(0.55)
  const top = pdf.y
  pdf
    .moveTo(pageMargin, top)
    .lineTo(pageMargin + width, top)
    .lineWidth(0.6)
    .strokeColor(line)
    .stroke()
  pdf
    .font('strong')
    .fontSize(10.5)
    .fillColor(ink)
    .text(words, pageMargin, top + 5, { width })
  pdf.moveDown(0.15)
}

function entry(
  { pdf, language }: Page,
  { text, detail, sign, colour }: { text: Words; detail: Words | null; sign: string; colour: string },
): void {
  const indent = 13
  const options = { width: width - indent, lineGap: 0.8 }
  room(pdf, 26)
  const top = pdf.y
  pdf.font('strong').fontSize(9.2).fillColor(colour).text(sign, pageMargin, top, { width: indent, lineBreak: false })
  pdf
    .font('text')
    .fillColor(ink)
    .text(text[language], pageMargin + indent, top, options)
  if (detail && detail[language] !== '')
    pdf
      .fontSize(8.4)
      .fillColor(quiet)
      .text(detail[language], pageMargin + indent, pdf.y, options)
  pdf.moveDown(0.22)
}

const columns = [0.52, 0.17, 0.18, 0.13] as const

function figures(page: Page, rows: Brief['sections'][number]['figures']): void {
  const { pdf, language, format } = page
  const header = ['', briefWord('now', language), briefWord('before', language), briefWord('change', language)]
  row(page, header, { font: 'text', colour: quiet, size: 8 })
  for (const { label, amount, before, isPart } of rows) {
    const change = changeOf(amount, before)
    const money = (value: string | null) => (value === null ? '–' : format.money(value))
    const percent = change === null ? '–' : `${change > 0 ? '+' : ''}${format.percent(change)}`
    const look = isPart ? { font: 'text', colour: quiet, size: 8.6 } : { font: 'strong', colour: ink, size: 9 }
    row(page, [`${isPart ? '   ' : ''}${label[language]}`, money(amount), money(before), percent], look)
  }
  pdf.moveDown(0.35)
}

function row({ pdf }: Page, cells: string[], look: { font: string; colour: string; size: number }): void {
  room(pdf, 16)
  const top = pdf.y
  let left = pageMargin
  pdf.font(look.font).fontSize(look.size).fillColor(look.colour)
  for (const [place, cell] of cells.entries()) {
    const share = columns[place]! * width
    pdf.text(cell, left, top, {
      width: share - 4,
      align: place === 0 ? 'left' : 'right',
      lineBreak: false,
      ellipsis: true,
    })
    left += share
  }
  pdf.x = pageMargin
  pdf.y = top + look.size * 1.55
}

function small({ pdf }: Page, words: string): void {
  pdf
    .font('text')
    .fontSize(8)
    .fillColor(quiet)
    .text(words, pageMargin + 13, pdf.y)
}

/** Goes on to the next page where less than this is left, in points. */
function room(pdf: Pdf, needed: number): void {
  if (pdf.y + needed > pdf.page.height - pageMargin - 14) pdf.addPage()
}

function feet({ pdf, language, format }: Page, { asOf }: Brief): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    // Below the margin: without this a foot would begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf.font('text').fontSize(7.5).fillColor(quiet)
    const y = pdf.page.height - 30
    pdf.text(`Vitalfew · ${asOfWords(format.day(asOf), language)}`, pageMargin, y, { width, lineBreak: false })
    pdf.text(pageWords(page + 1, count, language), pageMargin, y, { width, align: 'right', lineBreak: false })
  }
}
