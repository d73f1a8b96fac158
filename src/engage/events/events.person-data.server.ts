import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: { 'engage.event': { name: { en: 'Events', 'zh-Hans': '重要日子' }, erase: 'words' } },
} satisfies PersonData
