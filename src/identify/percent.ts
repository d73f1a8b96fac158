/** A share (0.13) as the per cent that stands in a field (13), without the noise of floats. */
export const percentOf = (share: number): number => Math.round(share * 1e6) / 1e4

/** The per cent of a field as a share of one. */
export const shareOfPercent = (percent: number): number => Math.round(percent * 1e4) / 1e6
