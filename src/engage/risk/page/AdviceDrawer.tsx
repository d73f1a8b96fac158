import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { insuranceName } from '../../../know/sites/sites-words.ts'
import { api } from '../../../web/api.ts'
import { DetailDrawer } from '../../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../../web/feedback/say.tsx'
import { Amount } from '../../../web/figures/Amount.tsx'
import { Failed } from '../../../web/page/Failed.tsx'
import { useFormat, useLanguage } from '../../../web/use-format.ts'
import { type Channel, channels } from '../following.ts'
import type { Measure } from '../measures.ts'
import style from '../risk.module.css'
import { channelName, measureName } from '../risk-words.ts'
import type { AlertRead, ExposedSite } from './alert.web.ts'
import { GivenAdvice } from './GivenAdvice.tsx'

type Props = { alert: AlertRead; site: ExposedSite | undefined; onClose: () => void }

/** One exposed site: what lies there, what to advise by when, what was advised and what came of it. */
export function AdviceDrawer({ alert, site, onClose }: Props) {
  const { t } = useLingui()
  return (
    <DetailDrawer opened={site !== undefined} onClose={onClose} title={site?.account.name ?? t`Site`} size={480}>
      {site && (
        <div className={style.stack} key={site.siteId}>
          <Facts site={site} />
          {site.mayAdvise && <AdviceForm alert={alert} site={site} />}
          <GivenAdvice advice={alert.advice.filter(each => each.siteId === site.siteId)} mayRecord={site.mayAdvise} />
        </div>
      )}
    </DetailDrawer>
  )
}

function Facts({ site }: { site: ExposedSite }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return (
    <dl className={style.facts}>
      <div>
        <dt>{t`Site`}</dt>
        <dd>{[site.name, site.city].filter(Boolean).join(', ')}</dd>
      </div>
      <div>
        <dt>{t`Goods there`}</dt>
        <dd>
          <Amount value={site.goodsValue} unknown={t`Nobody has asked yet`} />
          {site.goodsAsOf && <span className={style.quiet}> {t`as of ${format.day(site.goodsAsOf)}`}</span>}
        </dd>
      </div>
      <div>
        <dt>{t`Insurance of the goods`}</dt>
        <dd>{insuranceName(site.insurance, language)}</dd>
      </div>
      <div>
        <dt>{t`Arrives`}</dt>
        <dd>{site.arrivesAt ? format.instant(site.arrivesAt) : '–'}</dd>
      </div>
    </dl>
  )
}

function AdviceForm({ alert, site }: { alert: AlertRead; site: ExposedSite }) {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<Measure[]>([])
  const [channel, setChannel] = useState<Channel>('phone')
  const [contact, setContact] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const contacts = useQuery(
    api.contacts.list.queryOptions({ input: { accountId: site.account.id }, select: answer => answer.items }),
  )
  const advise = useMutation(
    api.engage.risk.advise.mutationOptions({
      onSuccess: () => {
        sayDone(t`The advice to ${site.account.name} is recorded.`)
        setChosen([])
        setWords('')
        return queries.invalidateQueries({ queryKey: api.engage.risk.key() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    advise.mutate({
      id: alert.id,
      siteIds: [site.siteId],
      measures: chosen,
      channel,
      contactId: contact === null ? null : Number(contact),
      words: words.trim() || null,
    })
  }
  return (
    <form className={style.stack} onSubmit={submit}>
      <Checkbox.Group
        label={t`What was advised`}
        value={chosen}
        onChange={measures => setChosen(measures as Measure[])}
      >
        <div className={style.measures}>
          {alert.measures.map(({ measure, hours }) => (
            <div key={measure} className={style.measure}>
              <Checkbox value={measure} label={measureName(measure, language)} />
              <Until arrivesAt={site.arrivesAt} hours={hours} />
            </div>
          ))}
        </div>
      </Checkbox.Group>
      <SegmentedControl
        aria-label={t`By what way`}
        fullWidth
        value={channel}
        data={channels.map(each => ({ value: each, label: channelName(each, language) }))}
        onChange={value => setChannel(value as Channel)}
      />
      <Select
        label={t({ message: 'To whom', context: 'advice' })}
        placeholder={t`Somebody at the account`}
        clearable
        searchable
        data={(contacts.data ?? []).map(({ id, name, role }) => ({
          value: String(id),
          label: role ? `${name}, ${role}` : name,
        }))}
        value={contact}
        onChange={setContact}
      />
      <Textarea
        label={t`In words`}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      {advise.error && <Failed error={advise.error} inline />}
      <Button type="submit" fullWidth loading={advise.isPending} disabled={chosen.length === 0}>
        <Trans>Record the advice</Trans>
      </Button>
    </form>
  )
}

/** The hour by which a measure must begin to be done before the danger comes. */
function Until({ arrivesAt, hours }: { arrivesAt: string | null; hours: number }) {
  const { t } = useLingui()
  const format = useFormat()
  if (!arrivesAt) return null
  const by = new Date(Date.parse(arrivesAt) - hours * 3_600_000).toISOString()
  return <span className={style.until} data-hint={t`It takes ${hours} hours`}>{t`begin by ${format.instant(by)}`}</span>
}
