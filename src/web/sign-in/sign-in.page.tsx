import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { Failed } from '../page/Failed.tsx'
import { LinesSkeleton } from '../page/Skeletons.tsx'
import { CodeForm } from './CodeForm.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import style from './Doorstep.module.css'
import { Doorstep } from './Doorstep.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { safePath } from './safe-path.ts'
import { signInAtCompany } from './sign-in.ts'

const route = getRouteApi('/sign-in')

/** Password (then the second factor), the company's own sign-in, or in the demo one click on a person. */
export function SignInPage() {
  const { t } = useLingui()
  const facts = useQuery(api.people.signInFacts.queryOptions())
  const { from } = route.useSearch()
  const router = useRouter()
  const queries = useQueryClient()
  const [wantsCode, setWantsCode] = useState(false)
  const [withPassword, setWithPassword] = useState(false)

  useEffect(() => {
    document.title = `${t`Sign in`} · ${facts.data?.companyName || 'Vitalfew'}`
  }, [t, facts.data?.companyName])

  const enter = () => {
    queries.clear()
    router.history.push(safePath(from))
  }

  if (wantsCode) {
    return (
      <Doorstep company={facts.data?.companyName} title={<Trans>One more step</Trans>}>
        <CodeForm onDone={enter} onBack={() => setWantsCode(false)} />
      </Doorstep>
    )
  }

  const demo = facts.data?.demo === true
  return (
    <Doorstep
      company={facts.data?.companyName}
      title={demo && !withPassword ? <Trans>Look around as…</Trans> : <Trans>Sign in</Trans>}
    >
      {facts.isPending && <LinesSkeleton lines={5} />}
      {facts.isError && <Failed error={facts.error} onRetry={() => void facts.refetch()} />}
      {facts.data?.needsFirstAdministrator && (
        <p className={style.note}>
          <Trans>Nobody can sign in yet. Open the one-time link that was printed in the terminal at the start.</Trans>
        </p>
      )}
      {facts.data && demo && !withPassword && (
        <DemoPeople people={facts.data.people} onDone={enter} onPassword={() => setWithPassword(true)} />
      )}
      {facts.data && (!demo || withPassword) && (
        <>
          <PasswordForm onDone={enter} onCode={() => setWantsCode(true)} />
          {facts.data.singleSignOn && (
            <div className={style.own}>
              <Button fullWidth variant="default" onClick={() => void signInAtCompany(safePath(from))}>
                {facts.data.singleSignOn}
              </Button>
            </div>
          )}
        </>
      )}
      {facts.data && (
        <p className={style.own}>
          <a className="link" href="/portal/">
            <Trans>For the people of our customers: the portal</Trans>
          </a>
        </p>
      )}
    </Doorstep>
  )
}
