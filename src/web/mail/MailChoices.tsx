import { useLingui } from '@lingui/react/macro'
import { Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ChosenKind } from '../../platform/mail/mail.ts'
import { mailKindName } from '../../platform/mail/mail-words.ts'
import { api } from '../api.ts'
import { sayFailed } from '../feedback/say.tsx'
import { Failed } from '../page/Failed.tsx'
import { LinesSkeleton } from '../page/Skeletons.tsx'
import { useLanguage } from '../use-format.ts'
import style from './mail.module.css'

/** Which mails one wants; each is switched at once. */
export function MailChoices() {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  const choices = useQuery(api.mail.choices.queryOptions())
  const { queryKey } = api.mail.choices.queryOptions()
  const choose = useMutation(
    api.mail.choose.mutationOptions({
      onSuccess: answer => queries.setQueryData(queryKey, answer),
      onError: sayFailed,
    }),
  )
  const what: Record<ChosenKind, string> = {
    digest: t`Each working day at seven: what is due and what is at stake`,
    reminder: t`Before a visit, with its place and its brief`,
    invitation: t`Visits as invitations for your own calendar`,
  }
  if (choices.isPending) return <LinesSkeleton lines={3} />
  if (choices.isError) return <Failed error={choices.error} onRetry={() => void choices.refetch()} />
  return (
    <div className={style.choices}>
      {choices.data.items.map(({ kind, wanted }) => (
        <Switch
          key={kind}
          checked={choose.isPending && choose.variables.kind === kind ? choose.variables.wanted : wanted}
          onChange={event => choose.mutate({ kind, wanted: event.target.checked })}
          label={mailKindName(kind, language)}
          description={what[kind]}
        />
      ))}
    </div>
  )
}
