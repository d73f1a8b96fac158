import type { Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { Condition } from './replacement.ts'

const conditionWords: Record<Condition, Record<Language, string>> = {
  good: { en: 'Good', 'zh-Hans': '良好' },
  worn: { en: 'Worn', 'zh-Hans': '老化' },
  failing: { en: 'Failing', 'zh-Hans': '频繁故障' },
}

export const conditionName = (condition: Condition, language: Language): string => conditionWords[condition][language]

export const installedRefusals: RefusalWords = {
  item_unknown: {
    en: () => 'There is no such installed item; it may have been replaced, or its import undone.',
    'zh-Hans': () => '没有此装机设备；它可能已被替换，或其导入已撤销。',
  },
  item_changed_meanwhile: {
    en: v =>
      `Somebody else changed this item of ${v.brand} while you were editing. Nothing of yours was saved; read it again, then edit.`,
    'zh-Hans': v => `您编辑期间，这项 ${v.brand} 设备已被他人修改。您的更改未保存，请重新读取后再编辑。`,
  },
  bought_ahead: {
    en: v => `${v.day} lies ahead: what is installed was bought before today.`,
    'zh-Hans': v => `${v.day} 尚未到来：已安装的设备购买日期不能晚于今天。`,
  },
  life_changed_meanwhile: {
    en: v => `Somebody else set the life of ${v.line} meanwhile. Read it again, then change it.`,
    'zh-Hans': v => `“${v.line}”的使用寿命已被他人修改，请重新读取后再更改。`,
  },
}
