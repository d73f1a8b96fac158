import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../web/api.ts'
import { DetailDrawer } from '../../../web/feedback/DetailDrawer.tsx'
import { sayFailed } from '../../../web/feedback/say.tsx'
import { Failed } from '../../../web/page/Failed.tsx'
import { useFormat } from '../../../web/use-format.ts'
import style from '../risk.module.css'

/** The addresses that warnings are read from; nothing is read that an administrator did not name here. */
export function FeedsDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const query = useQuery(api.engage.risk.feeds.queryOptions({ input: {}, enabled: opened }))
  const changed = () => queries.invalidateQueries({ queryKey: api.engage.risk.feeds.key() })
  const edit = useMutation(api.engage.risk.editFeed.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const remove = useMutation(api.engage.risk.removeFeed.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Feeds`} size={520}>
      <div className={style.stack}>
        <p className={style.quiet}>
          <Trans>Every ten minutes each of these is read. Without a feed the system asks nobody for anything.</Trans>
        </p>
        {query.error && <Failed error={query.error} inline />}
        <ul className={style.feeds}>
          {(query.data?.items ?? []).map(feed => (
            <li key={feed.id}>
              <div className={style.feedHead}>
                <Switch
                  label={feed.name}
                  checked={feed.enabled}
                  onChange={event =>
                    edit.mutate({ id: feed.id, version: feed.version, enabled: event.currentTarget.checked })
                  }
                />
                <Button
                  size="xs"
                  variant="subtle"
                  color="red"
                  aria-label={t`Stop reading ${feed.name}`}
                  onClick={() => remove.mutate({ id: feed.id })}
                >
                  <Trans>Stop reading</Trans>
                </Button>
              </div>
              <span className={style.address}>{feed.url}</span>
              <span className={feed.lastProblem ? style.problem : style.quiet}>
                {feed.lastProblem ??
                  [
                    feed.lastReadAt ? format.ago(feed.lastReadAt) : t`not read yet`,
                    plural(feed.messagesRead, { one: '# warning taken', other: '# warnings taken' }),
                  ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        <AddFeed onAdded={changed} />
      </div>
    </DetailDrawer>
  )
}

function AddFeed({ onAdded }: { onAdded: () => Promise<void> }) {
  const { t } = useLingui()
  const empty = { name: '', url: '', allowPrivate: false }
  const [draft, setDraft] = useState(empty)
  const add = useMutation(
    api.engage.risk.addFeed.mutationOptions({
      onSuccess: () => {
        setDraft(empty)
        return onAdded()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ ...draft, name: draft.name.trim(), url: draft.url.trim() })
  }
  return (
    <form className={style.stack} onSubmit={submit}>
      <TextInput
        label={t`Name of the feed`}
        value={draft.name}
        maxLength={200}
        onChange={event => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={t`Address`}
        type="url"
        placeholder="https://"
        description={t`Atom, RSS, or one CAP message`}
        value={draft.url}
        maxLength={2000}
        onChange={event => setDraft({ ...draft, url: event.currentTarget.value })}
      />
      <Checkbox
        label={t`It stands in our own network`}
        description={t`Otherwise private addresses are never read.`}
        checked={draft.allowPrivate}
        onChange={event => setDraft({ ...draft, allowPrivate: event.currentTarget.checked })}
      />
      {add.error && <Failed error={add.error} inline />}
      <div>
        <Button
          type="submit"
          loading={add.isPending}
          disabled={draft.name.trim() === '' || !/^https?:\/\/.+/.test(draft.url.trim())}
        >
          <Trans>Read this feed</Trans>
        </Button>
      </div>
    </form>
  )
}
