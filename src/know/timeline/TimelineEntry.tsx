import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPaperclip, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sayUndoable } from '../../web/feedback/say.tsx'
import { useFormat } from '../../web/use-format.ts'
import { NoteBody } from './NoteBody.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { type Note, type TimelineItem, useNoteWrites } from './notes.web.ts'
import style from './timeline.module.css'

/** One thing that happened: its kind and hour on the left, what it was on the right. */
export function TimelineEntry({ item }: { item: TimelineItem }) {
  const format = useFormat()
  return (
    <li className={style.entry}>
      <div className={style.kind}>
        <span>{item.title}</span>
        {!item.wholeDay && <time dateTime={item.at}>{format.time(item.at)}</time>}
      </div>
      <div className={style.what}>
        {item.note ? (
          <NoteEntry note={item.note} />
        ) : (
          <>
            {item.path ? (
              <Link to={item.path} className="link">
                {item.sentence}
              </Link>
            ) : (
              item.sentence
            )}
            {item.actor && <span className={style.quiet}> · {item.actor}</span>}
          </>
        )}
      </div>
    </li>
  )
}

function NoteEntry({ note }: { note: Note }) {
  const { t } = useLingui()
  const [editing, setEditing] = useState(false)
  const { edit, remove, restore } = useNoteWrites(() => setEditing(false))
  if (editing) {
    return (
      <NoteEditor
        initial={note}
        label={t`Change the note`}
        send={t`Save the note`}
        pending={edit.isPending}
        error={edit.error}
        onSend={words => edit.mutate({ id: note.id, version: note.version, ...words })}
        onCancel={() => setEditing(false)}
      />
    )
  }
  return (
    <article>
      <div className={style.noteHead}>
        <span>
          {note.authorName}
          {note.editedAt && (
            <span className={style.quiet}>
              {' '}
              · <Trans>changed</Trans>
            </span>
          )}
        </span>
        {note.mayChange && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t`What to do with this note`}>
                <IconDots size={16} aria-hidden="true" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
                <Trans>Change the note</Trans>
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={16} />}
                onClick={() =>
                  remove.mutate(
                    { id: note.id },
                    { onSuccess: () => sayUndoable(t`Note removed`, () => restore.mutate({ id: note.id })) },
                  )
                }
              >
                <Trans>Remove the note</Trans>
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <NoteBody text={note.text} />
      <NoteFiles note={note} />
    </article>
  )
}

function NoteFiles({ note }: { note: Note }) {
  const format = useFormat()
  const pictures = note.files.filter(file => file.mediaType.startsWith('image/'))
  const others = note.files.filter(file => !file.mediaType.startsWith('image/'))
  return (
    <>
      {pictures.length > 0 && (
        <div className={style.pictures}>
          {pictures.map(file => (
            <a key={file.id} href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
              <img src={`/api/files/${file.id}`} alt={file.name} loading="lazy" className={style.picture} />
            </a>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <ul className={style.files}>
          {others.map(file => (
            <li key={file.id} className={style.file}>
              <IconPaperclip size={14} aria-hidden="true" />
              <a href={`/api/files/${file.id}`} className="link" download={file.name}>
                {file.name}
              </a>{' '}
              <span className={style.quiet}>{format.bytes(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
