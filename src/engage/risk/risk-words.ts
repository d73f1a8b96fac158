import type { Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { AlertState } from './alert-state.ts'
import type { CapCertainty, CapFault, CapSeverity } from './cap.ts'
import type { Channel, Following } from './following.ts'
import type { Hazard } from './hazard.ts'
import type { Measure } from './measures.ts'

type Both = readonly [english: string, chinese: string]

const pick = ([english, chinese]: Both, language: Language): string => (language === 'en' ? english : chinese)

const faultWords: Readonly<Record<CapFault['reason'], (field: string, value: string) => Both>> = {
  'not xml': () => ['it is not well-formed XML', '不是格式良好的 XML'],
  doctype: () => [
    'it brings a document type with entities, which is never read',
    '含有文档类型声明（DOCTYPE 或实体），一律不予读取',
  ],
  encoding: () => ['its characters do not fit the encoding that it names', '字符与其声明的编码不符'],
  'not cap': () => [
    'it is no message of the Common Alerting Protocol 1.1 or 1.2',
    '不是通用警报协议（CAP）1.1 或 1.2 的消息',
  ],
  missing: field => [`${field} is missing`, `缺少 ${field}`],
  'not allowed': (field, value) => [`${field} may not be “${value}”`, `${field} 不允许为“${value}”`],
  'not a time': (field, value) => [
    `${field} “${value}” is not a time with its offset`,
    `${field}“${value}”不是带时区偏移的时间`,
  ],
  'not a place': (field, value) => [
    value ? `${field} “${value}” is not closed or not a place` : `${field} is empty`,
    value ? `${field}“${value}”未闭合或不是有效位置` : `${field} 为空`,
  ],
}

/** The faults of a refused message, as `faultsText` wrote them, in one sentence. */
function faultsSentence(text: string, language: Language): string {
  const sentences = text.split('\n').map(line => {
    const [reason, field = '', ...value] = line.split('|')
    return pick(faultWords[reason as CapFault['reason']](field, value.join('|')), language)
  })
  return [...new Set(sentences)].join(language === 'en' ? '; ' : '；')
}

export const riskRefusals: RefusalWords = {
  risk_message_invalid: {
    en: v => `The message was not taken: ${faultsSentence(String(v.faults), 'en')}.`,
    'zh-Hans': v => `该消息未被接收：${faultsSentence(String(v.faults), 'zh-Hans')}。`,
  },
  risk_reply_not_taken: {
    en: v => `The message is a reply (${v.kind}) between senders; it warns nobody and was not taken.`,
    'zh-Hans': v => `该消息是发布机构之间的回执（${v.kind}），不含预警，未被接收。`,
  },
  risk_tracks_invalid: {
    en: v => `This is no file of storm tracks: the columns ${v.columns} are needed, with at least one storm.`,
    'zh-Hans': v => `这不是风暴路径文件：需要列 ${v.columns}，且至少含一个风暴。`,
  },
  risk_alert_unknown: { en: () => 'There is no such alert.', 'zh-Hans': () => '没有此预警。' },
  risk_advice_unknown: { en: () => 'There is no such advice.', 'zh-Hans': () => '没有此建议。' },
  risk_advice_changed_meanwhile: {
    en: v => `Somebody else recorded something about ${v.name} meanwhile. Read it again, then record the outcome.`,
    'zh-Hans': v => `其间已有他人记录了“${v.name}”的情况，请重新读取后再记录结果。`,
  },
  risk_sites_invalid: {
    en: () => 'The sites belong to several accounts; record advice for each account by itself.',
    'zh-Hans': () => '所选网点属于多个客户，请按客户分别记录建议。',
  },
  risk_feed_unknown: { en: () => 'There is no such feed.', 'zh-Hans': () => '没有此预警源。' },
  risk_feed_changed_meanwhile: {
    en: v => `Somebody else changed ${v.name} while you were editing. Read it again, then edit.`,
    'zh-Hans': v => `您编辑期间，“${v.name}”已被他人修改，请重新读取后再编辑。`,
  },
  risk_feed_taken: {
    en: v => `The address ${v.url} is read already.`,
    'zh-Hans': v => `地址 ${v.url} 已在读取。`,
  },
}

const hazardNames: Readonly<Record<Hazard, Both>> = {
  storm: ['Typhoon', '台风'],
  wind: ['Gale', '大风'],
  flood: ['Flood', '洪水'],
  rain: ['Heavy rain', '暴雨'],
  snow: ['Snow and ice', '冰雪'],
  thunderstorm: ['Thunderstorm', '雷暴'],
  heat: ['Heat', '高温'],
  fire: ['Fire', '火灾'],
  earthquake: ['Earthquake', '地震'],
  tsunami: ['Tsunami', '海啸'],
  security: ['Security', '治安'],
  embargo: ['Embargo', '禁运'],
  health: ['Health', '公共卫生'],
  other: ['Other danger', '其他风险'],
}

export const hazardName = (hazard: Hazard, language: Language): string => pick(hazardNames[hazard], language)

const measureNames: Readonly<Record<Measure, Both>> = {
  'stop inbound': ['Stop inbound deliveries', '暂停进货'],
  'move stock': ['Move stock to a safe place', '转移库存'],
  'raise goods': ['Raise goods off the floor', '货物垫高'],
  'secure building': ['Secure roof, doors and windows', '加固屋顶和门窗'],
  'cover goods': ['Cover goods outside', '遮盖露天货物'],
  'clear drains': ['Clear drains, lay sandbags', '疏通排水、堆沙袋'],
  'back up power': ['Prepare backup power', '准备备用电源'],
  'ship early': ['Ship before the date', '提前发货'],
  'document stock': ['Photograph and count the stock', '拍照并清点库存'],
  'send people home': ['Send people to safety', '撤离人员'],
}

export const measureName = (measure: Measure, language: Language): string => pick(measureNames[measure], language)

const stateNames: Readonly<Record<AlertState, Both>> = {
  active: ['In force', '生效中'],
  expired: ['Run out', '已到期'],
  cancelled: ['Cancelled', '已解除'],
  superseded: ['Continued in another alert', '并入其他预警'],
  drill: ['Exercise', '演练'],
  over: ['Over', '已结束'],
}

export const alertStateName = (state: AlertState, language: Language): string => pick(stateNames[state], language)

const channelNames: Readonly<Record<Channel, Both>> = {
  phone: ['By phone', '电话'],
  wechat: ['By WeChat', '微信'],
  mail: ['By mail', '邮件'],
  visit: ['In person', '当面'],
  message: ['By text message', '短信'],
}

export const channelName = (channel: Channel, language: Language): string => pick(channelNames[channel], language)

const followingNames: Readonly<Record<Following, Both>> = {
  followed: ['Followed', '已采纳'],
  partly: ['Partly followed', '部分采纳'],
  'not followed': ['Not followed', '未采纳'],
}

export const followingName = (following: Following, language: Language): string =>
  pick(followingNames[following], language)

const severityNames: Readonly<Record<CapSeverity, Both>> = {
  Extreme: ['Extreme', '特别严重'],
  Severe: ['Severe', '严重'],
  Moderate: ['Moderate', '较重'],
  Minor: ['Minor', '一般'],
  Unknown: ['Severity unknown', '严重程度不详'],
}

const certaintyNames: Readonly<Record<CapCertainty, Both>> = {
  Observed: ['Observed', '已发生'],
  Likely: ['Likely', '很可能'],
  Possible: ['Possible', '可能'],
  Unlikely: ['Unlikely', '不太可能'],
  Unknown: ['Certainty unknown', '可能性不详'],
}

export const severityName = (severity: CapSeverity, language: Language): string =>
  pick(severityNames[severity], language)
export const certaintyName = (certainty: CapCertainty, language: Language): string =>
  pick(certaintyNames[certainty], language)
