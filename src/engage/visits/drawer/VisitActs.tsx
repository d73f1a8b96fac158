import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, client } from '../../../web/api.ts'
import { sayDone, sayFailed, sayUndoable } from '../../../web/feedback/say.tsx'
import { useVisitsChanged } from '../changed-visits.web.ts'
import type { ShownVisit } from '../VisitDrawer.tsx'
import style from '../visits.module.css'
import { ReasonForm } from './ReasonForm.tsx'

type Act = 'move' | 'cancel' | 'miss'
type Props = { visit: ShownVisit; dropped?: { day: string; time: string }; onClose: () => void }

/** What can be done about a visit; each with its reason, each can be taken back. */
export function VisitActs({ visit, dropped, onClose }: Props) {
  const { t } = useLingui()
  const [act, setAct] = useState<Act | null>(dropped && visit.state === 'planned' && visit.mayEdit ? 'move' : null)
  const changed = useVisitsChanged()
  const takeBack = (version: number) =>
    void client.engage.visits.takeBack({ id: visit.id, version }).then(changed, sayFailed)
  const done = (words: string, { version }: { version: number }) => {
    sayUndoable(words, () => takeBack(version))
    onClose()
    return changed()
  }
  const invite = useMutation(
    api.engage.visits.invite.mutationOptions({
      onError: sayFailed,
      onSuccess: ({ invited, withoutMail }) => {
        const names = withoutMail.join(', ')
        sayDone(names ? t`Invitations: ${invited}. No mail address: ${names}.` : t`Invitations: ${invited}.`)
        return changed()
      },
    }),
  )
  const brief: string = `/visits/${visit.id}/brief`
  const report: string = `/visits/${visit.id}/report`
  const isOpen = visit.state === 'planned'
  const isPast = visit.keeping !== 'ahead'
  if (act !== null && isOpen)
    return <ReasonForm act={act} visit={visit} dropped={dropped} onDone={done} onBack={() => setAct(null)} />
  return (
    <div className={style.acts}>
      <div className={style.mainActs}>
        <Button variant={isPast ? 'default' : 'filled'} renderRoot={props => <Link to={brief} {...props} />}>
          <Trans>Brief</Trans>
        </Button>
        {visit.state !== 'cancelled' && (
          <Button variant={isPast ? 'filled' : 'default'} renderRoot={props => <Link to={report} {...props} />}>
            {isOpen && isPast ? <Trans>Write the report</Trans> : <Trans>Report</Trans>}
          </Button>
        )}
      </div>
      {visit.mayEdit && isOpen && (
        <div className={style.mainActs}>
          <Button variant="default" onClick={() => setAct('move')}>
            <Trans>Move the visit</Trans>
          </Button>
          <Button variant="default" onClick={() => setAct('cancel')}>
            <Trans>Call it off</Trans>
          </Button>
          {isPast && (
            <Button variant="default" onClick={() => setAct('miss')}>
              <Trans>It did not happen</Trans>
            </Button>
          )}
          {!isPast && visit.contacts.length > 0 && (
            <Button
              variant="default"
              loading={invite.isPending}
              onClick={() => invite.mutate({ id: visit.id, version: visit.version })}
            >
              {visit.invited.length > 0 ? <Trans>Invite again by mail</Trans> : <Trans>Invite by mail</Trans>}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
