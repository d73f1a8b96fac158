import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import { managerOf, people } from '../people.ts'
import { Random } from '../random.ts'

/** `mentions` stands in the text as {mention}. */
export type DemoNote = { account: string; authorKey: string; at: string; text: string; mentions: string | null }

type Template = { zh: string; en: string; mentions?: string }

const templates: readonly Template[] = [
  {
    zh: '电话里得知对方仓库要在年底前**搬到新址**，旧仓只保留到 12 月 20 日。发货地址要提前改。{mention} 请关注在途订单。',
    en: 'Heard on the phone: they **move their warehouse** before the end of the year, the old one is open until 20 December only. {mention} please watch what is under way.',
    mentions: 'fang.ning',
  },
  {
    zh: '对方财务换人，新同事要求发票上写清合同号。已告诉商务。',
    en: 'A new person in their accounts department wants the contract number on every invoice. The order desk knows.',
  },
  {
    zh: '店员反映 8 口工业交换机的包装**容易压角**，一个月内退了 3 台。\n\n- 照片已收\n- 等质量部答复\n- 先换货',
    en: 'Their counter staff say the box of the 8-port switch **dents at the corners**: three came back within a month.\n\n- pictures received\n- quality is asked\n- exchanged for now',
  },
  {
    zh: '竞争对手报价低我们 6%，但交期 5 周。客户更在意开工前到货。',
    en: 'A competitor quotes 6% below us, but with five weeks of lead time. They care more about having it before work begins.',
  },
  {
    zh: '老板女儿下月结婚，{mention} 是否由您出面祝贺？',
    en: "The owner's daughter marries next month. {mention} would you congratulate in person?",
    mentions: 'zheng.guodong',
  },
  {
    zh: '明年预算 11 月底定，工程部想把老机房的网关一并换掉，数量还没定。',
    en: 'Next year’s budget closes at the end of November; engineering wants to replace the gateways of the old plant as well, number open.',
  },
  {
    zh: '培训改到下周三下午，人数 12 人，会议室由对方准备。',
    en: 'The training moves to Wednesday afternoon next week: twelve people, they provide the room.',
  },
  {
    zh: '对账有 2 张发票对不上，已发明细。{mention} 麻烦核一下。',
    en: 'Two invoices do not agree with their books; the details are sent. {mention} please check.',
    mentions: 'tang.li',
  },
  {
    zh: '> 你们的货从来没有晚过，这一点比返利重要。\n\n采购经理今天的原话，值得在季度会上说。',
    en: '> You have never been late, and that matters more than the rebate.\n\nSaid by their purchasing manager today; worth telling at the quarterly meeting.',
  },
  {
    zh: '他们在问 PoE 新品的到货时间，愿意做首批试用，条件是三个月内不供同城的其他经销商。',
    en: 'They ask when the new PoE series arrives and would try the first batch, if no other dealer in town gets it for three months.',
  },
]

/** What people wrote down about the larger accounts over the last half year, mostly their managers. */
export function demoNotes(seed: string, accounts: readonly DemoAccount[]): DemoNote[] {
  const notes = accounts.flatMap(account => {
    const random = new Random(seed, 'notes', account.rank)
    const count = account.rank < 40 ? random.integer(1, 3) : account.rank < 140 && random.chance(0.25) ? 1 : 0
    const authorKey = account.ownerKey ?? managerOf(account.place).key
    const chosen = random.shuffle(templates).slice(0, count)
    return chosen.map((template): DemoNote => {
      const day = dayText(dayNumber(demoDay) - random.integer(2, 170))
      const minutes = random.integer(0, 59)
      const at = `${day}T${String(random.integer(1, 9)).padStart(2, '0')}:${String(minutes).padStart(2, '0')}:00Z`
      const { language } = people.find(person => person.key === authorKey)!
      return {
        account: account.code,
        authorKey,
        at,
        text: language === 'en' ? template.en : template.zh,
        mentions: template.mentions ?? null,
      }
    })
  })
  return notes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.account < b.account ? -1 : 1))
}
