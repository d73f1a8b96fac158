import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { inShort, readBytes } from './read-file.fixture.ts'

const plain = ['invoice,customer,date,product,quantity,net', 'R1,C1,2013-05-04,P1,2,10.50', 'R2,C2,2013-05-14,P2,1,7']
const read = ['C1 R1 2013-05-04 10.50', 'C2 R2 2013-05-14 7']
const text = (lines: string[], end = '\n') => lines.join(end) + end

describe('a table of text', () => {
  const forms: [string, Uint8Array | string][] = [
    ['with commas', text(plain)],
    ['with semicolons', text(plain).replaceAll(',', ';')],
    ['with tabs', text(plain).replaceAll(',', '\t')],
    ['with pipes', text(plain).replaceAll(',', '|')],
    ['with Windows line ends', text(plain, '\r\n')],
    ['with the line ends of old Macs', text(plain, '\r')],
    ['without a line end at the end', plain.join('\n')],
    ['with a UTF-8 mark', `\ufeff${text(plain)}`],
    ['in UTF-16 with a mark', Buffer.from(`\ufeff${text(plain)}`, 'utf16le')],
    ['in UTF-16 without a mark', Buffer.from(text(plain), 'utf16le')],
    ['in big-endian UTF-16', iconv.encode(text(plain), 'utf16be', { addBOM: true })],
    ['in big-endian UTF-16 without a mark', iconv.encode(text(plain), 'utf16be', { addBOM: false })],
    ['gzipped', gzipSync(text(plain))],
    ['gzipped UTF-16', gzipSync(Buffer.from(`\ufeff${text(plain)}`, 'utf16le'))],
    ['under a title', `Sales ledger\nPrinted 2014-01-01, page 1\n\n${text(plain)}`],
    ['under more lines of title than rows', `${'A line of title\n'.repeat(12)}${text(plain)}`],
    ['under a title padded with delimiters', `Sales ledger,,,,,\n,,,,,\n${text(plain)}`],
    ['with a message to Excel', `sep=;\r\n${text(plain, '\r\n').replaceAll(',', ';')}`],
    ['with every cell quoted', text(plain).replaceAll(/[^,\n]+/g, '"$&"')],
    ['with blank rows between', text([plain[0]!, '', plain[1]!, ',,,,,', plain[2]!])],
    ['with a trailing delimiter', text(plain.map(line => `${line},`))],
    ['with spaces around cells', text(plain).replaceAll(',', ' , ')],
    ['with a column nobody knows', text(plain.map((line, at) => `${line},${at === 0 ? 'Kennz.' : 'x'}`))],
  ]
  it.each(forms)('is read %s', async (_, bytes) => {
    const file = await readBytes(bytes)
    expect(file.questions).toEqual([])
    expect(file.setAside).toEqual([])
    expect(inShort(file)).toEqual(read)
  })

  it('counts rows as a spreadsheet does: titles, header, blank rows and quoted line ends', async () => {
    const file = await readBytes(
      'Ledger\n\ninvoice,customer,date,note,net\nR1,C1,2013-05-04,"two\nlines",1\nR2,,2013-05-04,x,2\n',
    )
    expect(file.rows).toBe(2)
    expect(file.setAside).toEqual([{ row: 5, reason: 'account_missing', field: 'account', raw: 'R2,,2013-05-04,x,2' }])
  })

  it('reads quoted delimiters, doubled quotes and a lone quote within a cell', async () => {
    const file = await readBytes('invoice,customer,date,product,net\nR1,"Meyer, ""Son"" & Co",2013-05-04,5" pipe,1\n')
    expect(file.lines[0]).toMatchObject({ account: 'Meyer, "Son" & Co', product: '5" pipe' })
  })

  it('loses one row to a quote that is never closed, not the rest of the file', async () => {
    const file = await readBytes(
      'invoice,customer,date,product,net\nR1,C1,2013-05-04,"5 inch,1\nR2,C2,2013-05-05,"a, b",2\nR3,C3,2013-05-06,c,3\n',
    )
    expect(file.setAside.map(row => [row.row, row.reason])).toEqual([[2, 'quote_unclosed']])
    expect(inShort(file)).toEqual(['C2 R2 2013-05-05 2', 'C3 R3 2013-05-06 3'])
  })

  it('sets aside rows with another number of columns', async () => {
    const file = await readBytes(text([...plain, 'R3,C3,2013-05-15,P3,1,7,50', 'Total,17.50']))
    expect(file.setAside.map(row => [row.row, row.reason])).toEqual([
      [4, 'columns_wrong'],
      [5, 'columns_wrong'],
    ])
  })

  it('reads Chinese headers in GBK', async () => {
    const lines =
      '单据编号,开票日期,客户编码,客户名称,存货编码,存货名称,数量,无税金额,币种\nXS001,2013年5月4日,K01,宁波海川电器有限公司,A1,交换机,2,1234.50,人民币\n'
    const file = await readBytes(iconv.encode(lines, 'gbk'))
    expect(file.detection.shape).toMatchObject({ encoding: 'gb18030', kind: 'invoices' })
    expect(file.lines[0]).toMatchObject({ account: 'K01', day: '2013-05-04', net: '1234.50', currency: 'CNY' })
  })

  it('reads German umlauts in cp1252', async () => {
    const lines =
      'Rechnungsnr.;Rechnungsdatum;Kundennr.;Kunde;Menge;Einzelpreis;Nettobetrag (EUR)\n4711;31.12.2013;10001;Müller & Söhne Gmbh, Köln;2;617,25;1.234,50\n4712;02.01.2014;10002;Käßbohrer;1;-99,90;-99,90\n'
    const file = await readBytes(iconv.encode(lines, 'win1252'))
    expect(file.detection.shape).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      decimal: 'comma',
      dayOrder: 'dmy',
      currency: 'EUR',
    })
    expect(inShort(file)).toEqual(['10001 4711 2013-12-31 1234.50', '10002 4712 2014-01-02 -99.90'])
    expect(file.lines[1]!.kind).toBe('return')
  })

  it('sets aside single rows with broken characters in a UTF-8 file', async () => {
    const good = Array.from({ length: 60 }, (_, at) => `R${at},C1,2013-05-04,宁波海川,1,2`)
    const bytes = Buffer.concat([
      Buffer.from(text([plain[0]!, ...good])),
      Buffer.from('R99,C\xff1,2013-05-04,P,1,2\n', 'latin1'),
    ])
    const file = await readBytes(bytes)
    expect(file.detection.shape?.encoding).toBe('utf-8')
    expect(file.setAside).toMatchObject([{ row: 62, reason: 'text_unreadable' }])
  })

  it('asks for the columns of a file without a header, and takes them by number', async () => {
    const bytes = 'R1,C1,2013-05-14,10.5\nR2,C2,2013-05-15,20.5\n'
    const asked = await readBytes(bytes, { kind: 'invoices' })
    expect(asked.questions).toEqual(['column_missing', 'column_missing', 'column_missing', 'column_missing'])
    const file = await readBytes(bytes, { columns: { document: '1', account: '2', day: '3', net: '4' } })
    expect(inShort(file)).toEqual(['C1 R1 2013-05-14 10.5', 'C2 R2 2013-05-15 20.5'])
  })

  it('refuses what is no table', async () => {
    await expect(readBytes('')).rejects.toMatchObject({ code: 'file_empty' })
    await expect(readBytes(gzipSync(''))).rejects.toMatchObject({ code: 'file_empty' })
    await expect(readBytes('\n\n \n')).rejects.toMatchObject({ code: 'file_empty' })
    await expect(readBytes('just a letter\nwith lines\n')).rejects.toMatchObject({ code: 'file_not_a_table' })
    await expect(readBytes('%PDF-1.7\n')).rejects.toMatchObject({ code: 'format_unsupported' })
    await expect(readBytes(gzipSync(text(plain)).subarray(0, 40))).rejects.toMatchObject({ code: 'file_damaged' })
    await expect(readBytes(Buffer.from('PK\u0003\u0004nothing of a workbook'))).rejects.toMatchObject({
      code: 'file_damaged',
    })
  })
})

