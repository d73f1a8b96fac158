import { findTowns } from './gazetteer.server.ts'

type Addressed = { city: string | null; country: string | null }

/** The centre of the city, by its Latin or Chinese name; null where the gazetteer lacks it. */
export async function centreOf({ city, country }: Addressed): Promise<{ latitude: number; longitude: number } | null> {
  if (!city) return null
  const [town] = await findTowns({ text: city, country: countryCode(country), limit: 1 })
  return town ? { latitude: town.latitude, longitude: town.longitude } : null
}

/** Only a code leaves other countries out; a country that is spelled out says nothing to the gazetteer. */
export const countryCode = (country: string | null): string | null =>
  country && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : null
