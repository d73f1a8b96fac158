import type { RefusalWords } from '../../platform/refusal-words.ts'

export const whiteSpaceRefusals: RefusalWords = {
  potential_changed_meanwhile: {
    en: v =>
      `Somebody else entered the potential of ${v.line} at ${v.name} meanwhile. Nothing of yours was saved; read it again, then edit.`,
    'zh-Hans': v => `“${v.name}”的${v.line}采购潜力已被他人更新。您的更改未保存，请重新读取后再编辑。`,
  },
}
