import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: {
    'know.line': { name: { en: 'Lines of the relationship map', 'zh-Hans': '关系图中的关系线' }, erase: 'rows' },
    'know.map_position': { name: { en: 'Places on relationship maps', 'zh-Hans': '关系图中的位置' }, erase: 'rows' },
    'know.contact_day': { name: { en: 'Days of contact', 'zh-Hans': '联系日期' }, erase: 'rows' },
    'know.gap_dismissal': {
      name: { en: 'What was said to be no gap', 'zh-Hans': '注明不算缺口的事项' },
      erase: 'rows',
    },
  },
} satisfies PersonData