describe('days', () => {
  const withDays = (...days: string[]) =>
    `invoice;customer;date;net\n${days.map((day, at) => `R${at};C1;${day};1`).join('\n')}\n`
  const cases: [string, string[], string[]][] = [
    ['day first, from one that can be nothing else', ['03-04-2013', '25-04-2013'], ['2013-04-03', '2013-04-25']],
    ['month first, from one that can be nothing else', ['03/04/2013', '04/25/2013'], ['2013-03-04', '2013-04-25']],
    ['German points', ['1.2.2013', '03.04.2013'], ['2013-02-01', '2013-04-03']],
    ['two-digit years', ['25.12.13', '01.02.14'], ['2013-12-25', '2014-02-01']],
    ['with times', ['2010-12-01 08:26:00', '2010-12-02T09:00:00Z'], ['2010-12-01', '2010-12-02']],
    ['American times', ['12/1/2010 8:26', '12/13/2010 10:30 PM'], ['2010-12-01', '2010-12-13']],
    ['compact', ['20130504', '20131231'], ['2013-05-04', '2013-12-31']],
    ['Chinese', ['2013年5月4日', '2013年12月31日'], ['2013-05-04', '2013-12-31']],
    [
      'names of months',
      ['4 May 2013', '04-JUN-13', 'July 4, 2013', '4. Mai 2013'],
      ['2013-05-04', '2013-06-04', '2013-07-04', '2013-05-04'],
    ],
    ['counts of a spreadsheet', ['41398', '41399'], ['2013-05-04', '2013-05-05']],
    ['slashes, year first', ['2013/5/4', '2013/12/31'], ['2013-05-04', '2013-12-31']],
  ]
  it.each(cases)('are read: %s', async (_, days, expected) => {
    const file = await readBytes(withDays(...days))
    expect(file.questions).toEqual([])
    expect(file.lines.map(line => line.day)).toEqual(expected)
  })

  it('are asked about where the whole column can be read either way, and the answer is taken', async () => {
    const bytes = withDays('03-04-2013', '05-06-2013', '07-07-2013')
    const asked = await readBytes(bytes)
    expect(asked.questions).toEqual(['date_order'])
    expect(asked.detection.questions[0]!.choices.map(choice => choice.flag)).toEqual([
      '--date-order dmy',
      '--date-order mdy',
    ])
    expect((await readBytes(bytes, { dayOrder: 'dmy' })).lines[0]!.day).toBe('2013-04-03')
    expect((await readBytes(bytes, { dayOrder: 'mdy' })).lines[0]!.day).toBe('2013-03-04')
  })

  it('are decided by a row far down the file', async () => {
    const days = Array.from({ length: 30_000 }, () => '03-04-2013')
    const file = await readBytes(withDays(...days, '13-04-2013'))
    expect(file.questions).toEqual([])
    expect(file.detection.shape?.dayOrder).toBe('dmy')
  })

  it('that do not exist are set aside, as are missing ones', async () => {
    const file = await readBytes(withDays('2013-02-30', '', '2013-02-28', 'soon', '1900-01-01'))
    expect(file.setAside.map(row => row.reason)).toEqual([
      'day_unreadable',
      'day_missing',
      'day_unreadable',
      'day_unreadable',
    ])
  })
})

