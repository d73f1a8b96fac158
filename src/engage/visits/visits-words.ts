import type { RefusalWords } from '../../platform/refusal-words.ts'

/** Refusals of visits, cadences and holidays. */
export const visitsRefusals: RefusalWords = {
  visit_unknown: {
    en: () => 'There is no such visit.',
    'zh-Hans': () => '没有此拜访。',
  },
  visit_not_yours: {
    en: v => `The visit to ${v.name} is another’s. Only who goes, the account’s owner or a head may change it.`,
    'zh-Hans': v => `对“${v.name}”的拜访由他人负责，只有拜访人、客户负责人或部门负责人可以修改。`,
  },
  visit_changed_meanwhile: {
    en: () => 'Somebody else changed this visit while you were looking. Nothing of yours was saved; read it again.',
    'zh-Hans': () => '您查看期间，此拜访已被他人修改。您的更改未保存，请重新读取。',
  },
  visit_not_open: {
    en: v => `This visit is ${v.state} already and stays as it is.`,
    'zh-Hans': v => `此拜访${stateChinese[String(v.state)] ?? ''}，不能再更改。`,
  },
  visit_ends_before_it_starts: {
    en: () => 'A visit must end after it starts.',
    'zh-Hans': () => '拜访的结束时间必须晚于开始时间。',
  },
  visit_person_unknown: {
    en: () => 'The person who should go is not (or no longer) one of the department.',
    'zh-Hans': () => '指定的拜访人不在（或已离开）本部门。',
  },
}

const stateChinese: Record<string, string> = {
  held: '已完成',
  cancelled: '已取消',
  missed: '已错过',
  planned: '已安排',
}
