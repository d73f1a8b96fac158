import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { ConfirmDialog } from '../../web/feedback/ConfirmDialog.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useMay } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './DecideReview.module.css'
import type { Review } from './ReviewState.tsx'

/** Confirm or discard an open review; nothing to decide on a confirmed one. */
export function DecideReview({ review }: { review: Review }) {
  const mayDecide = useMay('administrator', 'head')
  if (review.state === 'confirmed' || !mayDecide) return null
  return (
    <>
      {review.state === 'draft' && <Discard review={review} />}
      <Confirm review={review} />
    </>
  )
}

function Confirm({ review }: { review: Review }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [note, setNote] = useState('')
  const day = format.day(review.asOf)
  const confirm = useMutation(
    api.identify.reviews.confirm.mutationOptions({
      onSuccess: async confirmed => {
        queries.setQueryData(api.identify.reviews.get.queryKey({ input: { id: review.id } }), confirmed)
        setAsked(false)
        sayDone(t`The review of ${day} is in force.`)
        await Promise.all([
          queries.invalidateQueries({ queryKey: api.identify.key() }),
          queries.invalidateQueries({ queryKey: api.accountsList.key() }),
        ])
      },
    }),
  )
  const count = (kind: 'up' | 'down') => countMoves(review, kind)
  return (
    <>
      <Button onClick={() => setAsked(true)} disabled={review.stale}>
        <Trans>Confirm review of {day}</Trans>
      </Button>
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={t`Confirm review of ${day}`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <ul className={style.effects}>
          <li>{plural(count('up'), { one: '# account moves up', other: '# accounts move up' })}</li>
          <li>{plural(count('down'), { one: '# account moves down', other: '# accounts move down' })}</li>
          <li>
            <Trans>The tiers are in force from now on and stand in every list and on every account’s page.</Trans>
          </li>
          <li>
            <Trans>
              The review, its policy version and its figures are kept unchanged. The next review builds on it.
            </Trans>
          </li>
        </ul>
        <Textarea
          label={t`Note (optional)`}
          description={t`What was discussed, who agreed`}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
        {confirm.isError && (
          <div className={style.failed}>
            <Failed error={confirm.error} inline />
          </div>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsked(false)}>
            <Trans>Not yet</Trans>
          </Button>
          <Button
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ id: review.id, note: note.trim() === '' ? null : note.trim() })}
          >
            <Trans>Confirm review of {day}</Trans>
          </Button>
        </Group>
      </Modal>
    </>
  )
}

function Discard({ review }: { review: Review }) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const day = format.day(review.asOf)
  const discard = useMutation(
    api.identify.reviews.discard.mutationOptions({
      onSuccess: async () => {
        setAsked(false)
        await navigate({ to: '/reviews' })
        queries.removeQueries({ queryKey: api.identify.reviews.get.key({ input: { id: review.id } }) })
        await queries.invalidateQueries({ queryKey: api.identify.reviews.list.key() })
        sayDone(t`The open review of ${day} was discarded. No tier changed.`)
      },
    }),
  )
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        <Trans>Discard</Trans>
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t`Discard the open review of ${day}`}
        losses={[t`The computed points and moves of ${format.count(review.accounts)} accounts`]}
        action={t`Discard the review`}
        onConfirm={() => discard.mutate({ id: review.id })}
        pending={discard.isPending}
        error={discard.isError ? discard.error : undefined}
      >
        <Trans>The tiers in force stay as they are. The same review can be opened again at any time.</Trans>
      </ConfirmDialog>
    </>
  )
}

const ladder = ['regular', 'silver', 'gold', 'platinum']

/** Accounts that go up or down the ladder; Special stands beside it. */
function countMoves(review: Review, kind: 'up' | 'down'): number {
  return review.flows
    .filter(flow => {
      const step = ladder.indexOf(flow.to) - ladder.indexOf(flow.from)
      const onLadder = flow.from !== 'special' && flow.to !== 'special'
      return onLadder && (kind === 'up' ? step > 0 : step < 0)
    })
    .reduce((sum, flow) => sum + flow.accounts, 0)
}
