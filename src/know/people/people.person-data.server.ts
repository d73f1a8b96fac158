import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: {
    'know.profile': { name: { en: 'Profile', 'zh-Hans': '人物档案' }, erase: 'rows' },
    'know.acquaintance': { name: { en: 'Who of ours knows them', 'zh-Hans': '我方熟识人' }, erase: 'rows' },
    'know.employment': { name: { en: 'Jobs', 'zh-Hans': '任职经历' }, erase: 'rows' },
    'know.consent': { name: { en: 'Consents', 'zh-Hans': '授权同意' }, erase: 'rows' },
    'know.retention_review': { name: { en: 'Decisions on keeping them', 'zh-Hans': '保留期限处理' }, erase: 'rows' },
    'know.erasure': { name: { en: 'Erasure', 'zh-Hans': '清除记录' }, erase: 'words' },
  },
} satisfies PersonData
