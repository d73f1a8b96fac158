import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: {
    // A birthday is the person's own, not the company's.
    'engage.event': { name: { en: 'Events', 'zh-Hans': '客户大事' }, erase: 'rows' },
  },
} satisfies PersonData
