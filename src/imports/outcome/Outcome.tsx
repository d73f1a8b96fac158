import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useFormat } from '../../web/use-format.ts'
import { useShapeWords } from '../check/shape-words.web.ts'
import type { Import } from '../ImportState.tsx'
import { useKindWords } from '../kind-words.web.ts'
import { Bookings } from './Bookings.tsx'
import { useBookings } from './bookings.web.ts'
import style from './outcome.module.css'
import { SetAside } from './SetAside.tsx'

/** What became of the rows, how the file was read, and what was set aside. */
export function Outcome({ import: shown }: { import: Import }) {
  const { t } = useLingui()
  const format = useFormat()
  const { bookings, busy } = useBookings(shown)
  const undone = shown.state === 'undone'
  const perSecond = shown.seconds && shown.rows >= 1000 ? Math.round(shown.rows / shown.seconds) : null
  const nothingNew =
    !undone && shown.rows > 0 && shown.unchanged > 0 && shown.added + shown.replaced + shown.setAside === 0
  return (
    <>
      {undone && shown.undoneAt && (
        <p className={style.undone}>
          <Trans>
            Undone on {format.instant(shown.undoneAt)}. The figures below say what it had brought; nothing of it is in
            the ledger.
          </Trans>
        </p>
      )}
      {nothingNew && (
        <p className={style.said}>
          <Trans>Every row was there already, word for word. Nothing changed.</Trans>
        </p>
      )}
      <Tiles>
        <Count
          label={t`Rows`}
          value={shown.rows}
          note={perSecond === null ? undefined : t`${format.number(perSecond, 0)} per second`}
        />
        <Count label={t`Added`} value={shown.added} note={shareOf(shown.added)} />
        <Count
          label={t`Replaced`}
          value={shown.replaced}
          note={shown.replaced > 0 ? t`the old version is kept in history` : undefined}
        />
        <Count
          label={t`Unchanged`}
          value={shown.unchanged}
          note={shown.unchanged > 0 ? t`were there already` : undefined}
        />
        {shown.kind === 'invoices' && (
          <Count
            label={t`Flagged`}
            value={shown.flagged}
            note={shown.flagged > 0 ? t`imported as given` : undefined}
            hint={t`Lines whose amounts contradict each other: net against quantity, price and discount, or cost against margin. They are kept as the file gives them.`}
          />
        )}
        <Count label={t`Set aside`} value={shown.setAside} note={shareOf(shown.setAside)} />
      </Tiles>
      <Bookings bookings={bookings} />
      {shown.setAside > 0 && <SetAside import={shown} booking={busy} />}
      {shown.shape && (shown.kind !== 'interchange' || shown.parentId !== null) && <ReadAs import={shown} />}
    </>
  )

  function shareOf(value: number): string | undefined {
    return shown.rows > 0 && value > 0 ? t`${format.share(value / shown.rows)} of the rows` : undefined
  }
}

function Count({ label, value, note, hint }: { label: string; value: number; note?: string; hint?: string }) {
  const format = useFormat()
  return (
    <FigureTile label={label} note={note} hint={hint}>
      <span className="figures" data-hint={value >= 1_000_000 ? format.number(value, 0) : undefined}>
        {format.count(value)}
      </span>
    </FigureTile>
  )
}

/** The shape the file was read by: the sentence, then field by field. */
function ReadAs({ import: shown }: { import: Import }) {
  const { t } = useLingui()
  const words = useShapeWords()
  const kinds = useKindWords()
  const shape = shown.shape!
  const isTable = shape.format !== 'interchange'
  return (
    <Section title={t`How it was read`} note={isTable ? words.sentence(shape) : undefined}>
      {isTable && (
        <dl className={style.columns}>
          {Object.entries(shape.columns)
            .toSorted(([, one], [, other]) => one - other)
            .map(([field, at]) => (
              <div key={field} className={style.column}>
                <dt>{kinds.field(shape.kind, field)}</dt>
                <dd>{shape.headers[at] || t`Column ${at + 1}`}</dd>
              </div>
            ))}
        </dl>
      )}
      {shown.parentId !== null && (
        <p className={style.quiet}>
          <Trans>
            Booked from rows that{' '}
            <Link to="/imports/$id" params={{ id: String(shown.parentId) }} className="link">
              import {shown.parentId}
            </Link>{' '}
            had set aside; it is undone with that import.
          </Trans>
        </p>
      )}
    </Section>
  )
}
