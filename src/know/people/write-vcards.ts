import type { Card } from './card.ts'

/**
 * People as vCard 4.0 (RFC 6350, hobbies by RFC 6715). TITLE is the post, ROLE the part played in buying, RELATED who of
 * ours knows them; what no standard has a place for stands in X-VITALFEW-… properties.
 */
export function writeVCards(people: readonly (Card & { uid: string })[], madeAt: string): string {
  return people.map(person => `${lines(person, madeAt).map(fold).join('\r\n')}\r\n`).join('')
}

function lines(person: Card & { uid: string }, madeAt: string): string[] {
  const rev = madeAt.replace(/[-:]|\.\d+/g, '')
  const organisation = [person.organisation, person.department].map(part => component(part ?? ''))
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//Vitalfew//People of accounts//EN',
    `UID;VALUE=text:${text(person.uid)}`,
    `FN:${text(person.name)}`,
    ...(organisation.some(part => part !== '') ? [`ORG:${organisation.join(';').replace(/;$/, '')}`] : []),
    ...one('TITLE', person.role),
    ...one('ROLE', person.buyingRole),
    ...one('TEL;VALUE=text;TYPE="voice,work"', person.phone),
    ...one('TEL;VALUE=text;TYPE="voice,cell"', person.mobile),
    ...one('EMAIL;TYPE=work', person.email),
    ...(person.wechat === null ? [] : [`IMPP:wechat:${encodeURIComponent(person.wechat)}`]),
    ...person.languages.map((language, at) => `LANG;PREF=${at + 1}:${language}`),
    ...(person.birthday === null ? [] : [`BDAY:${person.birthday.replaceAll('-', '')}`]),
    ...one('HOBBY', person.preferences),
    ...one('NOTE', person.note),
    ...person.acquaintances.map(
      known =>
        `RELATED;VALUE=text;TYPE=contact;X-VITALFEW-STRENGTH=${known.strength}${parameter('SINCE', known.since)}${parameter('LAST', known.lastContactOn)}:${text(known.name)}`,
    ),
    ...own('INFLUENCE', person.influence),
    ...own('STANCE', person.stance),
    ...person.channelsPreferred.flatMap(channel => own('CHANNEL-PREFERRED', channel)),
    ...person.channelsRead.flatMap(channel => own('CHANNEL-READ', channel)),
    ...own('GIFTS', person.gifts),
    ...own('TABOOS', person.taboos),
    ...person.jobs.map(
      job =>
        `X-VITALFEW-JOB:${[job.code, job.account, job.title ?? '', job.fromDay ?? '', job.toDay ?? ''].map(component).join(';')}`,
    ),
    `REV:${rev}`,
    'END:VCARD',
  ]
}

const one = (name: string, value: string | null): string[] => (value === null ? [] : [`${name}:${text(value)}`])

const own = (name: string, value: string | number | null): string[] =>
  value === null ? [] : [`X-VITALFEW-${name}:${text(String(value))}`]

const parameter = (name: string, value: string | null): string => (value === null ? '' : `;X-VITALFEW-${name}=${value}`)

/** A semicolon is escaped only where it would part components; RFC 6350 section 3.4. */
const text = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')

const component = (value: string): string => text(value).replaceAll(';', '\\;')

/** No line is longer than 75 octets, and none is cut within a character; section 3.2. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
