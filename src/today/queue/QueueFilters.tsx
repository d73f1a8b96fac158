import { useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import type { client } from '../../web/api.ts'
import { type Group, groups } from '../group.ts'
import style from './QueueFilters.module.css'

type Counted = Pick<Awaited<ReturnType<typeof client.today.queue>>, 'groups' | 'kinds'>

type Props = {
  counted: Counted | undefined
  group: Group | undefined
  kind: string | undefined
  onGroup: (group: Group | undefined) => void
  onKind: (kind: string | undefined) => void
}

/** When and what: each choice with its count under the other. */
export function QueueFilters({ counted, group, kind, onGroup, onKind }: Props) {
  const { t } = useLingui()
  const names: Record<Group, string> = {
    overdue: t`Overdue`,
    today: t`Due today`,
    week: t`This week`,
    later: t`Later`,
  }
  const count = (each: Group) => counted?.groups.find(sum => sum.group === each)?.signals ?? null
  const all = counted?.groups.reduce((sum, each) => sum + each.signals, 0) ?? null
  const choice = (each: Group | undefined, words: string, signals: number | null) => (
    <button
      key={words}
      type="button"
      className={style.choice}
      aria-pressed={group === each}
      data-tone={each === 'overdue' && signals ? 'overdue' : undefined}
      onClick={() => onGroup(each)}
    >
      {words}
      {signals !== null && <span className={style.count}>{signals}</span>}
    </button>
  )
  return (
    <div className={style.filters}>
      <fieldset className={style.choices} aria-label={t`When it is due`}>
        {choice(undefined, t`All`, all)}
        {groups.map(each => choice(each, names[each], count(each)))}
      </fieldset>
      <Select
        aria-label={t`Kind of signal`}
        placeholder={t`Every kind`}
        className={style.kinds}
        clearable
        value={kind ?? null}
        data={(counted?.kinds ?? []).map(each => ({
          value: each.kind,
          label: each.signals === 0 ? each.title : `${each.title} (${each.signals})`,
        }))}
        onChange={each => onKind(each ?? undefined)}
      />
    </div>
  )
}
