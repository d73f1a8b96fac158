import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { policyDifferences } from '../policy-difference-words.ts'
import type { PolicyDraft } from '../policy-draft.ts'
import style from './SavePolicy.module.css'
import type { PolicyVersion } from './use-policy-draft.web.ts'

type Props = {
  draft: PolicyDraft
  inForce: PolicyVersion
  disabled: boolean
}

/** Puts the draft in force as a new version, with what changed in words and a note why. */
export function SavePolicy({ draft, inForce, disabled }: Props) {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button disabled={disabled} onClick={() => setAsked(true)}>
        <Trans>Save as a new version</Trans>
      </Button>
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={t`Save as a new version`}
        size={560}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        {asked && <SaveForm draft={draft} inForce={inForce} onClose={() => setAsked(false)} />}
      </Modal>
    </>
  )
}

function SaveForm({ draft, inForce, onClose }: Omit<Props, 'disabled'> & { onClose: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  const [name, setName] = useState(draft.name)
  const [note, setNote] = useState('')
  const differences = policyDifferences(inForce.policy, draft.policy, language)
  const save = useMutation(
    api.identify.policy.change.mutationOptions({
      onSuccess: async version => {
        onClose()
        sayDone(t`Version ${version.version} is in force. Tiers move with the next review.`)
        queries.setQueryData(api.identify.policy.inForce.queryKey(), version)
        await queries.invalidateQueries({ queryKey: api.identify.key() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({
      basedOn: draft.basedOn,
      name: name.trim(),
      note: note.trim() === '' ? null : note.trim(),
      policy: draft.policy,
    })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <ul className={style.differences}>
        {differences.map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className={style.words}>
        <Trans>Nobody’s tier changes now. The next review computes by this version; earlier reviews keep theirs.</Trans>
      </p>
      <TextInput
        label={t`Name`}
        required
        maxLength={200}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <Textarea
        label={t`Note`}
        description={t`Why it changes; stands in the list of versions`}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      {save.isError && <Failed error={save.error} inline />}
      <div className={style.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Go on editing</Trans>
        </Button>
        <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
          <Trans>Put version {inForce.version + 1} in force</Trans>
        </Button>
      </div>
    </form>
  )
}
