import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: {
    'engage.risk_advice': { name: { en: 'Advice in a storm', 'zh-Hans': '风险建议' }, erase: 'words' },
  },
} satisfies PersonData
