import { type AccountField, accountColumns } from '../accounts/account.ts'
import { accountFieldName } from '../accounts/account-field-words.ts'
import { type ContactField, contactColumns } from '../accounts/contact.ts'
import { contactFieldName } from '../accounts/contact-field-words.ts'
import { emptyProfile, type Profile } from '../know/people/profile.ts'
import { profileFieldName } from '../know/people/profile-words.ts'
import type { Language } from '../platform/language.ts'

type Words = readonly [string, string]

const pick = (words: Words, language: Language): string => words[language === 'en' ? 0 : 1]

/** What was done, by the subject and operation of the trail. */
const acts: Readonly<Record<string, Words>> = {
  'account create': ['Added the account', '新建客户'],
  'account edit': ['Edited the details', '修改资料'],
  'account set owner': ['Changed the owner', '更换负责人'],
  'account add code': ['Added a code', '新增编码'],
  'account remove code': ['Removed a code', '删除编码'],
  'account remove': ['Deleted the account', '删除客户'],
  'buying fact add': ['Wrote down how it buys', '记录采购方式'],
  'buying fact edit': ['Changed how it buys', '更新采购方式'],
  'buying fact confirm': ['Heard again how it buys', '再次确认采购方式'],
  'buying fact remove': ['Took back how it buys', '撤回采购方式'],
  'installed item add': ['Added an installed item', '新增装机设备'],
  'installed item edit': ['Edited an installed item', '修改装机设备'],
  'installed item remove': ['An installed item was replaced', '装机设备已被更换'],
  'potential add': ['Entered a potential', '录入采购潜力'],
  'potential edit': ['Changed a potential', '修改采购潜力'],
  'potential remove': ['Took back a potential', '撤回采购潜力'],
  'contact add': ['Added a contact', '新增联系人'],
  'contact edit': ['Edited a contact', '修改联系人'],
  'contact remove': ['Deleted a contact', '删除联系人'],
  'contact record contact': ['Recorded a contact', '记录联系'],
  'relationship line add': ['Drew a line on the relationship map', '在关系图上画线'],
  'relationship line edit': ['Changed a line of the relationship map', '修改关系线'],
  'relationship line remove': ['Removed a line from the relationship map', '删除关系线'],
  'relationship map draw lines': ['Drew lines on the relationship map', '在关系图上画线'],
  'relationship map move': ['Moved people on the relationship map', '移动关系图中的人员'],
  'relationship map lay out anew': ['Laid the relationship map out anew', '重新排布关系图'],
  'relationship gap dismiss': ['Said that a gap is none', '注明不算缺口'],
  'relationship gap restore': ['Counted a gap again', '重新计入缺口'],
  'contact move away': ['A person moved to another account', '人员调往其他客户'],
  'contact move here': ['A person came from another account', '人员自其他客户调入'],
  'contact erase': ['Erased a person', '清除人员信息'],
  'person edit': ['Edited a person’s profile', '修改人物档案'],
  'person confirm': ['Confirmed a person’s profile', '确认人物档案'],
  'person set acquaintance': ['Said who of ours knows a person', '登记我方熟识人'],
  'person end acquaintance': ['Ended an acquaintance', '结束熟识关系'],
  'person leave': ['Noted that a person left', '登记离职'],
  'person give consent': ['Recorded a consent', '登记授权'],
  'person withdraw consent': ['Withdrew a consent', '撤回授权'],
  'person import': ['Took a person from a file', '从文件导入人员'],
  'person give out': ['Gave out everything kept of a person', '提供某人的全部信息'],
  'person erase': ['Erased a person from all rooms', '在各模块清除人员信息'],
  'person keep': ['Keeps a person beyond the limit', '超期保留某人'],
  'cost entry add': ['Entered a cost', '录入服务成本'],
  'cost entry remove': ['Removed a cost', '删除服务成本'],
  'judgement judge': ['Judged the account', '评定客户'],
  'value type decide value type': ['Decided the value type', '认定价值类型'],
  'invitation invite': ['Invited to Special', '邀请为特邀客户'],
  'invitation end invitation': ['Ended the invitation', '结束特邀'],
  'override override': ['Set the tier by hand', '手工设定等级'],
  'override end override': ['Ended the tier set by hand', '结束手工等级'],
}

