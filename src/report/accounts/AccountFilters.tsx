import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { accountLevels } from '../../accounts/account.ts'
import { countryName } from '../../accounts/country-name.ts'
import { levelName } from '../../accounts/level-words.ts'
import { guardName } from '../../identify/guard-words.ts'
import { guardKeys } from '../../identify/guards.ts'
import { tierName } from '../../identify/tier.ts'
import { tiersBestFirst } from '../../identify/tier-posts.ts'
import { api } from '../../web/api.ts'
import { useLanguage } from '../../web/use-format.ts'
import { type AccountsSearch, filtersOf, movements, noFilters } from '../accounts-search.ts'
import style from './AccountFilters.module.css'
import { FilterMenu } from './FilterMenu.tsx'
import { useMovementWords } from './movement-words.web.ts'

type Props = {
  search: AccountsSearch
  onSearch: (change: Partial<AccountsSearch>, replace?: boolean) => void
}

/** Steps of silence offered, in days. */
const silences = [30, 60, 90, 180, 365]

/** Everything the list can be narrowed by; each answer stands in the URL. */
export function AccountFilters({ search, onSearch }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const movementWords = useMovementWords()
  const { data } = useQuery(api.accountsList.choices.queryOptions({ staleTime: 60_000 }))
  const filtered = Object.keys(filtersOf(search)).length > 0
  const counted = (choices: { value: string; accounts: number }[] | undefined, label = (value: string) => value) =>
    (choices ?? []).map(({ value, accounts }) => ({ value, label: label(value), count: accounts }))
  const owners = [
    ...(data ? [{ value: 'nobody', label: t`Nobody`, count: data.ownerless }] : []),
    ...(data?.owner ?? []).map(({ id, name, accounts }) => ({ value: id, label: name, count: accounts })),
  ]
  return (
    <search className={style.filters} aria-label={t`Filters`}>
      <TextInput
        className={style.text}
        size="xs"
        aria-label={t`Find by code or name`}
        placeholder={t`Code or name`}
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        value={search.text ?? ''}
        onChange={event => onSearch({ text: event.target.value || undefined }, true)}
      />
      <FilterMenu
        label={t`Tier`}
        options={[
          ...tiersBestFirst.map(tier => ({ value: tier, label: tierName(tier, language) })),
          { value: 'none' as const, label: t`Not reviewed yet` },
        ]}
        chosen={search.tier ?? []}
        onChange={tier => onSearch({ tier: tier.length > 0 ? tier : undefined })}
      />
      <FilterMenu
        label={t`Movement`}
        options={movements.map(value => ({ value, label: movementWords(value) }))}
        chosen={search.movement ?? []}
        onChange={movement => onSearch({ movement: movement.length > 0 ? movement : undefined })}
      />
      <FilterMenu
        label={t`Owner`}
        options={owners}
        chosen={search.owner ?? []}
        onChange={owner => onSearch({ owner: owner.length > 0 ? owner : undefined })}
      />
      <FilterMenu
        label={t`Country`}
        options={counted(data?.country, country => countryName(country, language))}
        chosen={search.country ?? []}
        onChange={country => onSearch({ country: country.length > 0 ? country : undefined })}
      />
      <FilterMenu
        label={t`Region`}
        options={counted(data?.region)}
        chosen={search.region ?? []}
        onChange={region => onSearch({ region: region.length > 0 ? region : undefined })}
      />
      <FilterMenu
        label={t`Salesperson`}
        options={counted(data?.salesperson)}
        chosen={search.salesperson ?? []}
        onChange={salesperson => onSearch({ salesperson: salesperson.length > 0 ? salesperson : undefined })}
      />
      <FilterMenu
        label={t`Level`}
        options={accountLevels.map(level => ({ value: level, label: levelName(level, language) }))}
        chosen={search.level ?? []}
        onChange={level => onSearch({ level: level.length > 0 ? level : undefined })}
      />
      <FilterMenu
        label={t`Guard`}
        options={guardKeys.map(guard => ({ value: guard, label: guardName(guard, language) }))}
        chosen={search.guard ?? []}
        onChange={guard => onSearch({ guard: guard.length > 0 ? guard : undefined })}
      />
      <Select
        className={style.silence}
        size="xs"
        aria-label={t`No purchase for`}
        placeholder={t`Silence`}
        clearable
        value={search.silentDays === undefined ? null : String(search.silentDays)}
        onChange={days => onSearch({ silentDays: days === null ? undefined : Number(days) })}
        data={[...new Set([...silences, ...(search.silentDays ? [search.silentDays] : [])])]
          .sort((left, right) => left - right)
          .map(days => ({ value: String(days), label: t`${days} days silent` }))}
      />
      <Button
        size="xs"
        variant={search.losing ? 'light' : 'default'}
        aria-pressed={search.losing === true}
        onClick={() => onSearch({ losing: search.losing ? undefined : true })}
      >
        <Trans>Losing money</Trans>
      </Button>
      {filtered && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconX size={13} aria-hidden="true" />}
          onClick={() => onSearch(noFilters)}
        >
          <Trans>Clear the filters</Trans>
        </Button>
      )}
    </search>
  )
}
