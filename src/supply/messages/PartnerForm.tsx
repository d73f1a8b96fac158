import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import form from '../../accounts/form.module.css'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import type { Standard } from './interchange/interchange-facts.ts'
import { type PartnerWhole, standardNames, usePartnerWrites } from './messages.web.ts'
import { longestId, type MessageVersion, versionsOf } from './partner.ts'
import style from './partners.module.css'

type Props = { partner?: PartnerWhole; onDone: (id: number) => void }

/** Who a partner is, and under which names messages go to and fro. */
export function PartnerForm({ partner, onDone }: Props) {
  const { t } = useLingui()
  const { add, edit } = usePartnerWrites()
  const [standard, setStandard] = useState<Standard>(partner?.standard ?? 'x12')
  const [account, setAccount] = useState<AccountChoice | null>(partner?.account ?? null)
  const [fields, setFields] = useState({
    name: partner?.name ?? '',
    theirQualifier: partner?.theirQualifier ?? 'ZZ',
    theirId: partner?.theirId ?? '',
    ourQualifier: partner?.ourQualifier ?? 'ZZ',
    ourId: partner?.ourId ?? '',
    messageVersion: (partner?.messageVersion ?? '004010') as MessageVersion,
    test: partner?.test ?? true,
    sendsOrders: partner?.sendsOrders ?? false,
  })
  const set = (part: Partial<typeof fields>) => setFields(old => ({ ...old, ...part }))
  const choose = (next: Standard) => {
    setStandard(next)
    const qualifier = next === 'x12' ? 'ZZ' : '14'
    set({ messageVersion: versionsOf[next][0]!, theirQualifier: qualifier, ourQualifier: qualifier })
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const said = { ...fields, name: fields.name || fields.theirId, accountId: account?.id ?? null }
    const onSuccess = ({ id, name }: { id: number; name: string }) => {
      sayDone(t`${name} is saved.`)
      onDone(id)
    }
    if (partner) edit.mutate({ id: partner.id, version: partner.version, ...said }, { onSuccess })
    else add.mutate({ standard, ...said }, { onSuccess })
  }
  const failed = add.error ?? edit.error
  return (
    <form className={form.form} onSubmit={save}>
      {!partner && (
        <NativeSelect
          label={t`Standard`}
          value={standard}
          data={(['x12', 'edifact'] as const).map(value => ({ value, label: standardNames[value] }))}
          onChange={event => choose(event.currentTarget.value as Standard)}
        />
      )}
      <AccountSelect
        label={t`Account`}
        description={t`Whose stock and sales the messages report; a group’s message may name others by GLN`}
        value={account}
        onChange={setAccount}
      />
      <TextInput
        label={t`Name of the partner`}
        value={fields.name}
        maxLength={200}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <div className={style.pair}>
        <TextInput
          label={t`Their qualifier`}
          value={fields.theirQualifier}
          maxLength={4}
          onChange={event => set({ theirQualifier: event.currentTarget.value })}
        />
        <TextInput
          label={t`Their name in messages`}
          description={standard === 'x12' ? 'ISA05, ISA06' : 'UNB 0004, 0007'}
          required
          value={fields.theirId}
          maxLength={longestId[standard]}
          onChange={event => set({ theirId: event.currentTarget.value })}
        />
      </div>
      <div className={style.pair}>
        <TextInput
          label={t`Our qualifier`}
          value={fields.ourQualifier}
          maxLength={4}
          onChange={event => set({ ourQualifier: event.currentTarget.value })}
        />
        <TextInput
          label={t`Our name in messages`}
          description={standard === 'x12' ? 'ISA07, ISA08' : 'UNB 0010, 0007'}
          value={fields.ourId}
          maxLength={longestId[standard]}
          onChange={event => set({ ourId: event.currentTarget.value })}
        />
      </div>
      <NativeSelect
        label={t`Version of messages that we write`}
        value={fields.messageVersion}
        data={[...versionsOf[standard]]}
        onChange={event => set({ messageVersion: event.currentTarget.value as MessageVersion })}
      />
      <Checkbox
        label={t`In test`}
        description={t`Test messages are taken in, and ours are marked as tests. In production a test message is answered and set aside.`}
        checked={fields.test}
        onChange={event => set({ test: event.currentTarget.checked })}
      />
      <Checkbox
        label={t`Orders go out to this partner`}
        checked={fields.sendsOrders}
        onChange={event => set({ sendsOrders: event.currentTarget.checked })}
      />
      {failed && <Failed error={failed} inline />}
      <div className={form.end}>
        <Button type="submit" loading={add.isPending || edit.isPending}>
          <Trans>Save the partner</Trans>
        </Button>
      </div>
    </form>
  )
}
