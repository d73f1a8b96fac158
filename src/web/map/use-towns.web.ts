import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../api.ts'
import { useLanguage } from '../use-format.ts'
import type { Town } from './map-shapes.ts'
import { bounds, type Size, type View } from './mercator.ts'

const none: readonly (Town & { nameChinese: string | null })[] = []

/** The larger towns in sight, from our gazetteer; asked for once the map rests, by whole squares so that answers are shared. */
export function useTowns(view: View, size: Size): readonly Town[] {
  const [settled] = useDebouncedValue(view, 200)
  const { north, south, west, east } = bounds(settled, size)
  const step = stepOf(east - west)
  const down = (value: number) => Math.floor(value / step) * step
  const up = (value: number) => Math.ceil(value / step) * step
  const input = {
    north: Math.min(90, up(north)),
    south: Math.max(-90, down(south)),
    west: Math.max(-180, down(west)),
    east: Math.min(180, up(east)),
  }
  const query = useQuery(
    api.know.sites.towns.queryOptions({
      input,
      enabled: size.width > 0,
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
    }),
  )
  const language = useLanguage()
  const found = query.data?.items
  return useMemo(
    () =>
      language === 'en'
        ? (found ?? none)
        : (found ?? none).map(town => ({ ...town, name: town.nameChinese ?? town.name })),
    [found, language],
  )
}

/** Squares of about a third of the width shown, in round degrees. */
function stepOf(width: number): number {
  return [0.25, 0.5, 1, 2, 5, 10, 20, 30].find(step => step >= width / 3) ?? 30
}
