import { describe, expect, it } from 'vitest'
import { readyPolicy, usualPolicy } from './allocation-policy.ts'
import { type GoodsRequest, shareGoods } from './share-goods.ts'

const ask = (account: string, tier: string, quantity: string, committed = '0', product = 'S-8'): GoodsRequest => ({
  account,
  tier,
  product,
  quantity,
  committed,
})

describe('goods shared by the policy', () => {
  it('shares 50 by the usual weights of silver, gold and platinum into 6, 13 and 31', () => {
    const [shared] = shareGoods(
      [ask('A', 'silver', '900'), ask('B', 'gold', '900'), ask('C', 'platinum', '900')],
      [{ product: 'S-8', quantity: '50', pack: '1' }],
      usualPolicy,
    )
    expect(shared!.awards.map(award => [award.account, award.allocated, award.cut])).toEqual([
      ['A', '6', '894'],
      ['B', '13', '887'],
      ['C', '31', '869'],
    ])
  })

  it('takes an order in two parts for one', () => {
    const supply = [{ product: 'S-8', quantity: '31', pack: '1' }]
    const [split] = shareGoods(
      [ask('A', 'gold', '20'), ask('A', 'gold', '20'), ask('B', 'gold', '40')],
      supply,
      usualPolicy,
    )
    const [whole] = shareGoods([ask('A', 'gold', '40'), ask('B', 'gold', '40')], supply, usualPolicy)
    expect(split).toEqual(whole)
  })

  it('shares metres to the fineness of the requests and loses none', () => {
    const [shared] = shareGoods(
      [ask('A', 'gold', '2.5'), ask('B', 'gold', '2.5')],
      [{ product: 'S-8', quantity: '4.75', pack: '1' }],
      usualPolicy,
    )
    expect(shared!.awards.map(award => award.allocated).sort()).toEqual(['2.3', '2.4'])
    expect([shared!.allocated, shared!.left]).toEqual(['4.7', '0.05'])
  })

  it('has nothing of a product without supply, and says so for each account', () => {
    const [shared] = shareGoods([ask('A', 'gold', '5')], [], usualPolicy)
    expect(shared!.awards[0]).toMatchObject({ allocated: '0', cut: '5', fair: '0' })
  })

  it('hands out whole packs where all ask for whole packs, else single pieces to all', () => {
    const supply = [{ product: 'S-8', quantity: '30', pack: '12' }]
    const whole = shareGoods([ask('A', 'gold', '24'), ask('B', 'gold', '24')], supply, usualPolicy)[0]!
    expect([whole.awards.map(award => award.allocated), whole.left]).toEqual([['12', '12'], '6'])
    const loose = shareGoods(
      [ask('A', 'gold', '24'), ask('B', 'gold', '24'), ask('C', 'gold', '3')],
      supply,
      usualPolicy,
    )[0]!
    expect(loose.awards.find(award => award.account === 'C')).toMatchObject({ allocated: '3', pack: '1' })
  })

  it('knows no tier without a weight', () => {
    expect(() => shareGoods([ask('A', 'bronze', '5')], [], usualPolicy)).toThrow('bronze')
  })

  it('gives all alike under the policy that weighs all alike', () => {
    const [shared] = shareGoods(
      [ask('A', 'regular', '40'), ask('B', 'platinum', '40')],
      [{ product: 'S-8', quantity: '30', pack: '1' }],
      readyPolicy('alike', usualPolicy),
    )
    expect(shared!.awards.map(award => award.allocated)).toEqual(['15', '15'])
  })
})
