/** Every room's English catalog as one. */
const rooms = import.meta.glob<Record<string, string>>('./*/en.po', { eager: true, import: 'messages' })

export const messages: Record<string, string> = Object.assign({}, ...Object.values(rooms))
