import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { getRouteApi, Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { countryName } from '../accounts/country-name.ts'
import { type AccountRead, useAccount } from '../accounts/details/account.web.ts'
import { levelName } from '../accounts/level-words.ts'
import { OwnerMenu } from '../accounts/OwnerMenu.tsx'
import { useSetOwner } from '../accounts/use-set-owner.web.ts'
import { useStanding } from '../identify/standing/use-standing.web.ts'
import { TierMark } from '../identify/TierMark.tsx'
import type { Language } from '../platform/language.ts'
import { WindowPicker } from '../web/input/WindowPicker.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { Bar } from '../web/page/Skeletons.tsx'
import { useMay } from '../web/session.ts'
import { useCrumb } from '../web/shell/crumb.ts'
import { useLanguage } from '../web/use-format.ts'
import { AccountTabs, windowTabs } from './account/AccountTabs.tsx'
import style from './account/account.module.css'
import { useDays } from './accounts/list.web.ts'

const route = getRouteApi('/_app/accounts/$id')

/** One account: its name, tier and owner, and the tabs on which everything about it stands. */
export function AccountPage() {
  const { t } = useLingui()
  const id = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const tab = useLocation({ select: ({ pathname }) => pathname.split('/')[3] ?? '' })
  const query = useAccount(id)
  const standing = useStanding(id)
  const mayGive = useMay('administrator', 'head')
  const owner = useSetOwner()
  const language = useLanguage()
  const { bounds } = useDays(search)
  const account = query.data
  useCrumb(account?.name)
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
  // The address of an account that was merged leads on to the one that lives.
  if (account && account.id !== id) return <Navigate to="/accounts/$id" params={{ id: String(account.id) }} replace />
  return (
    <>
      <PageHeader
        title={
          <span className={style.title}>
            {account ? account.name : <Bar width={280} height={20} />}
            {standing.data && (
              <span className={style.tier}>
                <TierMark tier={standing.data.tier} previous={standing.data.previousTier} named />
              </span>
            )}
          </span>
        }
        context={account ? contextOf(account) : [' ']}
        actions={
          account && (
            <>
              <Link to="/accounts/$id/brief" params={{ id: String(id) }}>
                <Button component="span" variant="default">
                  <Trans>Brief</Trans>
                </Button>
              </Link>
              {mayGive && (
                <OwnerMenu
                  label={account.owner === null ? t`Give to a manager` : t`Change the owner`}
                  ownerId={account.owner?.id ?? null}
                  pending={owner.pending}
                  onGive={to => owner.give([account], to)}
                />
              )}
            </>
          )
        }
      >
        <div className={style.tools}>
          <AccountTabs id={id} />
          {bounds && windowTabs.includes(tab) && (
            <WindowPicker
              choice={search}
              bounds={bounds}
              onChange={choice =>
                void navigate({
                  to: '.',
                  search: old => ({ ...old, window: undefined, from: undefined, to: undefined, ...choice }),
                })
              }
            />
          )}
        </div>
      </PageHeader>
      <Outlet />
    </>
  )

  function contextOf(found: AccountRead) {
    return [
      found.code,
      placeOf(found, language),
      found.parent && (
        <Link to="/accounts/$id" params={{ id: String(found.parent.id) }} className="link" data-hint={t`Belongs to`}>
          {found.parent.name}
        </Link>
      ),
      found.owner ? t`with ${found.owner.name}` : t`nobody owns it`,
    ]
  }
}

function placeOf({ level, city, region, country }: AccountRead, language: Language): string {
  return [level && levelName(level, language), city ?? region, country && countryName(country, language)]
    .filter(Boolean)
    .join(', ')
}
