import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone, sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { type LineKind, lineKinds } from './line.ts'
import { lineKindName, lineStrengthName } from './map-words.ts'
import { type MapLine, type RelationshipMap, useMapChanged } from './relationships.web.ts'

type Props = {
  map: RelationshipMap
  /** null: a new one. */
  line: MapLine | null
  /** What a new one begins with. */
  from?: number
  to?: number
  onClose: () => void
}

/** A line to draw by keyboard as well as by mouse, to edit, to remove. */
export function LineForm({ map, line, from: fromGiven, to: toGiven, onClose }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const changed = useMapChanged()
  const [from, setFrom] = useState(line?.fromContactId ?? fromGiven ?? null)
  const [to, setTo] = useState(line?.toContactId ?? toGiven ?? null)
  const [kind, setKind] = useState<LineKind>(line?.kind ?? 'reports to')
  const [strength, setStrength] = useState(line?.strength ?? 2)
  const [note, setNote] = useState(line?.note ?? '')
  const done = () => {
    onClose()
    return changed()
  }
  const add = useMutation(
    api.know.map.lines.add.mutationOptions({
      onSuccess: () => {
        sayDone(t`The line is drawn.`)
        return done()
      },
    }),
  )
  const edit = useMutation(
    api.know.map.lines.edit.mutationOptions({
      onSuccess: () => {
        sayDone(t`The line is saved.`)
        return done()
      },
    }),
  )
  const { remove, pending } = useRemoveLine(onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = { strength: kind === 'influences' ? strength : null, note: note.trim() || null }
    if (line) edit.mutate({ id: line.id, version: line.version, ...said })
    else if (from !== null && to !== null) add.mutate({ fromContactId: from, toContactId: to, kind, ...said })
  }
  const failed = add.error ?? edit.error
  const people = map.people.map(person => ({ value: String(person.contactId), label: person.name }))
  const choose = (set: (id: number | null) => void) => (value: string | null) =>
    set(value === null ? null : Number(value))
  return (
    <form className={form.form} onSubmit={submit}>
      <Select
        openOnFocus={false}
        label={t({ message: 'Who', context: 'relationship' })}
        data={people}
        value={from === null ? null : String(from)}
        onChange={choose(setFrom)}
        searchable
        required
        disabled={line !== null}
        data-autofocus={line === null || undefined}
      />
      <div>
        <SegmentedControl
          fullWidth
          aria-label={t`Kind of line`}
          value={kind}
          onChange={value => setKind(value as LineKind)}
          disabled={line !== null}
          data={lineKinds.map(each => ({ value: each, label: lineKindName(each, language) }))}
        />
      </div>
      <Select
        openOnFocus={false}
        label={t`Whom`}
        data={people.filter(person => person.value !== String(from))}
        value={to === null ? null : String(to)}
        onChange={choose(setTo)}
        searchable
        required
        disabled={line !== null}
      />
      {kind === 'influences' && (
        <Select
          openOnFocus={false}
          label={t`How strongly`}
          data={[1, 2, 3].map(each => ({ value: String(each), label: lineStrengthName(each, language) }))}
          value={String(strength)}
          onChange={value => setStrength(Number(value ?? strength))}
          allowDeselect={false}
        />
      )}
      <Textarea
        label={t`Note`}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
      {failed && <Failed error={failed} inline />}
      <div className={form.end}>
        {line && (
          <Button variant="subtle" color="red" loading={pending} onClick={() => remove(line.id)}>
            <Trans>Remove the line</Trans>
          </Button>
        )}
        <span className={form.space} />
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={add.isPending || edit.isPending} disabled={from === null || to === null}>
          {line ? <Trans>Save the line</Trans> : <Trans>Draw the line</Trans>}
        </Button>
      </div>
    </form>
  )
}

/** Removes a line; for ten seconds it can be drawn again as it was. */
function useRemoveLine(onDone: () => void) {
  const { t } = useLingui()
  const changed = useMapChanged()
  const again = useMutation(api.know.map.lines.add.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const remove = useMutation(
    api.know.map.lines.remove.mutationOptions({
      onError: sayFailed,
      onSuccess: ({ fromContactId, toContactId, kind, strength, note }) => {
        sayUndoable(t`The line is removed.`, () => again.mutate({ fromContactId, toContactId, kind, strength, note }))
        onDone()
        return changed()
      },
    }),
  )
  return { remove: (id: number) => remove.mutate({ id }), pending: remove.isPending }
}
