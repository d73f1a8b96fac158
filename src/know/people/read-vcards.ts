import { buyingRoleFrom, type Card, dayFrom, emptyCard, isLanguage, wholeWithin } from './card.ts'

/** One property of a card: `item1.TEL;TYPE=cell;PREF=1:+86 139` in any version's spelling. */
type Property = { name: string; parameters: Map<string, string[]>; value: string }

/** A card, or null where a card began and could not be read. */
export type ReadCard = Card | null

/**
 * The cards of a file of vCard 2.1, 3.0 or 4.0, as phones and mail programs write them: folded lines, groups, quoted
 * printable, types with and without name. What we have no place for is left out.
 */
export function readVCards(file: string): ReadCard[] {
  const cards: ReadCard[] = []
  let properties: Property[] | null = null
  for (const line of unfolded(file)) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) {
      // The one before never ended.
      if (properties) cards.push(null)
      properties = []
    } else if (/^END:VCARD\s*$/i.test(line)) {
      if (properties) cards.push(cardOf(properties))
      properties = null
    } else if (properties) {
      const property = propertyOf(line)
      if (property) properties.push(property)
    }
  }
  if (properties) cards.push(null)
  return cards
}

const quotedPrintableLine = /^[^:]*ENCODING=QUOTED-PRINTABLE/i
/** Beyond so many pieces nobody folds the name of a property; a line of a million pieces is then read in one go. */
const mostPiecesOfName = 10

/** Lines joined again: a blank begins a continuation, and so does everything after a soft break of quoted printable. */
function unfolded(file: string): string[] {
  const joined: string[][] = []
  let quoted = false
  for (const line of file.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const pieces = joined.at(-1)
    const last = pieces?.at(-1)
    if (pieces && quoted && last?.endsWith('=')) {
      pieces[pieces.length - 1] = last.slice(0, -1)
      pieces.push(line.replace(/^[ \t]/, ''))
    } else if (pieces && /^[ \t]/.test(line)) {
      pieces.push(line.slice(1))
      quoted ||= pieces.length <= mostPiecesOfName && quotedPrintableLine.test(pieces.join(''))
    } else {
      joined.push([line])
      quoted = quotedPrintableLine.test(line)
    }
  }
  return joined.map(pieces => pieces.join(''))
}

