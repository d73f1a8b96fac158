import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { problemFrom, problemOf, RequestFailed } from '../../web/failure.ts'
import { sayFailed } from '../../web/feedback/say.tsx'

export type TimelineItem = Awaited<ReturnType<typeof client.know.timeline.read>>['items'][number]
export type Note = NonNullable<TimelineItem['note']>
export type AttachedFile = Note['files'][number]

/** Sends a file's bytes; it stays for a day unless a note takes it. @throws RequestFailed */
export async function uploadFile(file: File): Promise<AttachedFile> {
  const response = await fetch(`/api/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
    credentials: 'same-origin',
  }).catch((error: unknown) => {
    throw new RequestFailed(problemOf(error))
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new RequestFailed(problemFrom(answer, response.status))
  return answer as AttachedFile
}

/** Every write to notes reads the timeline anew. */
export function useNoteWrites(onDone: () => void = () => undefined) {
  const queries = useQueryClient()
  const onSuccess = async () => {
    onDone()
    await queries.invalidateQueries({ queryKey: api.know.timeline.key() })
  }
  return {
    write: useMutation(api.know.timeline.writeNote.mutationOptions({ onSuccess })),
    edit: useMutation(api.know.timeline.editNote.mutationOptions({ onSuccess })),
    remove: useMutation(api.know.timeline.removeNote.mutationOptions({ onSuccess, onError: sayFailed })),
    restore: useMutation(api.know.timeline.restoreNote.mutationOptions({ onSuccess, onError: sayFailed })),
  }
}
