import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Combobox, Textarea, useCombobox } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { usePeople } from '../../accounts/people.web.ts'
import { sayFailed } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useFormat } from '../../web/use-format.ts'
import { mentionAt, withMention } from './mention-at.ts'
import { longestNote, mostFilesOfNote } from './note.ts'
import { type AttachedFile, uploadFile } from './notes.web.ts'
import style from './timeline.module.css'

type Words = { text: string; fileIds: string[] }

type Props = {
  initial?: { text: string; files: AttachedFile[] }
  label: string
  /** What its button says. */
  send: string
  pending: boolean
  error: unknown
  onSend: (words: Words) => void
  onCancel?: () => void
}

/** Markdown, people of ours with @, files by the clip or by dropping them on the text. */
export function NoteEditor({ initial, label, send, pending, error, onSend, onCancel }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [text, setText] = useState(initial?.text ?? '')
  const [files, setFiles] = useState<AttachedFile[]>(initial?.files ?? [])
  const field = useRef<HTMLTextAreaElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const upload = useMutation({
    mutationFn: (chosen: File[]) => Promise.all(chosen.map(uploadFile)),
    onSuccess: done => setFiles(before => [...before, ...done].slice(0, mostFilesOfNote)),
    onError: sayFailed,
  })
  const mention = useMention(text, setText, field)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onSend({ text: text.trim(), fileIds: files.map(file => file.id) })
  }
  return (
    <form className={style.editor} onSubmit={submit}>
      <Combobox store={mention.store} onOptionSubmit={mention.choose} position="bottom-start" width={280}>
        <Combobox.Target>
          <Textarea
            ref={field}
            aria-label={label}
            placeholder={t`Write a note. @ names a colleague, Markdown works.`}
            autosize
            minRows={2}
            maxRows={16}
            maxLength={longestNote}
            value={text}
            onChange={event => {
              setText(event.target.value)
              mention.follow(event.target.value, event.target.selectionStart)
            }}
            onBlur={() => mention.store.closeDropdown()}
            onKeyDown={event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
            }}
            onDrop={event => {
              if (event.dataTransfer.files.length === 0) return
              event.preventDefault()
              upload.mutate([...event.dataTransfer.files])
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options>
            {mention.people.map(person => (
              <Combobox.Option key={person.id} value={person.id}>
                {person.name} <span className={style.quiet}>{person.title}</span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {files.length > 0 && (
        <ul className={style.files}>
          {files.map(file => (
            <li key={file.id} className={style.file}>
              {file.name} <span className={style.quiet}>{format.bytes(file.size)}</span>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t`Leave out ${file.name}`}
                onClick={() => setFiles(before => before.filter(each => each.id !== file.id))}
              >
                <IconX size={14} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {error !== null && <Failed error={error} inline />}
      <div className={style.editorFoot}>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={event => {
            upload.mutate([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconPaperclip size={14} stroke={1.8} aria-hidden="true" />}
          loading={upload.isPending}
          disabled={files.length >= mostFilesOfNote}
          onClick={() => chooser.current?.click()}
        >
          <Trans>Attach files</Trans>
        </Button>
        <span className={style.spring} />
        {onCancel && (
          <Button variant="default" size="xs" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        )}
        <Button type="submit" size="xs" loading={pending} disabled={text.trim() === '' || upload.isPending}>
          {send}
        </Button>
      </div>
    </form>
  )
}

/** Colleagues to choose from while an @ is being typed. */
function useMention(text: string, setText: (text: string) => void, field: React.RefObject<HTMLTextAreaElement | null>) {
  const store = useCombobox()
  const { everybody } = usePeople()
  const [at, setAt] = useState<ReturnType<typeof mentionAt>>(null)
  const typed = at?.typed.toLowerCase() ?? ''
  const people = at ? everybody.filter(person => person.name.toLowerCase().includes(typed)).slice(0, 8) : []
  return {
    store,
    people,
    follow: (now: string, caret: number) => {
      const found = mentionAt(now, caret)
      setAt(found)
      if (found) {
        store.openDropdown()
        store.selectFirstOption()
      } else store.closeDropdown()
    },
    choose: (id: string) => {
      const person = everybody.find(each => each.id === id)
      if (!at || !person) return
      const next = withMention(text, at, person)
      setText(next.text)
      setAt(null)
      store.closeDropdown()
      // After React has written the text.
      requestAnimationFrame(() => {
        field.current?.focus()
        field.current?.setSelectionRange(next.caret, next.caret)
      })
    },
  }
}