function propertyOf(line: string): Property | null {
  // A colon within quotes belongs to a parameter.
  const match = /^((?:[^":]|"[^"]*")*):(.*)$/s.exec(line)
  if (!match) return null
  const [named, ...given] = match[1]!.match(/(?:[^";]|"[^"]*")+/g) ?? []
  if (!named) return null
  const parameters = new Map<string, string[]>()
  for (const parameter of given) {
    const at = parameter.indexOf('=')
    const name = at < 0 ? 'TYPE' : parameter.slice(0, at).trim().toUpperCase()
    const values = (at < 0 ? parameter : parameter.slice(at + 1)).replaceAll('"', '').split(',')
    parameters.set(name, [...(parameters.get(name) ?? []), ...values.map(value => value.trim().toLowerCase())])
  }
  const encodings = [...(parameters.get('ENCODING') ?? []), ...(parameters.get('TYPE') ?? [])]
  const value = encodings.includes('quoted-printable')
    ? quotedPrintable(match[2]!, parameters.get('CHARSET')?.[0] ?? 'utf-8')
    : match[2]!
  return {
    name: named
      .replace(/^[^.]*\./, '')
      .trim()
      .toUpperCase(),
    parameters,
    value,
  }
}

function quotedPrintable(value: string, charset: string): string {
  const bytes: number[] = []
  for (let at = 0; at < value.length; at++) {
    const hex = value[at] === '=' ? Number.parseInt(value.slice(at + 1, at + 3), 16) : Number.NaN
    if (Number.isNaN(hex)) bytes.push(...new TextEncoder().encode(value[at]))
    else {
      bytes.push(hex)
      at += 2
    }
  }
  try {
    return new TextDecoder(charset).decode(new Uint8Array(bytes))
  } catch {
    return new TextDecoder().decode(new Uint8Array(bytes))
  }
}

/** Components parted by semicolons that are not escaped, each with its escapes undone. */
function components(value: string): string[] {
  const found = ['']
  for (let at = 0; at < value.length; at++) {
    const character = value[at]!
    if (character === ';') found.push('')
    else if (character === '\\' && at + 1 < value.length) {
      const next = value[++at]!
      found[found.length - 1] += next === 'n' || next === 'N' ? '\n' : next
    } else found[found.length - 1] += character
  }
  return found
}

/** A text whose semicolons part nothing. */
const whole = (value: string): string => components(value).join(';')

function cardOf(properties: readonly Property[]): Card {
  const all = (name: string) => properties.filter(property => property.name === name && property.value.trim() !== '')
  const texts = (name: string) => all(name).map(property => whole(property.value).trim())
  const first = (name: string) => texts(name)[0] ?? null
  const types = (property: Property) => property.parameters.get('TYPE') ?? []
  const numbers = all('TEL')
    .filter(property => !types(property).includes('fax'))
    .map(property => ({
      isMobile: types(property).includes('cell'),
      number: whole(property.value).replace(/^tel:/i, '').trim(),
    }))
  const [organisation, department] = components(all('ORG')[0]?.value ?? '').map(part => part.trim())
  const role = first('ROLE')
  const buyingRole = role === null ? null : buyingRoleFrom(role)
  return {
    ...emptyCard,
    name: first('FN') || nameOf(all('N')[0]?.value),
    organisation: organisation || null,
    department: department || null,
    role: first('TITLE') ?? (buyingRole === null ? role : null),
    buyingRole,
    phone: numbers.find(each => !each.isMobile)?.number ?? null,
    mobile: numbers.find(each => each.isMobile)?.number ?? null,
    email: first('EMAIL'),
    wechat: wechatOf(all('IMPP'), first('X-WECHAT')),
    note: first('NOTE'),
    languages: byPreference(all('LANG'))
      .map(property => property.value.trim())
      .filter(isLanguage),
    birthday: dayFrom(all('BDAY')[0]?.value ?? ''),
    preferences: first('HOBBY'),
    influence: wholeWithin(first('X-VITALFEW-INFLUENCE') ?? '', 1, 5),
    stance: wholeWithin(first('X-VITALFEW-STANCE') ?? '', -2, 2),
    channelsPreferred: texts('X-VITALFEW-CHANNEL-PREFERRED'),
    channelsRead: texts('X-VITALFEW-CHANNEL-READ'),
    gifts: first('X-VITALFEW-GIFTS'),
    taboos: first('X-VITALFEW-TABOOS'),
    acquaintances: all('RELATED')
      .filter(property => property.parameters.has('X-VITALFEW-STRENGTH'))
      .map(({ value, parameters }) => ({
        name: whole(value).trim(),
        strength: wholeWithin(parameters.get('X-VITALFEW-STRENGTH')![0] ?? '', 1, 5) ?? 1,
        since: dayFrom(parameters.get('X-VITALFEW-SINCE')?.[0] ?? ''),
        lastContactOn: dayFrom(parameters.get('X-VITALFEW-LAST')?.[0] ?? ''),
      })),
    jobs: all('X-VITALFEW-JOB').map(property => {
      const [code = '', account = '', title = '', from = '', to = ''] = components(property.value)
      return { code, account, title: title || null, fromDay: dayFrom(from), toDay: dayFrom(to) }
    }),
  }
}

/** 'Wu;Xuejing;;;' is 吴雪静's “Xuejing Wu”, and 吴;雪静 is 吴雪静: Chinese puts the family first, without a gap. */
function nameOf(value: string | undefined): string {
  const [family = '', given = '', middle = ''] = components(value ?? '').map(part => part.trim())
  if (/\p{Script=Han}/u.test(family + given)) return `${family}${middle}${given}`
  return [given, middle, family].filter(part => part !== '').join(' ')
}

function wechatOf(addresses: readonly Property[], other: string | null): string | null {
  for (const { value } of addresses) {
    const match = /^(?:wechat|weixin):(?:\/\/)?(.+)$/i.exec(value.trim())
    if (!match) continue
    try {
      return decodeURIComponent(match[1]!)
    } catch {
      return match[1]!
    }
  }
  return other
}

/** PREF=1 comes first; without it the order of the file. */
function byPreference(properties: readonly Property[]): Property[] {
  const preference = ({ parameters }: Property) => Number(parameters.get('PREF')?.[0] ?? 100)
  return [...properties].sort((one, other) => preference(one) - preference(other))
}
