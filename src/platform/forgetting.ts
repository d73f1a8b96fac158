/** A person who is to be forgotten: the words that name them, and what stands in their place from then on. */
export type Forgotten = {
  contactId: number
  /** Accounts at which they work or worked: elsewhere a namesake may be meant. */
  accountIds: readonly number[]
  /** Name and its parts that name a person by themselves, phones, mail addresses. */
  words: readonly string[]
  /** 'Erased person 42'. */
  placeholder: string
}

/** What an erased person is called wherever a name must stand. */
export const erasedName = (contactId: number): string => `Erased person ${contactId}`

const han = /\p{Script=Han}/u

/**
 * What names a person by itself: the whole name, and of a name in two scripts ('陈静 Chen Jing') each of the two. A
 * single Latin word alone (“Chen”) is left out, since it is a word of others too; so is a single Chinese character.
 */
export function namesOf(name: string): string[] {
  const words = name.trim().split(/\s+/)
  const chinese = words.filter(word => han.test(word)).join('')
  const other = words.filter(word => !han.test(word)).join(' ')
  const whole = name.trim()
  const parts = [chinese.length > 1 ? chinese : '', other.includes(' ') ? other : '']
  return [...new Set([whole, ...parts].filter(part => part.length > 1))]
}

/** A letter or digit beside a word means that it is part of a longer one; Chinese is written without gaps. */
function finder(words: readonly string[]): RegExp | null {
  const found = [...words]
    .filter(word => word.trim().length > 1)
    .sort((one, other) => other.length - one.length)
    .map(word => {
      const escaped = word.trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      return han.test(word) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`
    })
  return found.length === 0 ? null : new RegExp(found.join('|'), 'giu')
}

/** A value of any shape with the person's words replaced in all its texts; the same value where nothing names them. */
export function withoutPerson<Value>(
  value: Value,
  { words, placeholder }: Pick<Forgotten, 'words' | 'placeholder'>,
): Value {
  const pattern = finder(words)
  return pattern ? (replaced(value, pattern, placeholder) as Value) : value
}

/** Whether a text anywhere in the value names the person. */
export function namesPerson(value: unknown, { words }: Pick<Forgotten, 'words'>): boolean {
  const marked = withoutPerson(value, { words, placeholder: '\u0000' })
  return JSON.stringify(marked) !== JSON.stringify(value)
}

function replaced(value: unknown, pattern: RegExp, placeholder: string): unknown {
  if (typeof value === 'string') return value.replace(pattern, () => placeholder)
  if (Array.isArray(value)) return value.map(each => replaced(each, pattern, placeholder))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, pattern, placeholder)]))
}
