/** A question to the gazetteer. */
export type Lookup = {
  text: string
  /** ISO 3166-1 alpha-2; leaves out other countries. */
  country?: string | null
  limit: number
}

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Names that differ in accents, apostrophes, blanks or case alone are one: Xi’an, xian; Cần Thơ, can tho. */
export const lookupKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** "Ningbo City" → "Ningbo", "Ningbo, Zhejiang" → "Ningbo". */
export const shortCity = (name: string): string =>
  name
    .split(',')[0]!
    .replace(/\s+(city|shi|municipality|district|county)$/i, '')
    .trim()

/** 宁波市 → 宁波; a two-character name keeps its last one. */
export const bareCityName = (name: string): string =>
  name.length > 2 ? name.replace(/(自治州|地区|市|县|区)$/u, '') : name
