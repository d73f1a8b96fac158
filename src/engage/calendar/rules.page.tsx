import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { countryName } from '../../accounts/country-name.ts'
import { type Tier, tierName, tiers } from '../../identify/tier.ts'
import { api, type client } from '../../web/api.ts'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { FileDrop } from '../../web/input/FileDrop.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { useVisitsChanged } from '../visits/changed-visits.web.ts'
import { holidayRuleName } from '../visits/visit-words.ts'
import style from '../visits/visits.module.css'
import type { HolidayRule } from '../visits/working-days.ts'

type Read = Awaited<ReturnType<typeof client.engage.visits.cadences.rules>>
type Rules = Read['rules']

/** What the department agreed on for visits, and the holidays it knows. */
export function RulesPage() {
  const { t } = useLingui()
  const query = useQuery(api.engage.visits.cadences.rules.queryOptions())
  useCrumb(t`Rules and holidays`)
  return (
    <>
      <PageHeader title={t`Rules and holidays`} context={[t`for all visits of the department`]} />
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : query.data ? (
        <RulesForm key={query.data.version} read={query.data} />
      ) : (
        <LinesSkeleton lines={6} />
      )}
      <Holidays />
    </>
  )
}

function RulesForm({ read }: { read: Read }) {
  const { t } = useLingui()
  const language = useLanguage()
  const mayChange = useMay('administrator', 'head')
  const changed = useVisitsChanged()
  const [rules, setRules] = useState<Rules>(read.rules)
  const save = useMutation(
    api.engage.visits.cadences.changeRules.mutationOptions({
      onSuccess: () => {
        sayDone(t`The rules are in force; visits ahead follow.`)
        return changed()
      },
    }),
  )
  const set = (part: Partial<Rules>) => setRules({ ...rules, ...part })
  const setTier = (tier: Tier, part: Rules['byTier'][Tier]) => set({ byTier: { ...rules.byTier, [tier]: part } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ version: read.version, ...rules })
  }
  const number = (field: 'horizonWeeks' | 'toleranceMinutes' | 'missedAfterDays' | 'visitsPerDay', label: string) => (
    <NumberInput
      label={label}
      required
      min={1}
      value={rules[field]}
      onChange={value => set({ [field]: Number(value) })}
      readOnly={!mayChange}
    />
  )
  return (
    <form className={style.rulesForm} onSubmit={submit}>
      <Section title={t`By tier`} note={t`What an account of that tier is due unless another cadence was agreed on`}>
        <ul className={style.cadences}>
          {tiers.map(tier => {
            const own = rules.byTier[tier]
            const name = tierName(tier, language)
            return (
              <li key={tier} className={style.tierRule}>
                <span>{name}</span>
                <Select
                  aria-label={t`How often ${name} is visited`}
                  allowDeselect={false}
                  readOnly={!mayChange}
                  value={own ? `${own.every} ${own.interval}` : ''}
                  data={[
                    { value: 'week 1', label: t`Every week` },
                    { value: 'week 2', label: t`Every two weeks` },
                    { value: 'month 1', label: t`Every month` },
                    { value: 'month 3', label: t`Every quarter` },
                    { value: '', label: t`Not regularly` },
                  ]}
                  onChange={value => {
                    const [every, interval] = (value ?? '').split(' ')
                    setTier(
                      tier,
                      every
                        ? { every: every as 'week', interval: Number(interval), minutes: own?.minutes ?? 60 }
                        : null,
                    )
                  }}
                />
                <NumberInput
                  aria-label={t`Minutes of a visit to ${name}`}
                  suffix={t({ message: ' min', context: 'minutes' })}
                  min={5}
                  max={480}
                  step={15}
                  readOnly={!mayChange}
                  disabled={!own}
                  value={own?.minutes ?? ''}
                  onChange={value => own && setTier(tier, { ...own, minutes: Number(value) })}
                />
              </li>
            )
          })}
        </ul>
      </Section>
      <Section title={t`The promise`}>
        <div className={style.rules}>
          {number('toleranceMinutes', t`On time within, minutes`)}
          {number('missedAfterDays', t`Unreported counts as missed after, days`)}
          {number('horizonWeeks', t`Visits are made ahead, weeks`)}
          {number('visitsPerDay', t`Most visits a day`)}
          <TextInput
            type="time"
            label={t`The day begins`}
            value={rules.dayStart}
            onChange={event => set({ dayStart: event.currentTarget.value })}
            readOnly={!mayChange}
          />
          <TextInput
            type="time"
            label={t`The day ends`}
            value={rules.dayEnd}
            onChange={event => set({ dayEnd: event.currentTarget.value })}
            readOnly={!mayChange}
          />
          <TextInput
            label={t`Our holiday region`}
            placeholder="CN"
            maxLength={6}
            readOnly={!mayChange}
            value={rules.ourRegion ?? ''}
            onChange={event => set({ ourRegion: event.currentTarget.value.toUpperCase() || null })}
          />
          <Select
            label={t`On a holiday`}
            allowDeselect={false}
            readOnly={!mayChange}
            value={rules.onHoliday}
            data={(['next', 'previous', 'skip'] as const).map(each => ({
              value: each,
              label: holidayRuleName(each, language),
            }))}
            onChange={value => set({ onHoliday: (value as HolidayRule) ?? 'next' })}
          />
        </div>
      </Section>
      {save.error && <Failed error={save.error} inline />}
      {mayChange && (
        <div className={style.end}>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={JSON.stringify(rules) === JSON.stringify(read.rules)}
          >
            <Trans>Put the rules in force</Trans>
          </Button>
        </div>
      )}
    </form>
  )
}

