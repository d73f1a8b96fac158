import type { RefusalWords } from '../platform/refusal-words.ts'

export const ledgerRefusals: RefusalWords = {
  document_unknown: {
    en: () => 'This account has no such document; it may have gone when an import was undone.',
    'zh-Hans': () => '此客户没有该单据；它可能已随导入的撤销而删除。',
  },
  line_unknown: {
    en: v => `The document has no line ${v.line}; it may have gone when an import was undone.`,
    'zh-Hans': v => `该单据没有第 ${v.line} 行；它可能已随导入的撤销而删除。`,
  },
  cost_entry_unknown: {
    en: () => 'This account has no such cost entry.',
    'zh-Hans': () => '此客户没有该项服务成本。',
  },
  cost_entry_imported: {
    en: v => `This cost came with import ${v.import}. Undo that import, or correct the file and import it again.`,
    'zh-Hans': v => `此项成本来自导入 ${v.import}。请撤销该导入，或更正文件后重新导入。`,
  },
}
