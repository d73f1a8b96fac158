import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconMessageQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useAccount } from '../../accounts/details/account.web.ts'
import { valueTypeName } from '../../identify/value-type-words.ts'
import { api, type client } from '../../web/api.ts'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './buying.module.css'
import type { BuyingField } from './buying-facts.contract.ts'
import { questionWords } from './buying-words.ts'
import { FactCard } from './FactCard.tsx'
import { ScoreTable } from './ScoreTable.tsx'

const route = getRouteApi('/_app/accounts/$id/buying')

export type BuyingProfile = Awaited<ReturnType<typeof client.know.buying.read>>
export type KnownFact = BuyingProfile['facts'][number]
export type ProfilePartRead = BuyingProfile['parts'][number]

/** How the account buys: the question to ask next, what is known field by field, how the score comes about. */
export function BuyingPage() {
  const { t } = useLingui()
  const id = Number(route.useParams().id)
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useAccount(id).data?.mayEditContacts ?? false
  const query = useQuery(api.know.buying.read.queryOptions({ input: { accountId: id } }))
  const contacts = useQuery(api.contacts.list.queryOptions({ input: { accountId: id } }))
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
  const profile = query.data
  const people = (contacts.data?.items ?? []).map(({ id: contactId, name }) => ({ id: contactId, name }))
  const onEdit = (field: BuyingField | undefined) =>
    void navigate({ search: old => ({ ...old, edit: field }), replace: true, resetScroll: false })
  const sections: { title: string; fields: BuyingField[] }[] = [
    { title: t`Process and money`, fields: ['process', 'cycle', 'tendering', 'budget'] },
    { title: t`Brands and competitors`, fields: ['competitors', 'brandsInUse', 'brandsPreferred'] },
    { title: t`What moves it`, fields: ['quality', 'service', 'protection', 'channels'] },
  ]
  return (
    <>
      <ScoreTiles profile={profile} />
      {profile?.question && (
        <div className={style.question}>
          <IconMessageQuestion size={20} stroke={1.5} aria-hidden="true" className={style.questionIcon} />
          <Question profile={profile} question={profile.question} />
          {mayEdit && edit !== profile.question.field && (
            <Button onClick={() => onEdit(profile.question!.field)}>
              <Trans>Write down the answer</Trans>
            </Button>
          )}
        </div>
      )}
      {sections.map(({ title, fields }) => (
        <Section key={title} title={title}>
          {profile ? (
            <div className={style.cards}>
              {fields.map(field => (
                <FactCard
                  key={field}
                  accountId={id}
                  field={field}
                  known={profile.facts.find(each => each.fact.field === field)}
                  part={profile.parts.find(each => each.field === field)}
                  people={people}
                  mayEdit={mayEdit}
                  editing={edit === field}
                  onEdit={onEdit}
                />
              ))}
            </div>
          ) : (
            <LinesSkeleton lines={6} />
          )}
        </Section>
      ))}
      {profile && <ScoreTable profile={profile} />}
    </>
  )
}

type QuestionProps = { profile: BuyingProfile; question: NonNullable<BuyingProfile['question']> }

function Question({ profile, question }: QuestionProps) {
  const format = useFormat()
  const language = useLanguage()
  const gain = format.number(question.gain, 0)
  const type = profile.valueType && valueTypeName(profile.valueType, language)
  return (
    <div className={style.questionWords}>
      <p className={style.questionLabel}>
        <Trans>Ask next</Trans>
      </p>
      <p className={style.asked}>{questionWords(question.field, question.reason, language)}</p>
      <p className={style.quiet}>
        {type ? (
          <Trans>
            Worth {gain} points; weighed for value type {type}
          </Trans>
        ) : (
          <Trans>Worth {gain} points; no value type has been decided</Trans>
        )}
      </p>
    </div>
  )
}

function ScoreTiles({ profile }: { profile: BuyingProfile | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  const known = profile?.facts.length ?? 0
  const all = profile?.parts.length ?? 0
  const last = profile?.facts.reduce((latest, { learnedOn }) => (learnedOn > latest ? learnedOn : latest), '')
  return (
    <Tiles>
      <FigureTile
        label={t`Profile score`}
        loading={!profile}
        note={t`of 100: completeness × freshness`}
        hint={t`What is known, discounted by its age`}
      >
        {profile && format.number(profile.score, 0)}
      </FigureTile>
      <FigureTile label={t`Completeness`} loading={!profile} note={t`${known} of ${all} fields are known`}>
        {profile && format.share(profile.completeness / 100)}
      </FigureTile>
      <FigureTile
        label={t`Freshness`}
        loading={!profile}
        note={last ? t`last heard ${format.day(last)}` : t`nothing has been heard`}
      >
        {profile && (profile.freshness === null ? '–' : format.share(profile.freshness / 100))}
      </FigureTile>
    </Tiles>
  )
}
