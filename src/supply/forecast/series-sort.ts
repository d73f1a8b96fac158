export const seriesSorts = ['ahead', 'growth', 'decline', 'error', 'bias'] as const
/** Most ahead, most growth or decline, least accurate, furthest off in one direction first. */
export type SeriesSort = (typeof seriesSorts)[number]
