import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, type client } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useMay } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './installed.module.css'
import { defaultLifeMonths } from './replacement.ts'

type Line = Awaited<ReturnType<typeof client.know.installed.lines>>['items'][number]

/** How long each product line usually lives, where an item has no life of its own. */
export function LineLives({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const mayEdit = useMay('administrator', 'head', 'back office')
  const query = useQuery(api.know.installed.lines.queryOptions({ enabled: opened }))
  const years = format.number(defaultLifeMonths / 12, 1)
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Usual life by product line`} size={480}>
      <p className={style.words}>
        <Trans>
          In years. It holds for items without a life of their own; a line without one is taken to live {years} years.
        </Trans>
      </p>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} inline />
      ) : query.data ? (
        <ul className={style.lives}>
          {query.data.items.map(line => (
            <Life key={`${line.productLine} ${line.version}`} line={line} mayEdit={mayEdit} />
          ))}
        </ul>
      ) : (
        <LinesSkeleton lines={8} />
      )}
    </DetailDrawer>
  )
}

const yearsOf = (months: number | null): string =>
  months === null ? '' : String(Math.round((months / 12) * 100) / 100)

function Life({ line, mayEdit }: { line: Line; mayEdit: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const [years, setYears] = useState(yearsOf(line.lifeMonths))
  const set = useMutation(
    api.know.installed.setLife.mutationOptions({
      onSuccess: () => {
        sayDone(t`The life of ${line.productLine} is set.`)
        return queries.invalidateQueries({ queryKey: api.know.installed.key() })
      },
      onError: sayFailed,
    }),
  )
  const months = years.trim() === '' ? null : Math.round(Number(years) * 12)
  const valid = months === null || (months >= 1 && months <= 600)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (valid) set.mutate({ productLine: line.productLine, lifeMonths: months, version: line.version })
  }
  return (
    <li>
      <form className={style.life} onSubmit={submit}>
        <span className={style.lifeName}>{line.productLine}</span>
        {mayEdit ? (
          <>
            <NumberInput
              aria-label={t`Life of ${line.productLine} in years`}
              size="xs"
              hideControls
              min={0.1}
              max={50}
              decimalScale={2}
              placeholder={format.number(defaultLifeMonths / 12, 1)}
              value={years}
              onChange={value => setYears(String(value))}
            />
            <Button
              type="submit"
              size="xs"
              variant="default"
              loading={set.isPending}
              disabled={!valid || months === line.lifeMonths}
              aria-label={t`Save the life of ${line.productLine}`}
            >
              <Trans>Save</Trans>
            </Button>
          </>
        ) : (
          <span className="figures">{yearsOf(line.lifeMonths) || format.number(defaultLifeMonths / 12, 1)}</span>
        )}
      </form>
    </li>
  )
}
