import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allocateCommand } from './allocate.command.ts'
import { readGoodsFile } from './goods-file.ts'

const csv = `account,tier,product,quantity,committed
A,silver,S-8,900,
B,gold,S-8,900,0
"C, Ltd",platinum,S-8,900,
,,S-8,50,
`

describe('a file of requests and supply', () => {
  it('tells rows of both kinds apart by whether they name an account', () => {
    const { requests, supply } = readGoodsFile(csv)
    expect(requests.map(row => [row.account, row.tier, row.quantity, row.committed])).toEqual([
      ['A', 'silver', '900', '0'],
      ['B', 'gold', '900', '0'],
      ['C, Ltd', 'platinum', '900', '0'],
    ])
    expect(supply).toEqual([{ product: 'S-8', quantity: '50', pack: '1' }])
  })

  it('may hold two tables, one below the other, and semicolons', () => {
    const { requests, supply } = readGoodsFile('product;quantity\nS-8;50\n\naccount;product;quantity\nA;S-8;7.5\n')
    expect(supply).toHaveLength(1)
    expect(requests).toMatchObject([{ account: 'A', tier: 'regular', quantity: '7.5' }])
  })

  it('may be JSON, with a policy of its own', () => {
    const said = {
      requests: [{ account: 'A', tier: 'Bronze', product: 'P', quantity: 3 }],
      supply: [{ product: 'P', quantity: 2 }],
    }
    const { requests, policy } = readGoodsFile(
      JSON.stringify({ ...said, policy: { weights: { Bronze: 7 }, floor: 0.25 } }),
    )
    expect(requests[0]).toMatchObject({ tier: 'bronze', quantity: '3' })
    expect(policy).toEqual({ weights: { bronze: 7 }, floorPercent: 25 })
  })

  it('adds up what two rows say there is of a product', () => {
    expect(readGoodsFile('product,quantity\nP,1.5\nP,2.75').supply).toMatchObject([{ quantity: '4.250000' }])
  })

  it.each([
    ['account,product,quantity\nA,P,many', 'Row 2: quantity is a number'],
    ['account,product,quantity\nA,P,-3', 'Row 2: quantity is a number'],
    ['account,product,quantity\nA,,3', 'Row 2: the product is missing'],
    ['A,P,3', 'Row 1 names the columns'],
    ['{"requests": 5}', '“requests” is a list'],
    ['{"requests": [', 'This is not JSON'],
    ['{"policy": {"weights": {"gold": 0}}}', 'The weight of “gold”'],
    ['{"policy": {"floor": 2}}', 'The floor is a share'],
  ])('says what is wrong with %j', (text, sentence) => {
    expect(() => readGoodsFile(text)).toThrow(sentence)
  })
})

async function allocate(...texts: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'allocate-'))
  const files = await Promise.all(
    texts.map(async (text, at) => {
      await writeFile(join(folder, `${at}.csv`), text)
      return join(folder, `${at}.csv`)
    }),
  )
  const out: string[] = []
  const errors: string[] = []
  const code = await allocateCommand.run([...files, '--json'], {
    openDatabase: () => Promise.reject(new Error('needs none')),
    dataDirectory: '',
    out: text => out.push(text),
    error: text => errors.push(text),
    isTerminal: false,
    language: 'en',
  })
  return { code, rows: out.map(line => JSON.parse(line)), error: errors.join() }
}

describe('the command', () => {
  it('shares 50 by 10, 20 and 50 into 6, 13 and 31, one row on a line with its reason', async () => {
    const { code, rows } = await allocate(csv)
    expect(code).toBe(0)
    expect(rows.map(row => [row.account, row.requested, row.allocated])).toEqual([
      ['A', 900, 6],
      ['B', 900, 13],
      ['C, Ltd', 900, 31],
    ])
    expect(rows[0].reason).toBe(
      '6 of the 900 requested. The fair part is 16; the weight of the tier gives 6. 894 are missing: the goods are scarce.',
    )
  })

  it('takes requests and supply as two files, in either order', async () => {
    const requests = 'account,tier,product,quantity\nA,gold,P,5\n'
    const supply = 'product,quantity\nP,3\n'
    expect((await allocate(requests, supply)).rows).toEqual((await allocate(supply, requests)).rows)
  })

  it('names the tier without a weight, and what is missing altogether', async () => {
    expect((await allocate('account,tier,product,quantity\nA,bronze,P,5\n,,P,1\n')).error).toContain('“bronze” of A')
    expect((await allocate('account,product,quantity\nA,P,5\n')).error).toContain('no row says what there is')
    expect((await allocate('product,quantity\nP,5\n')).error).toContain('no row asks for anything')
  })
})
