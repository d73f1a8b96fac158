import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '../../web/feedback/ConfirmDialog.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { useFormat } from '../../web/use-format.ts'
import { type Run, useAllocationWrites, useMayShare } from './allocation.web.ts'

/** Prints, drops, releases or takes back; each act names what will happen before it does. */
export function ReleaseRun({ run }: { run: Run }) {
  const { t } = useLingui()
  const format = useFormat()
  const { release, undo, drop } = useAllocationWrites()
  const mayShare = useMayShare()
  const [asked, ask] = useState<'release' | 'undo' | 'drop' | null>(null)
  const at = { publicId: run.publicId, version: run.version }
  const done = (words: string) => ({
    onSuccess: () => {
      ask(null)
      sayDone(words)
    },
  })
  const acts = {
    release: {
      title: t`Release “${run.name}”`,
      action: t`Release it`,
      losses: [
        run.requestsFrom === 'orders'
          ? t`The lines of signed orders get these quantities; they are confirmed by them`
          : t`The requests were entered: no order changes`,
        plural(run.totals.accounts, {
          one: '# account reads its own share and the reason in the portal',
          other: '# accounts read their own share and the reason in the portal',
        }),
        plural(run.totals.cutAccounts, {
          one: '# account gets less than it asked for',
          other: '# accounts get less than they asked for',
        }),
        t`Contribution of ${format.amount(run.totals.contributionCut)} is given up by the cuts`,
      ],
      mutation: release,
      confirm: () => release.mutate(at, done(t`Released`)),
    },
    undo: {
      title: t`Take “${run.name}” back`,
      action: t`Take it back`,
      losses: [
        t`Order lines get back the share they had before, or none`,
        plural(run.totals.accounts, {
          one: '# account no longer sees its share',
          other: '# accounts no longer see their shares',
        }),
      ],
      mutation: undo,
      confirm: () => undo.mutate(at, done(t`Taken back`)),
    },
    drop: {
      title: t`Drop “${run.name}”`,
      action: t`Drop the draft`,
      losses: [t`The draft stays readable among those dropped, and cannot be released any more`],
      mutation: drop,
      confirm: () => drop.mutate(at, done(t`Dropped`)),
    },
  }
  const act = asked && acts[asked]
  return (
    <>
      {mayShare && run.state === 'draft' && (
        <>
          <Button variant="default" onClick={() => ask('drop')}>
            <Trans>Drop</Trans>
          </Button>
          <Button disabled={run.stale} onClick={() => ask('release')}>
            <Trans>Release</Trans>
          </Button>
        </>
      )}
      {mayShare && run.state === 'released' && (
        <Button variant="default" onClick={() => ask('undo')}>
          <Trans>Take back</Trans>
        </Button>
      )}
      {act && (
        <ConfirmDialog
          opened
          onClose={() => ask(null)}
          title={act.title}
          losses={act.losses}
          action={act.action}
          onConfirm={act.confirm}
          pending={act.mutation.isPending}
          error={act.mutation.error}
        >
          {asked === 'release' && <Trans>It can be taken back until the first of its orders is confirmed.</Trans>}
        </ConfirmDialog>
      )}
    </>
  )
}
