import { erasedName } from '../../platform/forgetting.ts'
import type { Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'

/** Refusals about people of accounts and their data. */
export const knownPeopleRefusals: RefusalWords = {
  move_to_same_account: {
    en: v => `${v.name} works there already.`,
    'zh-Hans': v => `“${v.name}”本来就在该客户任职。`,
  },
  move_in_future: {
    en: v => `${v.day} is still to come. Record the move on the day itself, so that nobody visits the wrong place.`,
    'zh-Hans': v => `${v.day} 尚未到来。请在变动当天再登记。`,
  },
  move_before_job: {
    en: v =>
      `The present job of ${v.name} began, or the last ended, on ${v.day}. A change before that is not possible.`,
    'zh-Hans': v => `“${v.name}”现任职务的起始日（或上一份职务的结束日）为 ${v.day}，变动日期不能更早。`,
  },
  has_left_already: {
    en: v => `${v.name} has left already, on ${v.day}. Say where to, once it is known.`,
    'zh-Hans': v => `“${v.name}”已于 ${v.day} 离职；得知去向后可登记新客户。`,
  },
  consent_unknown: {
    en: () => 'There is no such consent.',
    'zh-Hans': () => '没有此授权记录。',
  },
  consent_withdrawn_already: {
    en: v => `It was withdrawn on ${v.day} already.`,
    'zh-Hans': v => `该授权已于 ${v.day} 撤回。`,
  },
  consent_in_future: {
    en: v => `${v.day} is still to come.`,
    'zh-Hans': v => `${v.day} 尚未到来。`,
  },
  withdrawn_before_given: {
    en: v => `It was only given on ${v.day}; it cannot have been withdrawn before.`,
    'zh-Hans': v => `授权日为 ${v.day}，撤回日期不能更早。`,
  },
  people_file_unreadable: {
    en: v =>
      v.format === 'vcard'
        ? 'There is no vCard in this file. Nothing was taken.'
        : 'This file has no column with names (“Name”, “姓名”), or nobody in it. Nothing was taken.',
    'zh-Hans': v =>
      v.format === 'vcard'
        ? '文件中没有 vCard 名片，未导入任何内容。'
        : '文件中没有姓名列（“Name”或“姓名”），或没有人员；未导入任何内容。',
  },
  limit_changed_meanwhile: {
    en: () => 'Somebody else changed this limit while you were editing. Nothing of yours was saved; look again.',
    'zh-Hans': () => '您编辑期间，该期限已被他人修改。您的更改未保存，请重新查看。',
  },
  keep_until_past: {
    en: v => `Choose a day after today; ${v.day} is not.`,
    'zh-Hans': v => `请选择今天之后的日期；${v.day} 不符合。`,
  },
  nothing_to_keep_unknown: {
    en: v => `${v.name} is not on the list of those whose time is over.`,
    'zh-Hans': v => `“${v.name}”不在到期名单中。`,
  },
}

/** An erased person in the reader's language; in stored texts they are called so in English. */
export const erasedPersonName = (contactId: number, language: Language): string =>
  language === 'en' ? erasedName(contactId) : `已清除人员 ${contactId}`