describe('amounts', () => {
  const withAmounts = (...amounts: string[]) =>
    `invoice;customer;date;net\n${amounts.map((net, at) => `R${at};C1;2013-05-04;${net}`).join('\n')}\n`
  const cases: [string, string[], string[]][] = [
    ['decimal commas', ['1.234,56', '7,5', '1.000'], ['1234.56', '7.5', '1000']],
    ['decimal points', ['1,234.56', '7.5', '1,000'], ['1234.56', '7.5', '1000']],
    ['spaces for thousands', ['1 234,56', '12\u00a0345\u202f678,90'], ['1234.56', '12345678.90']],
    ['apostrophes for thousands', ["1'234.50", '1’000'], ['1234.50', '1000']],
    [
      'brackets and trailing signs',
      ['(1,234.50)', '12.50-', '-3.25', '−4.75'],
      ['-1234.50', '-12.50', '-3.25', '-4.75'],
    ],
    ['signs of currencies', ['$1,234.50', '-$5.25', '($ 6.75)', 'USD 7.50'], ['1234.50', '-5.25', '-6.75', '7.50']],
    ['Indian groups', ['1,23,456.78', '5.5'], ['123456.78', '5.5']],
    ['full-width digits', ['１，２３４．５０', '2.25'], ['1234.50', '2.25']],
    ['powers of ten', ['1.5E+3', '2.25'], ['1500', '2.25']],
  ]
  it.each(cases)('are read: %s', async (_, amounts, expected) => {
    const file = await readBytes(withAmounts(...amounts))
    expect(file.questions).toEqual([])
    expect(file.lines.map(line => line.net)).toEqual(expected)
  })

  it('take their currency from the signs where there is no column for it', async () => {
    expect((await readBytes(withAmounts('€ 1.234,56', '7,50 €'))).detection.shape?.currency).toBe('EUR')
  })

  it('in several currencies have each the sign beside it', async () => {
    const file = await readBytes(withAmounts('€5.25', '$6.50', '€7.75'), { baseCurrency: 'EUR' })
    expect(file.lines.map(line => line.currency)).toEqual(['EUR', 'USD', 'EUR'])
  })

  it('are asked about where the whole file can be read either way, and the answer is taken', async () => {
    const bytes = withAmounts('1,234', '2,500')
    const asked = await readBytes(bytes)
    expect(asked.questions).toEqual(['decimal'])
    expect((await readBytes(bytes, { decimal: 'dot' })).lines[0]!.net).toBe('1234')
    expect((await readBytes(bytes, { decimal: 'comma' })).lines[0]!.net).toBe('1.234')
  })

  it('that cannot be read are set aside, a dash and nothing are missing', async () => {
    const file = await readBytes(withAmounts('12.50', 'twelve', '', '-', '1.2.3', '12.5 .'))
    expect(file.setAside.map(row => row.reason)).toEqual([
      'amount_unreadable',
      'amount_missing',
      'amount_missing',
      'amount_unreadable',
      'amount_unreadable',
    ])
  })

  it('of quantities settle a doubt by the amounts beside them', async () => {
    const german = await readBytes(
      'Beleg;Kunde;Datum;Menge;Netto\nR1;C1;2013-05-04;1,000;12,50\nR2;C1;2013-05-04;2,000;1.250,00\n',
    )
    expect(german.lines.map(line => line.quantity)).toEqual(['1.000', '2.000'])
    const english = await readBytes('invoice;customer;date;qty;net\nR1;C1;2013-05-04;1,000;1,250.00\n')
    expect(english.lines[0]!.quantity).toBe('1000')
  })
})