function Holidays() {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const mayImport = useMay('administrator', 'head', 'back office')
  const changed = useVisitsChanged()
  const [region, setRegion] = useState('')
  const query = useQuery(api.engage.visits.cadences.holidayCalendars.queryOptions())
  const take = useMutation(
    api.engage.visits.cadences.importHolidays.mutationOptions({
      onError: sayFailed,
      onSuccess: ({ holidays, workingDays, visits }) => {
        const days = plural(holidays, { one: '# holiday', other: '# holidays' })
        const weekends = plural(workingDays, { one: '# worked weekend', other: '# worked weekends' })
        const following = plural(visits.changed + visits.gone, { one: '# visit follows', other: '# visits follow' })
        sayDone(t`${days} and ${weekends}; ${following}.`)
        return changed()
      },
    }),
  )
  const remove = useMutation(
    api.engage.visits.cadences.removeHolidays.mutationOptions({ onError: sayFailed, onSuccess: changed }),
  )
  const valid = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(region)
  return (
    <Section
      title={t`Holidays`}
      note={t`Of our country and the accounts’: an iCalendar file (.ics) for each; a new file replaces the region’s old one`}
    >
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : query.data?.items.length === 0 ? (
        <EmptyState title={t`No holidays are known yet`} />
      ) : (
        <ul className={style.cadences}>
          {query.data?.items.map(each => (
            <li key={each.region} className={style.cadence}>
              <div className={style.cadenceWords}>
                <span className={style.strong}>
                  {countryName(each.region.slice(0, 2), language)} ({each.region})
                </span>
                <span className={style.line}>
                  {[
                    plural(each.holidays, { one: '# holiday', other: '# holidays' }),
                    each.workingDays > 0 &&
                      plural(each.workingDays, { one: '# worked weekend', other: '# worked weekends' }),
                    format.days(each.firstDay, each.lastDay),
                    each.name,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              {mayImport && (
                <Button
                  size="xs"
                  variant="subtle"
                  color="red"
                  aria-label={t`Forget them: ${each.region}`}
                  onClick={() => remove.mutate({ region: each.region })}
                >
                  <Trans>Forget them</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayImport && (
        <div className={style.form}>
          <TextInput
            label={t`Region`}
            description={t`Country code, with a part where it has its own holidays: CN, DE-BY`}
            maxLength={6}
            w={260}
            value={region}
            onChange={event => setRegion(event.currentTarget.value.toUpperCase())}
          />
          {valid && (
            <FileDrop
              title={t`Drop the holiday file of ${region} here`}
              note={t`iCalendar (.ics); 班 or “working day” in a name opens a weekend`}
              accept=".ics"
              onFiles={files => {
                const [file] = files
                if (file) void file.text().then(icalendar => take.mutate({ region, name: file.name, icalendar }))
              }}
            />
          )}
        </div>
      )}
    </Section>
  )
}
