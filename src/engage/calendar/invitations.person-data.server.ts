import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: {
    'engage.invitation': { name: { en: 'Invitations sent', 'zh-Hans': '已发邀请' }, erase: 'rows' },
  },
} satisfies PersonData
