import { describe, expect, it } from 'vitest'
import { inShort, readBytes } from './read-file.fixture.ts'

const nets = async (cells: string[], header = 'net') =>
  (
    await readBytes(`account;document;day;${header}\n${cells.map(cell => `A;1;2025-03-05;${cell}\n`).join('')}`)
  ).lines.map(line => line.net)

describe('days', () => {
  it('that are the same day in either order are read without a question', async () => {
    const file = await readBytes('account,document,day,net\nA,1,03-03-2013,5\nA,2,05/05/2014,6\n')
    expect(file.questions).toEqual([])
    expect(inShort(file)).toEqual(['A 1 2013-03-03 5', 'A 2 2014-05-05 6'])
  })

  it('of another column of the file tell in which order the invoice days are written', async () => {
    const header = 'account,document,invoice date,due date,net'
    expect(inShort(await readBytes(`${header}\nA,1,03/04/2025,03/30/2025,5\n`))).toEqual(['A 1 2025-03-04 5'])
    expect(inShort(await readBytes(`${header}\nA,1,03/04/2025,30/04/2025,5\n`))).toEqual(['A 1 2025-04-03 5'])
    expect((await readBytes(`${header}\nA,1,03/04/2025,05/04/2025,5\n`)).questions).toEqual(['date_order'])
  })

  it('of another column cannot make a clear column doubtful', async () => {
    const file = await readBytes('account,document,invoice date,due date,net\nA,1,13/04/2025,05/30/2025,5\n')
    expect(inShort(file)).toEqual(['A 1 2025-04-13 5'])
  })
})

describe('amounts', () => {
  it('with a dash for the cents are not negative', async () => {
    expect(await nets(["1'234.-", '5.–', '12.--', '7.50-'])).toEqual(['1234', '5', '12', '-7.50'])
    expect(await nets(['5,-', '6,50', '7,–'])).toEqual(['5', '6.50', '7'])
  })

  it('that say “not available” in words are nothing, as their signs are', async () => {
    const file = await readBytes('account;document;day;net;cost\nA;1;2025-03-05;5;n.a.\nA;2;2025-03-05;5;k. A.\n')
    expect(file.lines.map(line => line.cost)).toEqual([null, null])
  })

  it('off a line are taken off whichever sign they carry', async () => {
    const header = 'account,document,day,qty,unit price,discount amount'
    const file = await readBytes(
      `${header}\nA,1,2025-03-05,3,10,3\nA,2,2025-03-05,3,10,-3\nA,3,2025-03-05,-3,10,3\nA,4,2025-03-05,-3,10,-3\n`,
    )
    expect(file.lines.map(line => line.net)).toEqual(['27', '27', '-27', '-27'])
  })

  it('of shipping or tax are no cost and no net amount of the goods', async () => {
    const file = await readBytes(
      'Order.ID,Order.Date,Customer.ID,Sales,Profit,Shipping.Cost,Tax.Amount\n1,31-07-2012,C1,100,30,9,19\n',
    )
    expect(file.lines).toMatchObject([{ net: '100', cost: '70', costContradicts: false }])
  })

  it('of what was given away contradict nothing', async () => {
    const file = await readBytes(
      'account,document,day,type,qty,unit price,net\nA,1,2025-03-05,Sample,1,5,0\nA,2,2025-03-05,Invoice,1,5,0\n',
    )
    expect(file.lines).toMatchObject([
      { kind: 'free', netContradicts: false },
      { kind: 'free', netContradicts: true },
    ])
  })

  it('of a price and a discounted price: the discounted one was paid', async () => {
    const header = 'Order Number,Line Number,Order Date,CustomerKey,ProductKey,Quantity,Unit Price,Net Price'
    const file = await readBytes(`${header}\n1,0,2016-01-13,C1,P1,2,68,62.56\n`)
    expect(file.questions).toEqual([])
    expect(file.lines).toMatchObject([{ net: '125.12', unitPrice: '62.56' }])
  })
})

describe('rates', () => {
  it('for a hundred units are rates for one', async () => {
    const file = await readBytes('币种,日期,单位,汇率\n日元,2025-03-05,100,4.8\n美元,2025-03-05,1,7.2\n')
    expect(file.records).toMatchObject([
      { currency: 'JPY', units: '100', rate: '4.8' },
      { currency: 'USD', units: '1', rate: '7.2' },
    ])
  })
})

describe('currencies', () => {
  it('in a column without a single one leave the rows in the base currency', async () => {
    const file = await readBytes('account,document,day,net,currency\nA,1,2025-03-05,5,\nA,2,2025-03-05,6,\n')
    expect(inShort(file)).toEqual(['A 1 2025-03-05 5', 'A 2 2025-03-05 6'])
  })

  it('named on foreign rows alone, as Dynamics does, leave the others in the base currency', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => `A,${at},2025-03-05,5,${at === 7 ? 'USD' : ''}\n`).join('')
    const file = await readBytes(`account,document,day,net,currency code\n${rows}`)
    expect(file.questions).toEqual([])
    expect(file.detection.baseCurrency).toBeNull()
    expect(file.lines.map(line => line.currency)).toEqual([...Array(7).fill(null), 'USD'])
  })

  it('missing here and there set their rows aside', async () => {
    const file = await readBytes(
      'account,document,day,net,currency\nA,1,2025-03-05,5,EUR\nA,2,2025-03-05,6,\nA,3,2025-03-05,6,EUR\n',
    )
    expect(file.setAside).toMatchObject([{ row: 3, reason: 'currency_missing' }])
  })
})

describe('a column that counts the rows of the export', () => {
  it('is no line number: the next export counts anew', async () => {
    const header = '序号,客户编码,单据号,日期,金额'
    const file = await readBytes(`${header}\n1,C1,D1,2025-03-05,5\n2,C1,D1,2025-03-05,6\n3,C1,D2,2025-03-06,7\n`)
    expect(file.lines.map(line => line.line)).toEqual([null, null, null])
  })

  it('but one that begins again with each document is', async () => {
    const header = '序号,客户编码,单据号,日期,金额'
    const file = await readBytes(`${header}\n1,C1,D1,2025-03-05,5\n2,C1,D1,2025-03-05,6\n1,C1,D2,2025-03-06,7\n`)
    expect(file.lines.map(line => line.line)).toEqual(['1', '2', '1'])
  })
})

describe('a list of names with an e-mail each', () => {
  it('is asked about: it may hold companies or people', async () => {
    expect((await readBytes('account,name,email\nA,Ann,a@x.y\n')).questions).toEqual(['kind'])
    expect((await readBytes('account,name,email,city\nA,Alpha,a@x.y,Rome\n')).detection.kind).toBe('accounts')
    expect((await readBytes('account,company name,email\nA,Alpha,a@x.y\n')).detection.kind).toBe('accounts')
  })
})

describe('bytes that are no table', () => {
  it('are refused, not asked about', async () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 7919 + ((at * at) >> 3)) & 255)
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'format_unsupported' })
  })
})