describe('a list of one column', () => {
  it('is a table where its name is known', async () => {
    const file = await readBytes('account\nC1\nC2\n')
    expect(file.records).toEqual([{ account: 'C1' }, { account: 'C2' }])
  })
})

describe('codes', () => {
  it('written as numbers throughout lose their ".0", leading zeros stay', async () => {
    const file = await readBytes(
      'invoice,customer,date,product,net\n1.0,17850.0,2013-05-04,0012,1\n2.0,,2013-05-04,85123A,2\n',
    )
    expect(file.lines[0]).toMatchObject({ account: '17850', document: '1', product: '0012' })
    expect(file.setAside).toMatchObject([{ row: 3, reason: 'account_missing' }])
  })

  it('keep their ".0" where some have another end', async () => {
    const file = await readBytes('invoice,customer,date,net\n1,17850.0,2013-05-04,1\n2,17850.5,2013-05-04,2\n')
    expect(file.lines.map(line => line.account)).toEqual(['17850.0', '17850.5'])
  })

  it('shortened by a spreadsheet are set aside', async () => {
    const file = await readBytes('invoice,customer,date,net\n1,6.90123E+12,2013-05-04,1\n')
    expect(file.setAside).toMatchObject([{ reason: 'account_unreadable' }])
  })
})
