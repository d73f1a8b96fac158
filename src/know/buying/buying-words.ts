import type { Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { BuyingField } from './buying-facts.contract.ts'
import type { QuestionReason } from './profile-score.ts'

type Words = Readonly<Record<Language, string>>

const fieldWords: Record<BuyingField, Words> = {
  process: { en: 'Process', 'zh-Hans': '采购流程' },
  cycle: { en: 'Cycle', 'zh-Hans': '采购周期' },
  tendering: { en: 'Way of buying', 'zh-Hans': '招采方式' },
  budget: { en: 'Budget months', 'zh-Hans': '预算月份' },
  brandsInUse: { en: 'Brands in use', 'zh-Hans': '在用品牌' },
  brandsPreferred: { en: 'Brands preferred', 'zh-Hans': '偏好品牌' },
  competitors: { en: 'Competitors and their share', 'zh-Hans': '竞争对手及份额' },
  channels: { en: 'Where it gets information', 'zh-Hans': '信息渠道' },
  protection: { en: 'Local protection', 'zh-Hans': '地方保护' },
  quality: { en: 'Quality demands', 'zh-Hans': '质量要求' },
  service: { en: 'Service demands', 'zh-Hans': '服务要求' },
}

export const buyingFieldName = (field: BuyingField, language: Language): string => fieldWords[field][language]

const unknown: Record<BuyingField, Words> = {
  process: {
    en: 'Which steps does an order go through in your house, who signs each of them, and how long does it take?',
    'zh-Hans': '贵司一笔采购要走哪些环节？每个环节由谁签字，一般要多久？',
  },
  cycle: {
    en: 'When do you usually buy: all year round, once a year, or with each project?',
    'zh-Hans': '贵司一般什么时候采购：全年陆续、每年集中一次，还是跟着项目走？',
  },
  tendering: {
    en: 'Do you put orders of this size out to tender or ask for quotations, and who runs that?',
    'zh-Hans': '这个量级的采购是招标还是询价？由哪个部门或代理机构组织？',
  },
  budget: {
    en: 'In which months is next year’s budget drawn up and released?',
    'zh-Hans': '明年的预算一般在哪几个月编制、哪几个月批下来？',
  },
  brandsInUse: {
    en: 'Which makers’ equipment runs in your plants today?',
    'zh-Hans': '现场目前在用哪些厂家的设备？',
  },
  brandsPreferred: {
    en: 'If all were equal in price, whose equipment would your engineers choose, and why?',
    'zh-Hans': '如果价格一样，你们的工程师更愿意选哪家？为什么？',
  },
  competitors: {
    en: 'Roughly how is what you spend on this divided among your suppliers?',
    'zh-Hans': '这一块的采购额，大致怎么分给各家供应商？',
  },
  channels: {
    en: 'Where do you look first when you want to learn of a new product?',
    'zh-Hans': '想了解新产品时，你们一般先看哪里？',
  },
  protection: {
    en: 'Is there a rule or a wish that local suppliers come first?',
    'zh-Hans': '本地供应商有没有优先的规定或者倾向？',
  },
  quality: {
    en: 'Which approvals and tests must equipment have before it may be installed here?',
    'zh-Hans': '设备要装上去，必须具备哪些认证、通过哪些测试？',
  },
  service: {
    en: 'When a device fails at night, what do you expect of us, and within how many hours?',
    'zh-Hans': '如果半夜设备出故障，你们希望我们做什么、几小时内到位？',
  },
}

const stale: Record<BuyingField, Words> = {
  process: {
    en: 'Does an order still go through the same steps and the same hands?',
    'zh-Hans': '采购流程和审批人，现在还是原来那样吗？',
  },
  cycle: { en: 'Do you still buy in the same rhythm?', 'zh-Hans': '采购节奏还和以前一样吗？' },
  tendering: {
    en: 'Is it still the same office that asks for offers, by the same rules?',
    'zh-Hans': '招标或询价还是由原来的部门按原来的规则来做吗？',
  },
  budget: { en: 'Has the budget calendar changed this year?', 'zh-Hans': '今年的预算时间有变化吗？' },
  brandsInUse: {
    en: 'Has another make been installed since we last walked through the plant?',
    'zh-Hans': '上次看现场之后，又新上了别的品牌吗？',
  },
  brandsPreferred: {
    en: 'Would your engineers still choose the same make today?',
    'zh-Hans': '现在让工程师选，还是选原来那家吗？',
  },
  competitors: {
    en: 'Have the shares of your suppliers shifted since last year?',
    'zh-Hans': '和去年相比，各家供应商的份额有变化吗？',
  },
  channels: {
    en: 'Do you still read the same trade press and visit the same fairs?',
    'zh-Hans': '还是看原来那些行业媒体、参加原来那些展会吗？',
  },
  protection: {
    en: 'Are the rules on local suppliers still the same?',
    'zh-Hans': '对本地供应商的规定还和以前一样吗？',
  },
  quality: {
    en: 'Has an approval or a test been added to what you ask of equipment?',
    'zh-Hans': '对设备的认证和测试，有没有新增要求？',
  },
  service: {
    en: 'Do you still ask for the same response times and spare parts?',
    'zh-Hans': '对响应时间和备件的要求，还和以前一样吗？',
  },
}

/** What is missing of a field that is half known; other fields are known or not. */
const partial: Partial<Record<BuyingField, Words>> = {
  process: {
    en: 'How many days does each step of an order take, and who signs it?',
    'zh-Hans': '采购的每个环节各要几天，由谁签字？',
  },
  tendering: {
    en: 'Who runs your tenders: your own office, your group, or an agency?',
    'zh-Hans': '招标由谁组织：自己部门、集团，还是代理机构？',
  },
  competitors: {
    en: 'About what share of this does each of the others supply?',
    'zh-Hans': '其他几家大概各占多少份额？',
  },
}

/** One question as a person would ask it of the customer. */
export function questionWords(field: BuyingField, reason: QuestionReason, language: Language): string {
  const words =
    reason === 'stale' ? stale[field] : reason === 'partial' ? (partial[field] ?? unknown[field]) : unknown[field]
  return words[language]
}

export const buyingRefusals: RefusalWords = {
  buying_fact_changed_meanwhile: {
    en: v =>
      `Somebody else wrote down something new of how ${v.name} buys while you were editing. Nothing of yours was saved; read it again, then edit.`,
    'zh-Hans': v => `您编辑期间，他人已更新了“${v.name}”的采购方式。您的更改未保存，请重新读取后再编辑。`,
  },
  learned_ahead: {
    en: v => `${v.day} lies ahead: nothing can have been learned on a day to come.`,
    'zh-Hans': v => `${v.day} 尚未到来：获知日期不能晚于今天。`,
  },
  shares_above_hundred: {
    en: v =>
      `The competitors’ shares of ${v.line === '' ? 'all that it buys' : v.line} add up to more than 100 %. Lower one of them.`,
    'zh-Hans': v => `竞争对手在${v.line === '' ? '全部采购额' : `“${v.line}”`}中的份额合计超过 100%，请调低其中一项。`,
  },
}
