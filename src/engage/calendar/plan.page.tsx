import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Checkbox, Select } from '@mantine/core'
import { IconCalendarCheck, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { usePeople } from '../../accounts/people.web.ts'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { TierMark } from '../../identify/TierMark.tsx'
import { api, client } from '../../web/api.ts'
import { sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCompany, useSession } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { useVisitsChanged } from '../visits/changed-visits.web.ts'
import visits from '../visits/visits.module.css'
import { DayBars } from './DayBars.tsx'
import plan from './plan.module.css'
import { planReason, whyNotKept } from './plan-words.ts'
import { monthAfter } from './stretch.ts'

const route = getRouteApi('/_app/calendar/plan')

type Plan = Awaited<ReturnType<typeof client.engage.calendar.plan>>
type Proposal = Plan['proposals'][number]

/** A month in which every cadence holds: looked at, accepted in whole or in part, taken back. */
export function PlanPage() {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useCompany()
  const { person } = useSession()
  const people = usePeople()
  const month = search.month ?? today.slice(0, 7)
  const personId = search.person ?? person.id
  const query = useQuery(api.engage.calendar.plan.queryOptions({ input: { personId, month } }))
  useCrumb(t`Month plan`)
  const step = (months: number) =>
    void navigate({ search: old => ({ ...old, month: monthAfter(`${month}-01`, months).slice(0, 7) }) })
  return (
    <>
      <PageHeader
        title={t`Month plan`}
        context={[format.month(month), people.nameOf(personId)]}
        actions={
          <Button
            variant="default"
            renderRoot={props => (
              <Link {...props} to="/calendar" search={{ view: 'month', day: `${month}-01`, person: personId }} />
            )}
          >
            <Trans>Show the month</Trans>
          </Button>
        }
      >
        <div className={plan.tools}>
          <ActionIcon aria-label={t`Earlier`} variant="default" size={32} onClick={() => step(-1)}>
            <IconChevronLeft size={16} />
          </ActionIcon>
          <ActionIcon aria-label={t`Later`} variant="default" size={32} onClick={() => step(1)}>
            <IconChevronRight size={16} />
          </ActionIcon>
          <Select
            aria-label={t`Whose calendar`}
            searchable
            allowDeselect={false}
            value={personId}
            onChange={value => void navigate({ search: old => ({ ...old, person: value ?? undefined }) })}
            data={people.owners.map(each => ({ value: each.id, label: each.name }))}
          />
        </div>
      </PageHeader>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : query.isPending ? (
        <LinesSkeleton lines={6} />
      ) : (
        <PlanRead
          key={`${personId} ${month} ${query.dataUpdatedAt}`}
          read={query.data}
          personId={personId}
          month={month}
        />
      )}
    </>
  )
}

function PlanRead({ read, personId, month }: { read: Plan; personId: string; month: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const changed = useVisitsChanged()
  const begin = ({ slot }: Proposal) => `${slot?.day} ${slot?.time}`
  const possible = read.proposals
    .filter(each => each.slot !== null)
    .sort((one, other) => (begin(one) < begin(other) ? -1 : 1))
  const impossible = read.proposals.filter(each => each.slot === null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const keys = possible.map(each => each.key).filter(key => !left.has(key))
  const undo = (id: number) => void client.engage.calendar.undoPlan({ id }).then(changed, sayFailed)
  const accept = useMutation(
    api.engage.calendar.acceptPlan.mutationOptions({
      onError: sayFailed,
      onSuccess: ({ id, planned, moved }) => {
        const made = plural(planned, { one: '# visit is planned', other: '# visits are planned' })
        sayUndoable(t`${made}, ${moved} moved.`, () => undo(id))
        return changed()
      },
    }),
  )
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  const { accepted } = read
  const acceptButton = read.mayAccept && possible.length > 0 && (
    <Button
      loading={accept.isPending}
      disabled={keys.length === 0}
      onClick={() => accept.mutate({ personId, month, keys })}
    >
      {left.size === 0 ? <Trans>Accept the plan</Trans> : <Trans>Accept {keys.length} of them</Trans>}
    </Button>
  )
  return (
    <>
      {accepted && (
        <p className={plan.accepted}>
          <span>
            <Trans>
              Accepted on {format.instant(accepted.at)} by {accepted.by}:{' '}
              {plural(accepted.visits, { one: '# visit', other: '# visits' })}.
            </Trans>
          </span>
          {read.mayAccept && (
            <Button size="xs" variant="default" onClick={() => undo(accepted.id)}>
              <Trans>Take the plan back</Trans>
            </Button>
          )}
        </p>
      )}
      <DayBars days={read.days} />
      <Section title={t`Proposed`} note={t`So that every cadence holds and days balance`} actions={acceptButton}>
        {possible.length === 0 ? (
          <EmptyState icon={<IconCalendarCheck size={24} stroke={1.5} />} title={t`Nothing to plan in this month`}>
            <Trans>Every cadence has its visits, and none stands in another’s way.</Trans>
          </EmptyState>
        ) : (
          <ul className={visits.cadences} aria-label={t`Proposed visits`}>
            {possible.map(each => (
              <ProposalRow
                key={each.key}
                proposal={each}
                chosen={read.mayAccept ? !left.has(each.key) : null}
                onToggle={() => toggle(each.key)}
              />
            ))}
          </ul>
        )}
      </Section>
      {impossible.length > 0 && (
        <Section title={t`Cannot be kept`}>
          <ul className={visits.cadences} aria-label={t`Cannot be kept`}>
            {impossible.map(each => (
              <ProposalRow key={each.key} proposal={each} chosen={null} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

type RowProps = { proposal: Proposal; chosen: boolean | null; onToggle?: () => void }

function ProposalRow({ proposal, chosen, onToggle }: RowProps) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { account, slot, visit, tier } = proposal
  const from = visit && t`instead of ${format.day(visit.day)}, ${visit.time}`
  return (
    <li className={visits.cadence}>
      {chosen !== null && (
        <Checkbox aria-label={t`Take ${account.name}, ${proposal.from}`} checked={chosen} onChange={onToggle} />
      )}
      <div className={visits.cadenceWords}>
        <span className={plan.who}>
          <AccountLink account={account} short />
          {tier && <TierMark tier={tier} />}
        </span>
        <span className={visits.line}>
          {[
            proposal.why ? whyNotKept(proposal.why, language) : planReason(proposal.reason, language),
            format.days(proposal.from, proposal.to),
          ].join(' · ')}
        </span>
      </div>
      {slot && (
        <div className={plan.slot}>
          <span className={visits.strong}>
            {format.day(slot.day)}, {slot.time}
          </span>
          <span className={visits.line}>{from ?? t`${proposal.minutes} minutes`}</span>
        </div>
      )}
    </li>
  )
}
