import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import form from '../../accounts/form.module.css'
import { api, type client } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { FileDrop } from '../../web/input/FileDrop.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import style from './people.module.css'
import { usePeopleChanged } from './people.web.ts'
import { readTextFile } from './read-text-file.web.ts'
import { useCardWords } from './use-card-words.web.ts'

type Preview = Awaited<ReturnType<typeof client.know.people.previewFile>>['items'][number]
type Chosen = { format: 'vcard' | 'csv'; text: string }

/** A vCard or CSV file: what it would bring is shown first, and each person can be left out. */
export function ImportPeople({ accountId, onClose }: { accountId: number; onClose: () => void }) {
  const { t } = useLingui()
  const changed = usePeopleChanged()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [leaveOut, setLeaveOut] = useState<ReadonlySet<number>>(new Set())
  const preview = useMutation(api.know.people.previewFile.mutationOptions())
  const take = useMutation(
    api.know.people.importFile.mutationOptions({
      onSuccess: async ({ added, changed: edited }) => {
        sayDone(t`${added} added, ${edited} changed.`)
        onClose()
        await changed()
      },
    }),
  )
  const open = async ([file]: File[]) => {
    if (!file) return
    const text = await readTextFile(file)
    const format = /^\s*BEGIN:VCARD/i.test(text) ? 'vcard' : 'csv'
    setChosen({ format, text })
    setLeaveOut(new Set())
    preview.mutate({ accountId, format, text })
  }
  const items = preview.data?.items ?? []
  const taken = items.filter(item => item.verdict !== 'set aside' && !leaveOut.has(item.at)).length
  const toggle = (at: number) => {
    const next = new Set(leaveOut)
    if (!next.delete(at)) next.add(at)
    setLeaveOut(next)
  }
  return (
    <div className={form.form}>
      <FileDrop
        title={<Trans>Drop a file with people here</Trans>}
        note={<Trans>vCard of any version (.vcf), or CSV with a column “Name” or “姓名”</Trans>}
        accept=".vcf,.csv,.txt"
        onFiles={files => void open(files)}
      />
      {preview.isError && <Failed error={preview.error} inline />}
      {items.length > 0 && (
        <ul className={style.preview} aria-label={t`What the file would bring`}>
          {items.map(item => (
            <CardItem key={item.at} item={item} isTaken={!leaveOut.has(item.at)} onToggle={() => toggle(item.at)} />
          ))}
        </ul>
      )}
      {take.isError && <Failed error={take.error} inline />}
      <div className={form.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        {chosen && items.length > 0 && (
          <Button
            loading={take.isPending}
            disabled={taken === 0}
            onClick={() => take.mutate({ accountId, ...chosen, leaveOut: [...leaveOut] })}
          >
            <Plural value={taken} one="Take # person" other="Take # people" />
          </Button>
        )}
      </div>
    </div>
  )
}

function CardItem({ item, isTaken, onToggle }: { item: Preview; isTaken: boolean; onToggle: () => void }) {
  const { verdict, detail } = useCardWords()
  const isAside = item.verdict === 'set aside'
  const name = item.name === '' ? '–' : item.name
  return (
    <li>
      <Checkbox size="xs" aria-label={name} checked={isTaken && !isAside} disabled={isAside} onChange={onToggle} />
      <span className={isAside ? style.quiet : undefined}>
        {name}
        <small>{detail(item)}</small>
      </span>
      <span className={style.quiet}>{verdict(item)}</span>
    </li>
  )
}
