/** What the URL of the list of alerts holds. */
export type RisksSearch = { show?: 'past' | 'all'; exposed?: true; open?: 'take' | 'feeds' }

export function risksSearch(search: Record<string, unknown>): RisksSearch {
  return {
    ...((search.show === 'past' || search.show === 'all') && { show: search.show }),
    ...((search.exposed === true || search.exposed === 'true') && { exposed: true as const }),
    ...((search.open === 'take' || search.open === 'feeds') && { open: search.open }),
  }
}

/** What the URL of one alert holds: the hour of a replay, the site whose drawer is open, an account to look at alone. */
export type RiskSearch = { at?: string; site?: number; account?: number }

export function riskSearch(search: Record<string, unknown>): RiskSearch {
  const positive = (value: unknown): number | undefined => {
    const number = Number(value)
    return Number.isSafeInteger(number) && number > 0 ? number : undefined
  }
  const [site, account] = [positive(search.site), positive(search.account)]
  const at = typeof search.at === 'string' ? Date.parse(search.at) : Number.NaN
  return {
    ...(!Number.isNaN(at) && { at: new Date(at).toISOString() }),
    ...(site !== undefined && { site }),
    ...(account !== undefined && { account }),
  }
}
