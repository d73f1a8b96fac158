import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: { 'engage.request': { name: { en: 'Special requests', 'zh-Hans': '特别请求' }, erase: 'words' } },
} satisfies PersonData
