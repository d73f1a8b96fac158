import type { DemoAccount } from './accounts.ts'
import { Random } from './random.ts'

/** What a manager has decided about how an account buys. */
export type DemoValueType = {
  account: string
  valueType: 'intrinsic' | 'extrinsic' | 'strategic'
  reason: string
  authorKey: string
}

const reasons: Record<DemoValueType['valueType'], readonly string[]> = {
  intrinsic: [
    'Buys by quotation sheet every quarter 每季度按报价单采购',
    'Compares three makers for every order 每单都货比三家',
  ],
  extrinsic: [
    'Wants commissioning and training with the goods 采购时要求调试与培训',
    'Its engineers ask ours before they design 设计前先咨询我们的工程师',
  ],
  strategic: [
    'Designs its cabinets around our ring protocol 机柜按我们的环网协议设计',
    'Joint roadmap for rail models signed 已签轨道交通机型联合规划',
  ],
}

/** Decided for most of the forty largest accounts. */
export function demoValueTypes(seed: string, accounts: readonly DemoAccount[]): DemoValueType[] {
  return accounts.flatMap(account => {
    const random = new Random(seed, 'value types', account.rank)
    if (account.rank >= 40 || !random.chance(0.65)) return []
    const valueType = random.pick(likely(account))
    return [
      {
        account: account.code,
        valueType,
        reason: random.pick(reasons[valueType]),
        authorKey: account.ownerKey ?? 'lin.zhiyuan',
      },
    ]
  })
}

function likely({ trade, behaviour }: DemoAccount): readonly DemoValueType['valueType'][] {
  if (behaviour.burden || trade === 'distributor') return ['intrinsic', 'intrinsic', 'extrinsic']
  if (trade === 'contractor') return ['strategic', 'extrinsic']
  return ['extrinsic', 'extrinsic', 'intrinsic', 'strategic']
}
