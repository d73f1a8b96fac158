import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: {
    'know.buying_fact': {
      name: { en: 'What they told us of how the account buys', 'zh-Hans': '其提供的采购情况' },
      erase: 'words',
    },
  },
} satisfies PersonData