/** Names of values outside of accounts and contacts. */
const others: Readonly<Record<string, Words>> = {
  day: ['Day', '日期'],
  kind: ['Kind', '类别'],
  amount: ['Amount', '金额'],
  source: ['Source', '来源'],
  measure: ['Measure', '指标'],
  learnedOn: ['Learned on', '获知日'],
  toldBy: ['Told by', '来源人'],
  contactId: ['Contact', '联系人'],
  steps: ['Steps', '采购环节'],
  rhythm: ['Rhythm', '节奏'],
  way: ['Way of buying', '招采方式'],
  runBy: ['Run by', '组织方'],
  months: ['Budget months', '预算月份'],
  brands: ['Brands', '品牌'],
  shares: ['Competitors', '竞争对手'],
  channels: ['Information', '信息渠道'],
  rules: ['Rules', '规定'],
  demands: ['Demands', '要求'],
  brand: ['Brand', '品牌'],
  model: ['Model', '型号'],
  ours: ['Our make', '我方产品'],
  productLine: ['Product line', '产品线'],
  quantity: ['Quantity', '数量'],
  boughtOn: ['Bought on', '购买日期'],
  unitPrice: ['Unit price', '单价'],
  currency: ['Currency', '币种'],
  lifeMonths: ['Expected life, months', '预计寿命（月）'],
  condition: ['Condition', '状况'],
  asOf: ['As of', '截至'],
  siteId: ['Site', '网点'],
  value: ['Value', '分值'],
  judgedOn: ['Judged on', '评定日'],
  valueType: ['Value type', '价值类型'],
  suggested: ['Suggested', '系统建议'],
  reason: ['Reason', '理由'],
  inviter: ['Inviter', '邀请人'],
  author: ['Author', '设定人'],
  tier: ['Tier', '等级'],
  from: ['From', '起始日'],
  until: ['Until', '截止日'],
  endedOn: ['Ended on', '结束日'],
  who: ['Who', '谁'],
  whom: ['Whom', '对谁'],
  person: ['Who of ours', '我方人员'],
  strength: ['Strength', '程度'],
  lines: ['Number of lines', '关系线数'],
}

/** Values that only machines read. */
const silent = new Set([
  'id',
  'accountId',
  'version',
  'importId',
  'createdAt',
  'createdByImport',
  'authorId',
  'inviterId',
  'places',
])

/** What somebody did, as a sentence without its subject; an act of a later version says its own name. */
export function actWords(subject: string, operation: string, language: Language): string {
  const words = acts[`${subject} ${operation}`]
  return words ? pick(words, language) : `${subject}: ${operation}`
}

export type ValueChange = { field: string; name: string; before: unknown; after: unknown }

/** The values that differ, in the order of the trail; `before` and `after` as they were recorded. */
export function valueChanges(subject: string, before: unknown, after: unknown, language: Language): ValueChange[] {
  const old = fieldsOf(before)
  const now = fieldsOf(after)
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter(field => !silent.has(field) && !same(old[field], now[field]))
    .map(field => ({
      field,
      name: fieldName(subject, field, language),
      before: old[field] ?? null,
      after: now[field] ?? null,
    }))
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null)
}

function fieldName(subject: string, field: string, language: Language): string {
  if (subject === 'contact' && field in contactColumns) return contactFieldName(field as ContactField, language)
  if (subject === 'account' && field !== 'source' && isAccountField(field)) return accountFieldName(field, language)
  if (subject === 'person' && field in emptyProfile) return profileFieldName(field as keyof Profile, language)
  const other = others[field]
  if (other) return pick(other, language)
  return isAccountField(field) ? accountFieldName(field, language) : field
}

function isAccountField(field: string): field is AccountField | 'code' {
  return field === 'code' || field in accountColumns
}
