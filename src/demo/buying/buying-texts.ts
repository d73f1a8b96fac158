import type { Language } from '../../platform/language.ts'

type Texts = Readonly<Record<Language, readonly string[]>>

/** Brands that do not exist; the first is ours. */
export const ownBrand: Readonly<Record<Language, string>> = { en: 'Tingyu', 'zh-Hans': '汀屿' }

export const rivals: Texts = {
  en: ['Quelmar', 'Nordvek', 'Tasuko', 'Langyi', 'Hengtuo'],
  'zh-Hans': ['朗屹', '衡拓', '奎玛 Quelmar', '诺德维 Nordvek', '塔苏科 Tasuko'],
}

export const steps: Readonly<Record<Language, readonly (readonly [name: string, post: number, days: number])[]>> = {
  en: [
    ['The workshop reports a need', 4, 5],
    ['Engineering writes the specification', 2, 12],
    ['Three quotations are compared', 1, 15],
    ['A sample is tested', 2, 25],
    ['The general manager signs', 0, 7],
    ['Purchasing sends the order', 1, 4],
  ],
  'zh-Hans': [
    ['现场提出需求', 4, 5],
    ['技术部编写规格书', 2, 12],
    ['三家比价', 1, 15],
    ['样机测试', 2, 25],
    ['总经理审批', 0, 7],
    ['采购部下单', 1, 4],
  ],
}

export const runBy: Texts = {
  en: ['its own purchasing', 'group purchasing', 'a tendering agency of the province', 'the project owner'],
  'zh-Hans': ['本公司采购部', '集团采购中心', '省招标代理公司', '项目业主方'],
}

export const tenderNotes: Texts = {
  en: ['Above 200,000 by tender, below by quotation', 'Short list of four; a new maker needs a reference first'],
  'zh-Hans': ['20 万以上招标，以下询价', '短名单四家，新厂家须先有业绩'],
}

export const budgetNotes: Texts = {
  en: ['Drawn up by engineering, cut by a tenth every time', 'Released after the spring festival'],
  'zh-Hans': ['技术部编制，每次都砍一成', '春节后下达'],
}

export const cycleNotes: Texts = {
  en: ['Framework prices renewed each January', 'Large orders follow the projects, spares all year'],
  'zh-Hans': ['每年一月重签框架价', '大单跟项目走，备件全年零采'],
}

export const preferences: Texts = {
  en: ['Their engineers know its web interface', 'Ring recovers in under 20 ms', 'Stock in the same city'],
  'zh-Hans': ['工程师用惯了它的网管界面', '环网自愈小于 20 毫秒', '本市有现货'],
}

export const channels: Texts = {
  en: [
    'Automation fair in Shanghai',
    'Their integrator’s advice',
    'Trade press',
    'Colleagues at sister plants',
    'Our seminars',
  ],
  'zh-Hans': ['上海工博会', '集成商推荐', '工控行业公众号', '兄弟厂同行', '我们的技术沙龙'],
}

export const localRules: Texts = {
  en: ['Five points of a hundred for makers of the same city', 'A local service point is asked for'],
  'zh-Hans': ['本市企业评标加 5 分', '要求有本地服务网点'],
}

export const quality: Texts = {
  en: [
    'IEC 61850-3 with a type test report not older than three years; −40 to 75 °C; two power inputs.',
    'EN 50155 for rolling stock; conformal coating; five years of warranty.',
    'Salt spray test of 96 hours, since the switches stand at the quay.',
    'A factory audit before the first order; incoming inspection of one in twenty.',
  ],
  'zh-Hans': [
    '须过 IEC 61850-3，型式试验报告三年内有效；-40～75 ℃；双电源输入。',
    '车载须符合 EN 50155，三防漆，质保五年。',
    '码头现场，盐雾试验 96 小时。',
    '首单前验厂；到货按 5% 抽检。',
  ],
}

export const service: Texts = {
  en: [
    'An answer within two hours, a replacement on site within a day; spares in consignment.',
    'Commissioning on site and a day of training with every project.',
    'A named engineer; remote diagnosis only with their own people watching.',
  ],
  'zh-Hans': [
    '2 小时响应，24 小时内换机到场；备件寄售。',
    '每个项目现场调试并培训一天。',
    '指定工程师；远程诊断须对方人员在场。',
  ],
}

export const shareSources: Texts = {
  en: ['Their buyer', 'Nameplates counted on site', 'Tender results', 'Estimate of their integrator'],
  'zh-Hans': ['采购经理口述', '现场清点铭牌', '中标公示', '集成商估计'],
}

export const potentialSources: Texts = {
  en: [
    'Purchase plan shown at the annual talk',
    'Their buyer’s figure for all makers',
    'Lines in the plant counted with engineering',
  ],
  'zh-Hans': ['年度会谈时看到的采购计划', '采购经理给出的全部品牌总额', '与技术部一起按产线清点'],
}

export const toldBy: Texts = {
  en: ['Talk at the fair', 'Their integrator', 'Tender documents'],
  'zh-Hans': ['展会交流', '集成商', '招标文件'],
}
