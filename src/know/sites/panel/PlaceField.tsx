import { useLingui } from '@lingui/react/macro'
import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { countryName } from '../../../accounts/country-name.ts'
import { api } from '../../../web/api.ts'
import { useLanguage } from '../../../web/use-format.ts'

type Props = {
  value: string
  onChange: (city: string) => void
  /** A place of the gazetteer was chosen: its country comes along. */
  onChoose: (city: string, country: string) => void
}

/** The city, found in the bundled gazetteer as one types; any other name may stand as well. */
export function PlaceField({ value, onChange, onChoose }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const [settled] = useDebouncedValue(value.trim(), 200)
  const query = useQuery(
    api.know.sites.lookUp.queryOptions({
      input: { text: settled.slice(0, 100), limit: 8 },
      enabled: settled !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const named = (query.data?.items ?? []).map(town => ({
    town,
    city: language === 'zh-Hans' ? (town.nameChinese ?? town.name) : town.name,
  }))
  // Two places of one name and country: the larger stands for both.
  const options = new Map(
    named.map(({ town, city }) => [`${city}, ${countryName(town.country, language)}`, { town, city }]),
  )
  return (
    <Autocomplete
      label={t`City`}
      value={value}
      maxLength={200}
      description={t`Its centre is taken where no coordinates are entered.`}
      data={[...options.keys()]}
      filter={({ options: all }) => all}
      onChange={onChange}
      onOptionSubmit={label => {
        const chosen = options.get(label)
        if (chosen) onChoose(chosen.city, chosen.town.country)
      }}
    />
  )
}
