import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { orKept, readKit } from '../../web/offline/kit.ts'
import { kitName } from '../../web/offline/use-offline-kit.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { PageSkeleton } from '../../web/page/Skeletons.tsx'
import { useSession } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useLanguage } from '../../web/use-format.ts'
import { type BriefRead, BriefSheet } from './BriefSheet.tsx'

const ofVisit = getRouteApi('/_app/visits/$id/brief')
const ofAccount = getRouteApi('/_app/accounts/$id_/brief')

/** The brief before a visit; without a network, as it was put by. */
export function VisitBriefPage() {
  const id = ofVisit.useParams().id
  const { person } = useSession()
  const asked = api.engage.brief.ofVisit.queryOptions({ input: { visitId: Number(id) } })
  const query = useQuery({
    ...asked,
    queryFn: context =>
      orKept(
        () => asked.queryFn(context),
        () => readKit<BriefRead>(person.id, kitName.brief(Number(id))),
      ),
  })
  return <BriefPage query={query} pdf={`/api/visits/${id}/brief.pdf`} reportOf={id} />
}

/** The brief of an account as it stands, without a visit. */
export function AccountBriefPage() {
  const id = ofAccount.useParams().id
  const query = useQuery(api.engage.brief.ofAccount.queryOptions({ input: { accountId: Number(id) } }))
  return <BriefPage query={query} pdf={`/api/accounts/${id}/brief.pdf`} reportOf={null} />
}

type Props = {
  query: { data: BriefRead | undefined; isError: boolean; error: unknown; refetch: () => unknown }
  pdf: string
  reportOf: string | null
}

function BriefPage({ query, pdf, reportOf }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  useCrumb(query.data && t`Brief: ${query.data.account.name}`)
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <PageSkeleton />
  return (
    <BriefSheet
      brief={query.data}
      actions={
        <>
          <Button
            component="a"
            variant="default"
            href={`${pdf}?language=${language}`}
            target="_blank"
            rel="noopener"
            leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden="true" />}
          >
            <Trans>PDF</Trans>
          </Button>
          {reportOf && (
            <Link to="/visits/$id/report" params={{ id: reportOf }}>
              {/* The link is the button: one thing to focus. */}
              <Button component="span">
                <Trans>Write the report</Trans>
              </Button>
            </Link>
          )}
        </>
      }
    />
  )
}
