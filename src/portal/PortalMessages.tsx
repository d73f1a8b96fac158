import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../web/api.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { useFormat } from '../web/use-format.ts'
import style from './portal-people.module.css'

/** What the account's people and the department write to each other at the portal. */
export function PortalMessages({ accountId, mayWrite }: { accountId: number; mayWrite: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries({ queryKey: api.portalPeople.key() })
  const messages = useInfiniteQuery(
    api.portalPeople.messages.infiniteOptions({
      input: (before: string | undefined) => ({ accountId, before }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )
  const [text, setText] = useState('')
  const write = useMutation(
    api.portalPeople.writeMessage.mutationOptions({
      onSuccess: () => {
        setText('')
        refresh()
      },
    }),
  )
  const markRead = useMutation(api.portalPeople.markRead.mutationOptions({ onSuccess: refresh }))
  const all = messages.data?.pages.flatMap(page => page.items) ?? []
  const unread = all.some(message => message.side === 'account' && message.readAt === null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    write.mutate({ accountId, text })
  }
  return (
    <Section
      title={t`Messages`}
      note={t`Between the account’s people at the portal and the department`}
      actions={
        mayWrite &&
        unread && (
          <Button
            size="xs"
            variant="default"
            loading={markRead.isPending}
            onClick={() => markRead.mutate({ accountId })}
          >
            <Trans>Mark as read</Trans>
          </Button>
        )
      }
    >
      {mayWrite && (
        <form className={style.write} onSubmit={submit}>
          <Textarea
            label={t`Message to the account`}
            autosize
            minRows={2}
            maxLength={4000}
            value={text}
            onChange={event => setText(event.target.value)}
          />
          {write.isError && <Failed error={write.error} inline />}
          <Button type="submit" size="xs" mt={8} loading={write.isPending} disabled={text.trim() === ''}>
            <Trans>Send</Trans>
          </Button>
        </form>
      )}
      {messages.isError && <Failed error={messages.error} inline />}
      {messages.isSuccess && all.length === 0 && (
        <EmptyState icon={<IconMessage size={24} stroke={1.5} />} title={t`Nobody has written yet.`}>
          <Trans>What the account’s people write at the portal comes here and into the queue of the day.</Trans>
        </EmptyState>
      )}
      {all.map(message => (
        <div key={message.id} className={`${style.message} ${message.side === 'account' ? style.theirs : ''}`}>
          <div className={style.quiet}>
            {message.author} · {format.instant(message.sentAt)}
            {message.order && <> · {message.order.number}</>}
            {message.side === 'department' && message.readAt && <> · {t`seen`}</>}
            {message.side === 'account' && message.readAt === null && <> · {t`not read yet`}</>}
          </div>
          {message.text}
        </div>
      ))}
      {messages.hasNextPage && (
        <Button
          variant="subtle"
          color="gray"
          mt={8}
          loading={messages.isFetchingNextPage}
          onClick={() => void messages.fetchNextPage()}
        >
          <Trans>Older messages</Trans>
        </Button>
      )}
    </Section>
  )
}
