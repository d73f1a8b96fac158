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
  visit_rules_changed_meanwhile: {
    en: () => 'Somebody else changed the rules for visits. Nothing of yours was saved; read them again.',
    'zh-Hans': () => '拜访规则已被他人修改。您的更改未保存，请重新读取。',
  },
  visit_day_invalid: {
    en: () => 'The day must end after it begins.',
    'zh-Hans': () => '工作日的结束时间必须晚于开始时间。',
  },
  cadence_unknown: {
    en: () => 'There is no such cadence.',
    'zh-Hans': () => '没有此拜访节奏。',
  },
  cadence_changed_meanwhile: {
    en: () => 'Somebody else changed this cadence while you were editing. Nothing of yours was saved; read it again.',
    'zh-Hans': () => '您编辑期间，此拜访节奏已被他人修改。您的更改未保存，请重新读取。',
  },
  cadence_rule_invalid: {
    en: v => `“${v.rule}” is no cadence: every so many weeks on a weekday, or every so many months on its nth weekday.`,
    'zh-Hans': v => `“${v.rule}”不是有效的拜访节奏：须为每若干周的某个星期几，或每若干月的第几个星期几。`,
  },
  cadence_ends_before_it_starts: {
    en: () => 'A cadence cannot end before it starts.',
    'zh-Hans': () => '拜访节奏的结束日期不能早于开始日期。',
  },
  cadence_proposals_gone: {
    en: () => 'None of these accounts still needs a cadence. Look at the proposals again.',
    'zh-Hans': () => '这些客户已不再需要拜访节奏，请重新查看建议。',
  },
  time_zone_invalid: {
    en: v => `There is no time zone “${v.timeZone}”.`,
    'zh-Hans': v => `没有时区“${v.timeZone}”。`,
  },
  holidays_unreadable: {
    en: () => 'This is not an iCalendar file (.ics). Nothing was changed.',
    'zh-Hans': () => '这不是 iCalendar 文件（.ics），未作任何更改。',
  },
  holidays_missing: {
    en: v =>
      Number(v.observances) > 0
        ? 'The file holds observances only, no day off. Nothing was changed.'
        : 'The file holds no event. Nothing was changed.',
    'zh-Hans': v =>
      Number(v.observances) > 0 ? '文件中只有纪念日，没有放假日，未作任何更改。' : '文件中没有日程，未作任何更改。',
  },
  holidays_unknown: {
    en: v => `No holidays of ${v.region} are known.`,
    'zh-Hans': v => `没有 ${v.region} 的节假日。`,
  },
  visit_still_ahead: {
    en: () => 'This visit is still ahead. Move it or call it off instead.',
    'zh-Hans': () => '此拜访尚未开始，请改期或取消。',
  },
  visit_nothing_to_take_back: {
    en: () => 'There is no last change of this visit that could be taken back.',
    'zh-Hans': () => '此拜访没有可以撤回的最近更改。',
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
