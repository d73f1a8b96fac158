import { useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useLanguage } from '../../../web/use-format.ts'
import type { PromiseSide } from '../promise.ts'
import type { PromisesSearch, PromisesState } from '../promises-search.ts'
import { promiseStateName, sideName } from '../visit-report-words.ts'
import style from './promises.module.css'

type Props = {
  search: PromisesSearch
  /** Absent on an account, where everybody's are shown. */
  whose?: 'mine' | 'all'
  onSearch: (change: PromisesSearch) => void
}

/** Whose, of which side, open or settled. */
export function PromiseFilters({ search, whose, onSearch }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <div className={style.filters}>
      {whose && (
        <SegmentedControl
          aria-label={t`Whose promises`}
          data={[
            { value: 'mine', label: t`Mine` },
            { value: 'all', label: t`Everybody’s` },
          ]}
          value={whose}
          onChange={value => onSearch({ whose: value as 'mine' | 'all' })}
        />
      )}
      <SegmentedControl
        aria-label={t`Which side`}
        data={[
          { value: '', label: t`Both sides` },
          { value: 'ours', label: sideName('ours', language) },
          { value: 'theirs', label: sideName('theirs', language) },
        ]}
        value={search.side ?? ''}
        onChange={value => onSearch({ side: (value || undefined) as PromiseSide | undefined })}
      />
      <SegmentedControl
        aria-label={t`In which state`}
        data={[
          { value: 'open', label: promiseStateName('open', language) },
          { value: 'overdue', label: t`Overdue` },
          { value: 'settled', label: t`Settled` },
        ]}
        value={search.state ?? 'open'}
        onChange={value => onSearch({ state: value === 'open' ? undefined : (value as PromisesState) })}
      />
    </div>
  )
}
