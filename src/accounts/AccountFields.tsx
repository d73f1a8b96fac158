import { Select, Textarea, TextInput } from '@mantine/core'
import { useLanguage } from '../web/use-format.ts'
import style from './AccountFields.module.css'
import { type AccountChoice, AccountSelect } from './AccountSelect.tsx'
import { accountLevels } from './account.ts'
import type { AccountDraft } from './account-draft.ts'
import { accountFieldName } from './account-field-words.ts'
import { levelName } from './level-words.ts'

type Props = {
  draft: AccountDraft
  onDraft: (draft: AccountDraft) => void
  parent: AccountChoice | null
  onParent: (parent: AccountChoice | null) => void
  /** The account itself, which cannot be its own parent. */
  id?: number
  /** What somebody else has written meanwhile, below the field that differs. */
  theirs?: Partial<Record<keyof AccountDraft, string>>
}

/** The values of an account that people say. */
export function AccountFields({ draft, onDraft, parent, onParent, id, theirs = {} }: Props) {
  const language = useLanguage()
  const name = (field: keyof AccountDraft) => accountFieldName(field, language)
  const text = (field: Exclude<keyof AccountDraft, 'parentId' | 'level'>, most = 200) => ({
    label: name(field),
    value: draft[field],
    maxLength: most,
    error: theirs[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onDraft({ ...draft, [field]: event.currentTarget.value }),
  })
  return (
    <div className={style.fields}>
      <div className={style.wide}>
        <TextInput {...text('name')} required />
      </div>
      <TextInput {...text('country')} />
      <TextInput {...text('region')} />
      <TextInput {...text('city')} />
      <TextInput {...text('taxNumber')} />
      <div className={style.wide}>
        <TextInput {...text('address', 500)} />
      </div>
      <AccountSelect
        label={name('parentId')}
        value={parent}
        except={id}
        description={theirs.parentId}
        onChange={account => {
          onParent(account)
          onDraft({ ...draft, parentId: account?.id ?? null })
        }}
      />
      <Select
        label={name('level')}
        clearable
        error={theirs.level}
        value={draft.level || null}
        onChange={level => onDraft({ ...draft, level: (level as AccountDraft['level'] | null) ?? '' })}
        data={accountLevels.map(level => ({ value: level, label: levelName(level, language) }))}
      />
      <TextInput {...text('cooperationSince')} type="date" />
      <TextInput {...text('legalStandingConfirmedOn')} type="date" />
      <div className={style.wide}>
        <TextInput {...text('salesperson')} />
      </div>
      <div className={style.wide}>
        <Textarea {...text('note', 4000)} autosize minRows={2} maxRows={8} />
      </div>
    </div>
  )
}
