import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import style from './season.module.css'
import { type Board, useSeasonWrites } from './season.web.ts'

/** Closes a season with what came of it and what is learnt. */
export function CloseSeason({ board, opened, onClose }: { board: Board; opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const { close } = useSeasonWrites()
  const [lesson, setLesson] = useState('')
  const left = Object.values(board.standing.kinds).reduce((sum, kind) => sum + kind.left, 0)
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Close “${board.name}”`}>
      <div className={style.form}>
        <p className={style.quiet}>
          {left === 0
            ? t`Every task is settled.`
            : plural(left, {
                one: '# task is not settled and stays so.',
                other: '# tasks are not settled and stay so.',
              })}{' '}
          <Trans>The result is kept as it stands; the season can be opened again.</Trans>
        </p>
        <Textarea
          label={t`What we learn for next time`}
          autosize
          minRows={3}
          maxLength={2000}
          value={lesson}
          onChange={event => setLesson(event.target.value)}
        />
        {close.isError && <Failed error={close.error} inline />}
        <Button
          loading={close.isPending}
          onClick={() =>
            close.mutate(
              { publicId: board.publicId, version: board.version, lesson: lesson.trim() || null },
              {
                onSuccess: () => {
                  sayDone(t`Season closed`)
                  onClose()
                },
              },
            )
          }
        >
          <Trans>Close the season</Trans>
        </Button>
      </div>
    </DetailDrawer>
  )
}
