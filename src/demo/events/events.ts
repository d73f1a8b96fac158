import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import { managerOf } from '../people.ts'
import { Random } from '../random.ts'

export type DemoEvent = {
  account: string
  kind: 'anniversary' | 'opening' | 'honour' | 'promotion' | 'festival'
  title: string
  day: string
  yearly: boolean
  leadDays: number
  whatWeDo: string | null
  cost: string | null
  /** What was done of past occurrences. */
  settled: { day: string; state: 'done' | 'skipped'; note: string | null; cost: string | null; byKey: string }[]
}

type Words = { zh: string; en: string }

const occasions: readonly { kind: DemoEvent['kind']; title: Words; what: Words; cost: string; yearly: boolean }[] = [
  {
    kind: 'anniversary',
    title: { zh: '公司成立纪念日', en: 'Founding day' },
    what: { zh: '总经理署名贺信，花篮一对', en: 'A letter signed by the president and two flower baskets' },
    cost: '880',
    yearly: true,
  },
  {
    kind: 'promotion',
    title: { zh: '年终促销周', en: 'Year-end promotion week' },
    what: {
      zh: '派一名讲解员驻店三天，演示 PoE 交换机',
      en: 'One of us in the shop for three days, showing PoE switches',
    },
    cost: '2400',
    yearly: true,
  },
  {
    kind: 'opening',
    title: { zh: '新仓库启用', en: 'Opening of the new warehouse' },
    what: { zh: '送货架标识一套，首批货免运费', en: 'A set of shelf signs, and the first delivery free of freight' },
    cost: '1600',
    yearly: false,
  },
  {
    kind: 'honour',
    title: { zh: '入选省级优秀服务商', en: 'Named among the best service firms of the province' },
    what: { zh: '在我们的渠道刊物上报道', en: 'An article in our dealers’ magazine' },
    cost: '300',
    yearly: false,
  },
  {
    kind: 'festival',
    title: { zh: '答谢晚宴', en: 'Their dinner for suppliers' },
    what: { zh: '客户经理与工程师各一人出席', en: 'The manager and one engineer go' },
    cost: '600',
    yearly: true,
  },
]

/** The days of the larger accounts, with what was done on those of the last year. */
export function demoEvents(seed: string, accounts: readonly DemoAccount[]): DemoEvent[] {
  return accounts
    .filter(account => account.rank < 150 && account.behaviour.life !== 'lost')
    .flatMap(account => {
      const random = new Random(seed, 'events', account.rank)
      const manager = managerOf(account.place)
      const language = manager.language === 'en' ? 'en' : 'zh'
      const count = account.rank < 60 ? random.integer(1, 2) : random.chance(0.4) ? 1 : 0
      const today = dayNumber(demoDay)
      return random
        .shuffle(occasions)
        .slice(0, count)
        .map((occasion): DemoEvent => {
          const next = today + random.integer(-6, 200)
          const day = dayText(next)
          const first = occasion.yearly ? `${Number(day.slice(0, 4)) - random.integer(2, 18)}${day.slice(4)}` : day
          const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
          const byKey = account.ownerKey ?? 'lin.zhiyuan'
          return {
            account: account.code,
            kind: occasion.kind,
            title: occasion.title[language],
            // 29 February comes round as the 28th; the first time is a day that exists.
            day: first.endsWith('-02-29') ? first.replace('-29', '-28') : first,
            yearly: occasion.yearly,
            leadDays: random.pick([7, 14, 14, 21, 30]),
            whatWeDo: random.chance(0.75) ? occasion.what[language] : null,
            cost: random.chance(0.75) ? occasion.cost : null,
            settled:
              occasion.yearly && first < before
                ? [
                    random.chance(0.85)
                      ? { day: before, state: 'done', note: occasion.what[language], cost: occasion.cost, byKey }
                      : { day: before, state: 'skipped', note: null, cost: null, byKey },
                  ]
                : [],
          }
        })
    })
}
