import { Trans, useLingui } from '@lingui/react/macro'
import { Autocomplete, Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { usePeople } from '../../accounts/people.web.ts'
import { api } from '../../web/api.ts'
import { problemOf } from '../../web/failure.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { useProductLines } from '../installed/product-lines.web.ts'
import type { SpaceLine } from './account-white-space.page.tsx'
import style from './white-space.module.css'

type Props = {
  accountId: number
  /** undefined: closed. */
  line: SpaceLine | 'new' | undefined
  mayEdit: boolean
  onClose: () => void
}

/** What a person has found out of one line's potential. */
export function PotentialDrawer({ accountId, line, mayEdit, onClose }: Props) {
  const { t } = useLingui()
  const title = line === 'new' ? t`Enter a potential` : (line?.productLine ?? '')
  return (
    <DetailDrawer opened={line !== undefined && mayEdit} onClose={onClose} title={title} size={440}>
      {line !== undefined && mayEdit && (
        <PotentialForm
          key={line === 'new' ? 'new' : `${line.productLine} ${line.entered?.version}`}
          accountId={accountId}
          line={line === 'new' ? null : line}
          onClose={onClose}
        />
      )}
    </DetailDrawer>
  )
}

function PotentialForm({
  accountId,
  line,
  onClose,
}: {
  accountId: number
  line: SpaceLine | null
  onClose: () => void
}) {
  const { t } = useLingui()
  const format = useFormat()
  const { today, baseCurrency } = useCompany()
  const lines = useProductLines()
  const people = usePeople()
  const queries = useQueryClient()
  const entered = line?.entered ?? null
  const [productLine, setProductLine] = useState(line?.productLine ?? '')
  const [amount, setAmount] = useState(entered?.amount ?? '')
  const [source, setSource] = useState(entered?.source ?? '')
  const [asOf, setAsOf] = useState(today)
  const changed = () =>
    Promise.all(
      [api.know.whiteSpace.key(), api.accounts.changes.key()].map(queryKey => queries.invalidateQueries({ queryKey })),
    )
  const set = useMutation(
    api.know.whiteSpace.setPotential.mutationOptions({
      onSuccess: () => {
        sayDone(t`The potential of ${productLine} is entered.`)
        onClose()
        return changed()
      },
    }),
  )
  const again = useMutation(
    api.know.whiteSpace.setPotential.mutationOptions({ onSuccess: changed, onError: sayFailed }),
  )
  const remove = useMutation(
    api.know.whiteSpace.removePotential.mutationOptions({
      onSuccess: () => {
        if (entered)
          sayUndoable(t`The estimate of ${productLine} holds again.`, () =>
            again.mutate({
              ...{ accountId, productLine, amount: entered.amount, source: entered.source, asOf: entered.asOf },
              version: null,
            }),
          )
        onClose()
        return changed()
      },
      onError: sayFailed,
    }),
  )
  const valid =
    productLine.trim() !== '' && source.trim() !== '' && asOf !== '' && /^\d{1,15}(\.\d{1,6})?$/.test(amount)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!valid) return
    set.mutate({
      accountId,
      productLine: productLine.trim(),
      amount,
      source: source.trim(),
      asOf,
      version: entered?.version ?? null,
    })
  }
  const conflict = set.error !== null && problemOf(set.error).code === 'potential_changed_meanwhile'
  const heardOn = entered && format.day(entered.asOf)
  const by = entered?.personId && people.nameOf(entered.personId)
  return (
    <form className={style.form} onSubmit={submit}>
      {!line && (
        <Autocomplete
          label={t`Product line`}
          required
          maxLength={200}
          data={lines}
          value={productLine}
          onChange={setProductLine}
        />
      )}
      {entered && (
        <p className={style.quiet}>{[t`Entered as of ${heardOn}`, by && t`by ${by}`].filter(Boolean).join(', ')}</p>
      )}
      <NumberInput
        label={t`Potential a year, ${baseCurrency}`}
        description={t`What it could buy of this line, from all suppliers together`}
        required
        hideControls
        min={0}
        decimalScale={6}
        thousandSeparator={format.language === 'en' ? ',' : undefined}
        value={amount}
        onChange={value => setAmount(String(value))}
      />
      <Textarea
        label={t`Source`}
        description={t`Who said so, or how it was reckoned`}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={source}
        onChange={event => setSource(event.currentTarget.value)}
      />
      <TextInput
        label={t`As of`}
        type="date"
        required
        max={today}
        value={asOf}
        onChange={event => setAsOf(event.currentTarget.value)}
      />
      {set.error && <Failed error={set.error} inline />}
      {conflict && (
        <Button variant="default" onClick={() => void changed()}>
          <Trans>Read it again</Trans>
        </Button>
      )}
      <div className={style.end}>
        {entered && (
          <Button
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate({ accountId, productLine, version: entered.version })}
          >
            <Trans>Take it back</Trans>
          </Button>
        )}
        <span className={style.space} />
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={set.isPending} disabled={!valid}>
          <Trans>Save the potential</Trans>
        </Button>
      </div>
    </form>
  )
}
