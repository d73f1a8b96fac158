import type { RefusalWords } from '../platform/refusal-words.ts'

/** Refusals of accounts, contacts and saved views. */
export const accountsRefusals: RefusalWords = {
  account_unknown: {
    en: () => 'There is no such account; it may have gone when an import was undone.',
    'zh-Hans': () => '没有此客户；它可能已随导入的撤销而删除。',
  },
  account_not_yours: {
    en: v => `${v.name} belongs to another manager. Only its owner, a head or an administrator may change it.`,
    'zh-Hans': v => `“${v.name}”由其他经理负责，只有负责人、部门负责人或管理员可以修改。`,
  },
  account_changed_meanwhile: {
    en: v =>
      `Somebody else changed ${v.name} while you were editing. Nothing of yours was saved; read it again, then edit.`,
    'zh-Hans': v => `您编辑期间，“${v.name}”已被他人修改。您的更改未保存，请重新读取后再编辑。`,
  },
  account_code_taken: {
    en: v => `The code ${v.code} already belongs to ${v.name}.`,
    'zh-Hans': v => `编码 ${v.code} 已属于“${v.name}”。`,
  },
  account_parent_not_found: {
    en: () => 'The company chosen as parent does not exist.',
    'zh-Hans': () => '所选的上级公司不存在。',
  },
  account_parent_below: {
    en: v => `${v.parent} already belongs to ${v.name}, so it cannot be its parent.`,
    'zh-Hans': v => `“${v.parent}”隶属于“${v.name}”，不能作为其上级。`,
  },
  account_in_use: {
    en: v => `${v.name} cannot be deleted, it is used: ${v.uses}.`,
    'zh-Hans': v => `“${v.name}”正在使用，不能删除：${v.uses}。`,
  },
  account_code_not_found: {
    en: v => `This account has no code ${v.code} in ${v.source}.`,
    'zh-Hans': v => `此客户在 ${v.source} 中没有编码 ${v.code}。`,
  },
  contact_unknown: {
    en: () => 'There is no such contact.',
    'zh-Hans': () => '没有此联系人。',
  },
  contact_changed_meanwhile: {
    en: v =>
      `Somebody else changed ${v.name} while you were editing. Nothing of yours was saved; read it again, then edit.`,
    'zh-Hans': v => `您编辑期间，“${v.name}”已被他人修改。您的更改未保存，请重新读取后再编辑。`,
  },
  contact_in_use: {
    en: v =>
      `${v.name} is named by visits, promises or a profile. Erase the person instead: what was agreed stays, without them.`,
    'zh-Hans': v => `“${v.name}”已有拜访、承诺或档案记录。请改用“清除个人信息”：业务记录保留，但不再出现此人。`,
  },
  saved_view_unknown: {
    en: () => 'There is no such saved view of yours.',
    'zh-Hans': () => '没有此视图。',
  },
}
