/** Every room's Chinese catalog as one. */
const rooms = import.meta.glob<Record<string, string>>('./*/zh-Hans.po', { eager: true, import: 'messages' })

export const messages: Record<string, string> = Object.assign({}, ...Object.values(rooms))
