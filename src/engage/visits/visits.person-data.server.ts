import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: {
    'engage.visit': { name: { en: 'Visits', 'zh-Hans': '拜访' }, erase: 'words' },
    'engage.cadence': { name: { en: 'Cadences', 'zh-Hans': '拜访节奏' }, erase: 'words' },
  },
} satisfies PersonData
