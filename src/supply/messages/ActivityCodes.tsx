import { Trans, useLingui } from '@lingui/react/macro'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { sayFailed } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { type PartnerWhole, usePartnerWrites } from './messages.web.ts'
import style from './partners.module.css'
import { type ActivityMeaning, activityMeanings, meaningWords } from './reports/activity.ts'

/** What each code of a quantity means: the table that everybody has, and where this partner differs. */
export function ActivityCodes({ partner }: { partner: PartnerWhole }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { edit } = usePartnerWrites()
  const query = useQuery(api.supply.messages.activities.queryOptions({ input: { standard: partner.standard } }))
  if (query.isPending) return <LinesSkeleton lines={6} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} inline />
  const { activityOverrides: own, id, version } = partner
  const known = query.data.items.map(({ code, meaning, en, zh }) => ({
    code,
    meaning,
    name: language === 'en' ? en : zh,
  }))
  const others = Object.keys(own).filter(code => !known.some(each => each.code === code))
  const codes: { code: string; meaning: ActivityMeaning | null; name: string }[] = [
    ...others.map(code => ({ code, meaning: null, name: t`a code of this partner alone` })),
    ...known,
  ]
  const say = (code: string, meaning: ActivityMeaning, usual: ActivityMeaning | null) => {
    const { [code]: _before, ...rest } = own
    const activityOverrides = meaning === usual ? rest : { ...rest, [code]: meaning }
    edit.mutate({ id, version, activityOverrides }, { onError: sayFailed })
  }
  return (
    <section className={style.part}>
      <h3>
        <Trans>Codes of quantities</Trans>
      </h3>
      <p>
        <Trans>
          What each code in this partner’s reports counts. Of several codes that mean the same the upper one counts.
        </Trans>
      </p>
      <ul className={style.codes}>
        {codes.map(({ code, meaning, name }) => (
          <li key={code} className={style.code}>
            <div>
              <span className={style.name}>{code}</span> <span className={style.caption}>{name}</span>
            </div>
            {partner.mayEdit ? (
              <NativeSelect
                aria-label={t`What ${code} counts`}
                size="xs"
                disabled={edit.isPending}
                value={own[code] ?? meaning ?? 'ignored'}
                data={activityMeanings.map(value => ({
                  value,
                  label:
                    value === meaning ? t`${meaningWords[value][language]} (usual)` : meaningWords[value][language],
                }))}
                onChange={event => say(code, event.currentTarget.value as ActivityMeaning, meaning)}
              />
            ) : (
              <span>{meaningWords[own[code] ?? meaning ?? 'ignored'][language]}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
