import { plural } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../../web/api.ts'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { useMay } from '../../web/session.ts'
import type { PartnerWhole } from './messages.web.ts'
import style from './partners.module.css'

/** Rows whose codes have been mapped since: they come in with one press. */
export function WaitingRows({ waiting }: { waiting: PartnerWhole['waiting'] }) {
  const queries = useQueryClient()
  const may = useMay('administrator', 'head', 'back office')
  const rows = waiting.reduce((sum, each) => sum + each.rows, 0)
  const again = useMutation({
    mutationFn: async () => {
      for (const { importId } of waiting) await client.imports.settle({ id: importId, answer: 'again' })
    },
    onSuccess: async () => {
      sayDone(plural(rows, { one: '# row is being taken in again.', other: '# rows are being taken in again.' }))
      await queries.invalidateQueries({ queryKey: api.imports.key() })
      await queries.invalidateQueries({ queryKey: api.supply.messages.key() })
    },
    onError: sayFailed,
  })
  if (rows === 0) return null
  return (
    <div className={style.waiting} role="status">
      <p>
        {plural(rows, {
          one: '# row waited for a code that is mapped by now.',
          other: '# rows waited for codes that are mapped by now.',
        })}
      </p>
      {may && (
        <Button size="xs" loading={again.isPending} onClick={() => again.mutate()}>
          <Trans>Take in again</Trans>
        </Button>
      )}
    </div>
  )
}
