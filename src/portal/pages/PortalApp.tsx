import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { goTo, useAddress } from './address.web.ts'
import { read, saidOf } from './ask.web.ts'
import { Deliveries } from './Deliveries.tsx'
import { Frame } from './Frame.tsx'
import { Home } from './Home.tsx'
import { useLanguage, useShowLanguage } from './language.web.ts'
import { Me } from './Me.tsx'
import { Messages } from './Messages.tsx'
import { More } from './More.tsx'
import { OpenLink } from './OpenLink.tsx'
import { Order } from './Order.tsx'
import { Orders } from './Orders.tsx'
import { People } from './People.tsx'
import style from './portal.module.css'
import { Shares } from './Shares.tsx'
import { SignIn } from './SignIn.tsx'
import { StockEntry } from './StockEntry.tsx'
import { SessionContext } from './session.web.ts'
import { useRead } from './use-read.web.ts'
import { Failure, Waiting } from './Waiting.tsx'
import { Welcome } from './Welcome.tsx'

/** Before somebody is known there are three doors, behind them the pages. */
export function PortalApp() {
  const address = useAddress()
  if (address === 'sign-in') return <SignIn />
  if (address === 'open') return <OpenLink />
  if (address === 'welcome') return <Welcome />
  return <Inside address={address} />
}

function Inside({ address }: { address: string }) {
  const { t } = useLingui()
  const language = useLanguage()
  const show = useShowLanguage()
  const session = useRead('session', () => read('session', 'session'))
  const refused = session.error ? saidOf(session.error) : null
  const isOut = refused?.status === 401 || refused?.code === 'not_allowed'
  useEffect(() => {
    if (isOut) goTo('sign-in', { replace: true })
  }, [isOut])
  const wanted = session.answer?.person.language
  useEffect(() => {
    if (wanted && wanted !== language) void show(wanted)
  }, [wanted, language, show])
  useEffect(() => {
    if (session.answer) document.title = t`Portal of ${session.answer.company}`
  }, [session.answer, t])
  if (!session.answer)
    return (
      <main className={style.door}>
        {refused && !isOut ? <Failure error={session.error} again={session.again} /> : <Waiting />}
      </main>
    )
  return (
    <SessionContext value={{ ...session.answer, refresh: session.again }}>
      <Frame address={address}>
        <Page address={address} />
      </Frame>
    </SessionContext>
  )
}

function Page({ address }: { address: string }) {
  const { t } = useLingui()
  const [first, second] = address.split('/')
  if (first === '' || first === undefined) return <Home />
  if (first === 'orders') return second ? <Order id={second} /> : <Orders />
  if (first === 'stock') return <StockEntry />
  if (first === 'deliveries') return <Deliveries />
  if (first === 'shares') return <Shares />
  if (first === 'messages') return <Messages />
  if (first === 'people') return <People />
  if (first === 'me') return <Me />
  if (first === 'more') return <More />
  return <p className={style.empty}>{t`There is nothing at this address.`}</p>
}
