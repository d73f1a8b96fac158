import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import { managerOf } from '../people.ts'
import { Random } from '../random.ts'

type Language = 'en' | 'zh'

export type DemoRequest = {
  account: string
  authorKey: string
  kind: 'executive' | 'celebration' | 'terms' | 'support' | 'other'
  what: string
  reason: string
  askedOn: string
  wantedOn: string
  executiveKey: string | null
  worth: string | null
  cost: string | null
  /** What each approver says in turn; shorter than the path: it still waits. */
  answers: { key: string; approve: boolean; note: string | null }[]
  outcome: { good: boolean; words: string; cost: string | null } | null
}

type Template = {
  kind: DemoRequest['kind']
  executiveKey?: string
  what: Record<Language, string>
  reason: Record<Language, string>
  cost: string | null
  outcome: Record<Language, string>
}

const templates: readonly Template[] = [
  {
    kind: 'executive',
    executiveKey: 'zheng.guodong',
    what: { zh: '请郑总出席对方新展厅开业', en: 'Our president at the opening of their new showroom' },
    reason: {
      zh: '同城两家竞争对手的区域总监都会到场，老板希望我们坐主桌。',
      en: 'The regional heads of two competitors will be there; the owner wants us at his table.',
    },
    cost: '3200',
    outcome: {
      zh: '郑总剪彩，老板当场谈定明年首批备货。',
      en: 'He cut the ribbon; the owner settled next year’s first stock on the spot.',
    },
  },
  {
    kind: 'celebration',
    what: { zh: '十周年庆典赠送定制机柜模型', en: 'A made-to-order model rack for their tenth anniversary' },
    reason: {
      zh: '合作满十年，对方点名请供应商代表上台。',
      en: 'Ten years together; they asked suppliers up on the stage by name.',
    },
    cost: '1800',
    outcome: { zh: '模型摆在前台，客户很满意。', en: 'The model stands at their reception desk.' },
  },
  {
    kind: 'support',
    what: { zh: '旺季前派驻一名工程师两周', en: 'An engineer at their site for two weeks before the season' },
    reason: {
      zh: '三个地铁标段同时调试，他们缺人。',
      en: 'Three metro lots are commissioned at the same time and they are short of hands.',
    },
    cost: '26000',
    outcome: { zh: '调试按期完成，追加了 40 台订单。', en: 'Commissioned in time; forty more units were ordered.' },
  },
  {
    kind: 'terms',
    what: { zh: '一次性放宽账期到 90 天', en: 'Ninety days to pay, once' },
    reason: {
      zh: '业主回款拖到年后，项目不能停。',
      en: 'Their client pays after the new year and the project cannot wait.',
    },
    cost: '15400',
    outcome: { zh: '如期回款，没有再提。', en: 'Paid in time, and not asked for again.' },
  },
  {
    kind: 'executive',
    executiveKey: 'anna.lindqvist',
    what: { zh: '请 Anna 参加对方年度供应商大会', en: 'Anna at their yearly suppliers’ day' },
    reason: { zh: '他们要在会上宣布两家战略供应商。', en: 'They will name two strategic suppliers there.' },
    cost: '9800',
    outcome: { zh: '入选战略供应商。', en: 'We were named.' },
  },
  {
    kind: 'other',
    what: { zh: '安排客户技术团队参观宁波工厂', en: 'A tour of the Ningbo plant for their engineers' },
    reason: {
      zh: '他们在选下一代网关的联合开发伙伴。',
      en: 'They are choosing whom to develop the next gateway with.',
    },
    cost: '450',
    outcome: { zh: '八人到访，联合开发意向书在谈。', en: 'Eight came; a letter of intent is being drafted.' },
  },
]

const head = 'lin.zhiyuan'

/** Requests of the last half year: most settled, some still open on the demo's day. */
export function demoRequests(seed: string, accounts: readonly DemoAccount[]): DemoRequest[] {
  const asked = accounts
    .filter(account => account.rank < 60 && account.behaviour.life !== 'lost')
    .flatMap(account => {
      const random = new Random(seed, 'requests', account.rank)
      if (!random.chance(account.rank < 20 ? 0.7 : 0.3)) return []
      return [request(random, account, random.pick(templates))]
    })
  return asked.sort((a, b) => (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : a.account < b.account ? -1 : 1))
}

function request(random: Random, account: DemoAccount, template: Template): DemoRequest {
  const manager = managerOf(account.place)
  const authorKey = account.ownerKey ?? head
  const language: Language = manager.language === 'en' ? 'en' : 'zh'
  const today = dayNumber(demoDay)
  // A third is recent, so that some wait for a decision.
  const asked = today - (random.chance(0.34) ? random.integer(0, 4) : random.integer(20, 170))
  const wanted = asked + random.integer(12, 30)
  const path = [
    head,
    ...(template.executiveKey ? [template.executiveKey] : Number(template.cost) >= 20_000 ? ['zheng.guodong'] : []),
  ]
  const needed = Number(template.cost) < 500 && !template.executiveKey ? [] : path
  const isOver = wanted < today
  const declined = isOver && needed.length > 0 && random.chance(0.12)
  const given = declined ? 1 : asked <= today - 12 ? needed.length : random.integer(0, Math.max(0, needed.length - 1))
  return {
    account: account.code,
    authorKey,
    kind: template.kind,
    what: template.what[language],
    reason: template.reason[language],
    askedOn: dayText(asked),
    wantedOn: dayText(wanted),
    executiveKey: template.executiveKey ?? null,
    worth: String(random.integer(4, 60) * 20_000),
    cost: template.cost,
    answers: needed.slice(0, given).map(key => ({
      key,
      approve: !declined,
      note: declined ? '本季度费用已用完，请改在下季度提出。' : null,
    })),
    outcome:
      isOver && !declined && random.chance(0.85)
        ? {
            good: random.chance(0.9),
            words: template.outcome[language],
            cost: template.cost === null ? null : String(Math.round(Number(template.cost) * random.between(0.8, 1.15))),
          }
        : null,
  }
}
