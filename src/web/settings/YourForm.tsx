import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select, TextInput, useMantineColorScheme } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { sayDone } from '../feedback/say.tsx'
import { showLanguage } from '../language.ts'
import { Failed } from '../page/Failed.tsx'
import { sessionQuery, useSession } from '../session.ts'
import { useRoleName } from '../shell/role-name.ts'
import { useLanguage } from '../use-format.ts'
import { languageChoices } from './CompanyForm.tsx'
import style from './settings.module.css'

/** One's own name, language and theme. */
export function YourForm() {
  const { t } = useLingui()
  const { person } = useSession()
  const roleName = useRoleName()
  const language = useLanguage()
  const queries = useQueryClient()
  const router = useRouter()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [name, setName] = useState(person.name)
  const [wanted, setWanted] = useState(person.language ?? language)

  const save = useMutation(
    api.people.changeMe.mutationOptions({
      onSuccess: async () => {
        await showLanguage(wanted)
        await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
        await router.invalidate()
        sayDone(t`Your settings are saved`)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ name: name.trim(), language: wanted })
  }
  const changed = name.trim() !== person.name || wanted !== person.language

  return (
    <form className={style.form} onSubmit={submit}>
      <p className={style.quiet}>
        {person.email} · {roleName(person.role)}
      </p>
      <TextInput
        label={t({ message: 'Name', context: 'person' })}
        required
        withAsterisk={false}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <Select
        label={t`Your language`}
        data={languageChoices}
        value={wanted}
        onChange={value => setWanted(value === 'zh-Hans' ? 'zh-Hans' : 'en')}
      />
      <div>
        <p className={style.quiet} id="theme-label">
          <Trans>Theme, in this browser</Trans>
        </p>
        <SegmentedControl
          aria-labelledby="theme-label"
          value={colorScheme}
          onChange={value => setColorScheme(value as 'light' | 'dark' | 'auto')}
          data={[
            { value: 'auto', label: t`As the system` },
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
          ]}
        />
      </div>
      {save.isError && <Failed error={save.error} inline />}
      <div className={style.foot}>
        <Button type="submit" variant="default" loading={save.isPending} disabled={!changed || name.trim() === ''}>
          <Trans>Save your settings</Trans>
        </Button>
      </div>
    </form>
  )
}
