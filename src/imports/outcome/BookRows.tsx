import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import type { Import } from '../ImportState.tsx'
import style from './outcome.module.css'

type Props = {
  import: Import
  reason: 'account_missing' | 'account_unknown'
  rows: number
  opened: boolean
  onClose: () => void
}

/** Books all open rows of a reason to one account: an import of its own that can be undone. */
export function BookRows({ import: shown, reason, rows, opened, onClose }: Props) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [account, setAccount] = useState<AccountChoice | null>(null)
  const book = useMutation(
    api.imports.settle.mutationOptions({
      onSuccess: async () => {
        onClose()
        sayDone(t`The rows are being booked to ${account?.name}.`)
        await queries.invalidateQueries({ queryKey: api.imports.key() })
      },
    }),
  )
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Book to an account`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <p className={style.dialogWords}>
        {plural(rows, {
          one: '# row without an account is booked to the account you choose, all else as the file says.',
          other: '# rows without an account are booked to the account you choose, all else as the file says.',
        })}{' '}
        <Trans>An account such as “Cash sales” keeps them apart from those you know.</Trans>
      </p>
      <AccountSelect label={t`Account`} value={account} onChange={setAccount} />
      {book.isError && (
        <div className={style.dialogWords}>
          <Failed error={book.error} inline />
        </div>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button
          disabled={account === null}
          loading={book.isPending}
          onClick={() => account && book.mutate({ id: shown.id, reason, answer: 'book', accountId: account.id })}
        >
          {plural(rows, { one: 'Book # row', other: 'Book # rows' })}
        </Button>
      </Group>
    </Modal>
  )
}
