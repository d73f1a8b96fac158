/** Whole cents to an exact decimal string; the demo counts money in whole cents, well inside safe integers. */
export function centsText(cents: number): string {
  const size = Math.abs(cents)
  const fraction = size % 100
  const text = `${(size - fraction) / 100}.${fraction < 10 ? '0' : ''}${fraction}`
  return cents < 0 ? `-${text}` : text
}

/** Whole parts of a ten-thousandth, as rates and discounts are kept, to an exact decimal string. */
export function tenThousandthsText(parts: number): string {
  return `${Math.floor(parts / 10_000)}.${String(parts % 10_000).padStart(4, '0')}`
}
