import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { tierName } from '../tier.ts'
import style from './standing.module.css'
import { type Standing, useStandingChanged } from './use-standing.web.ts'

/** The invitation or override in force: who, why, until when, and the way to end it. */
export function FixedTier({ standing }: { standing: Standing }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const changed = useStandingChanged()
  const done = { onSuccess: changed, onError: sayFailed }
  const endInvitation = useMutation(api.identify.standing.endInvitation.mutationOptions(done))
  const endOverride = useMutation(api.identify.standing.endOverride.mutationOptions(done))
  const { invitation, override } = standing
  const id = standing.account.id
  return (
    <>
      {invitation && (
        <div className={style.fixed}>
          <span>
            <Trans>
              Special by invitation of {invitation.inviter} until {format.day(invitation.until)}: {invitation.reason}
            </Trans>
          </span>
          {standing.mayDecide && (
            <Button
              variant="default"
              size="xs"
              loading={endInvitation.isPending}
              onClick={() => endInvitation.mutate({ id }, { onSuccess: () => sayDone(t`The invitation ended today.`) })}
            >
              <Trans>End the invitation today</Trans>
            </Button>
          )}
        </div>
      )}
      {override && (
        <div className={style.fixed}>
          <span>
            <Trans>
              Set to {tierName(override.tier, language)} by {override.author} until {format.day(override.until)}:{' '}
              {override.reason}
            </Trans>
          </span>
          {standing.mayDecide && (
            <Button
              variant="default"
              size="xs"
              loading={endOverride.isPending}
              onClick={() => endOverride.mutate({ id }, { onSuccess: () => sayDone(t`The override ended today.`) })}
            >
              <Trans>End the override today</Trans>
            </Button>
          )}
        </div>
      )}
    </>
  )
}
