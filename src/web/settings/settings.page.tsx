import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api.ts'
import { MailChoices } from '../mail/MailChoices.tsx'
import { Failed } from '../page/Failed.tsx'
import { PageHeader } from '../page/PageHeader.tsx'
import { Section } from '../page/Section.tsx'
import { LinesSkeleton } from '../page/Skeletons.tsx'
import { useMay } from '../session.ts'
import { CompanyFacts } from './CompanyFacts.tsx'
import { CompanyForm } from './CompanyForm.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import style from './settings.module.css'
import { YourForm } from './YourForm.tsx'

/** The company's settings (administrators change them, everybody reads them) and one's own. */
export function SettingsPage() {
  const { t } = useLingui()
  const settings = useQuery(api.settings.read.queryOptions())
  const mayChange = useMay('administrator')
  const mayKeep = useMay('administrator', 'head')
  return (
    <>
      <PageHeader
        title={t`Settings`}
        context={[
          mayChange ? t`Changes apply to everybody at once` : t`Only administrators change the company's settings`,
        ]}
      />
      <div className={style.columns}>
        <Section title={<Trans>Company</Trans>} framed>
          {settings.isPending && <LinesSkeleton lines={6} />}
          {settings.isError && <Failed error={settings.error} onRetry={() => void settings.refetch()} />}
          {settings.data &&
            (mayChange ? <CompanyForm settings={settings.data} /> : <CompanyFacts settings={settings.data} />)}
          {mayKeep && (
            <p className={style.more}>
              <Link className="link" to="/privacy">
                <Trans>How long people of accounts are kept</Trans>
              </Link>
            </p>
          )}
          {mayChange && (
            <p className={style.more}>
              <Link className="link" to="/webhooks">
                <Trans>Webhooks: tell the ERP what happens</Trans>
              </Link>
            </p>
          )}
        </Section>
        <div id="you">
          <Section title={<Trans>You</Trans>} framed>
            <YourForm />
          </Section>
          <Section title={<Trans>Mails to you</Trans>} framed>
            <MailChoices />
          </Section>
          <Section
            title={<Trans>Second factor</Trans>}
            note={<Trans>Six digits from an app, besides the password</Trans>}
            framed
          >
            <SecondFactor />
          </Section>
        </div>
      </div>
    </>
  )
}
