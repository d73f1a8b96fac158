import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { AccountSelect } from '../../accounts/AccountSelect.tsx'
import { ProductSelect } from '../../products/ProductSelect.tsx'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { type PartnerWhole, useMessageWords, usePartnerWrites } from './messages.web.ts'
import style from './partners.module.css'
import { activityMeanings, meaningWords } from './reports/activity.ts'

type Code = PartnerWhole['unmappedCodes'][number]

/** Codes that nobody has said the meaning of, those first that most rows wait for; each is answered in its place. */
export function UnmappedCodes({ partner }: { partner: PartnerWhole }) {
  const { t } = useLingui()
  const { kinds } = useMessageWords()
  const { unmappedCodes: codes } = partner
  if (codes.length === 0) return null
  return (
    <section className={style.part}>
      <h3>
        <Trans>Codes to map</Trans>
      </h3>
      <p>
        <Trans>Rows wait for these codes. What you say here holds for all messages of the partner from now on.</Trans>
      </p>
      <ul className={style.codes}>
        {codes.map(code => (
          <li key={`${code.kind} ${code.code}`} className={style.code}>
            <div>
              <div className={style.name}>{code.code}</div>
              <div className={style.caption}>
                {[kinds[code.kind], code.name, plural(code.rows, { one: '# row waits', other: '# rows wait' })]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            {partner.mayEdit && <Answer partner={partner} code={code} label={t`What ${code.code} means`} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answer({ partner, code: { kind, code }, label }: { partner: PartnerWhole; code: Code; label: string }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { map } = usePartnerWrites()
  const { id } = partner
  const said = { onSuccess: () => sayDone(t`${code} is mapped.`) }
  if (kind === 'party')
    return (
      <AccountSelect
        label={label}
        value={null}
        onChange={account => account && map.mutate({ id, kind, code, accountId: account.id }, said)}
      />
    )
  if (kind === 'activity')
    return (
      <Select
        label={label}
        placeholder={t`What is counted`}
        disabled={map.isPending}
        value={null}
        data={activityMeanings.map(value => ({ value, label: meaningWords[value][language] }))}
        onChange={meaning =>
          meaning && map.mutate({ id, kind, code, meaning: meaning as (typeof activityMeanings)[number] }, said)
        }
      />
    )
  if (partner.account === null)
    return (
      <span className={style.caption}>
        <Trans>Say first which account the partner is.</Trans>
      </span>
    )
  if (kind === 'product')
    return (
      <ProductSelect label={label} onChoose={product => map.mutate({ id, kind, code, productId: product.id }, said)} />
    )
  return (
    <SiteAnswer
      label={label}
      accountId={partner.account.id}
      onChoose={siteId => map.mutate({ id, kind: 'site', code, siteId }, said)}
    />
  )
}

function SiteAnswer({
  label,
  accountId,
  onChoose,
}: {
  label: string
  accountId: number
  onChoose: (id: number) => void
}) {
  const { t } = useLingui()
  const sites = useQuery(api.know.sites.list.queryOptions({ input: { accountId } }))
  return (
    <Select
      label={label}
      placeholder={t`Site`}
      searchable
      value={null}
      disabled={sites.isPending}
      nothingFoundMessage={t`The account has no such site; add it on its page first`}
      data={(sites.data?.items ?? []).map(site => ({
        value: String(site.id),
        label: [site.code, site.name].filter(Boolean).join(' · '),
      }))}
      onChange={id => id && onChoose(Number(id))}
    />
  )
}
