import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../web/api.ts'
import { sayDone, sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { useFormat } from '../../web/use-format.ts'

export type QueueSignal = Awaited<ReturnType<typeof client.today.queue>>['items'][number]

export type GivenAnswer =
  | { answer: 'done' }
  | { answer: 'snoozed'; until: string }
  | { answer: 'not useful'; note: string }
  | { answer: 'delegated'; person: { id: string; name: string }; note?: string }

/** Answers signals at once on screen, with a way back; what fails stands in the queue again. */
export function useAnswers() {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  // With the answer that each had: once the server's new one is there, the row speaks for itself.
  const [hidden, setHidden] = useState<ReadonlyMap<number, number | null>>(new Map())
  const show = (id: number) => setHidden(old => new Map([...old].filter(([each]) => each !== id)))
  const freshen = () => queries.invalidateQueries({ queryKey: api.today.key() })

  const takeBack = (signal: QueueSignal, answerId: number) =>
    void client.today
      .takeBack({ id: answerId })
      .then(() => {
        show(signal.id)
        sayDone(t`It stands in the queue again.`)
      }, sayFailed)
      .finally(freshen)

  const words = (given: GivenAnswer): string => {
    switch (given.answer) {
      case 'done':
        return t`Done.`
      case 'snoozed':
        return t`Comes back on ${format.day(given.until)}.`
      case 'not useful':
        return t`Noted as not useful.`
      case 'delegated':
        return t`Given to ${given.person.name}.`
    }
  }

  const mutation = useMutation({
    mutationFn: ({ signal: { id }, given }: { signal: QueueSignal; given: GivenAnswer }) => {
      if (given.answer === 'delegated')
        return client.today.delegate({ id, personId: given.person.id, ...(given.note && { note: given.note }) })
      return client.today.answer({ id, ...given })
    },
    onMutate: ({ signal }) => setHidden(old => new Map([...old, [signal.id, signal.answer?.id ?? null]])),
    onError: (error, { signal }) => {
      show(signal.id)
      sayFailed(error)
    },
    onSuccess: ({ answerId }, { signal, given }) => sayUndoable(words(given), () => takeBack(signal, answerId)),
    onSettled: freshen,
  })

  return {
    /** Whether it has just been answered here. */
    isHidden: (signal: QueueSignal) => hidden.get(signal.id) === (signal.answer?.id ?? null),
    answer: (signal: QueueSignal, given: GivenAnswer) => mutation.mutate({ signal, given }),
    takeBack,
  }
}
