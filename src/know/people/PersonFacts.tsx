import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconMail, IconPhone } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { contactFieldName } from '../../accounts/contact-field-words.ts'
import { api } from '../../web/api.ts'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { useMay } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { InfluenceDots } from '../map/InfluenceDots.tsx'
import { StanceMark } from '../map/StanceMark.tsx'
import { buyingRoleName } from './buying-role-words.ts'
import { Consents } from './Consents.tsx'
import { Jobs, KnownBy } from './PersonRows.tsx'
import style from './people.module.css'
import { type PersonRead, usePeopleChanged } from './people.web.ts'
import type { PersonAct } from './people-search.ts'
import { channelName, influenceName, languageName, profileFieldName } from './profile-words.ts'

type Props = { person: PersonRead; onAct: (act: PersonAct) => void; onGone: () => void }

/** Everything about one person, the taboo first: it is what hurts when it is overlooked. */
export function PersonFacts({ person, onAct, onGone }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const comma = language === 'en' ? ', ' : '、'
  const { mayEdit, buyingRole, influence, stance } = person
  const number = person.mobile ?? person.phone
  return (
    <>
      <div className={style.head}>
        {buyingRole && <strong>{buyingRoleName(buyingRole, language)}</strong>}
        <StanceMark stance={stance} named />
        <span data-hint={influence === null ? undefined : influenceName(influence, language)}>
          <InfluenceDots influence={influence} />
        </span>
      </div>
      {(number || person.email) && (
        <div className={style.reach}>
          {number && (
            <Button
              component="a"
              variant="default"
              href={`tel:${number.replace(/[^+\d]/g, '')}`}
              leftSection={<IconPhone size={16} stroke={1.6} aria-hidden="true" />}
            >
              {number}
            </Button>
          )}
          {person.email && (
            <Button
              component="a"
              variant="default"
              href={`mailto:${person.email}`}
              leftSection={<IconMail size={16} stroke={1.6} aria-hidden="true" />}
            >
              <Trans>Write a mail</Trans>
            </Button>
          )}
        </div>
      )}
      {person.taboos && (
        <p className={`${style.warning} ${style.part}`}>
          <strong>{profileFieldName('taboos', language)}</strong> · {person.taboos}
        </p>
      )}
      <section className={style.part}>
        <div className={style.partHead}>
          <h3>
            <Trans>Person</Trans>
          </h3>
          {mayEdit && (
            <Button size="compact-sm" variant="subtle" onClick={() => onAct('edit')}>
              <Trans>Edit</Trans>
            </Button>
          )}
        </div>
        <dl className={style.facts}>
          {(['role', 'department', 'phone', 'mobile', 'email', 'wechat'] as const).map(field => (
            <Fact key={field} name={contactFieldName(field, language)} value={person[field]} />
          ))}
          <Fact
            name={profileFieldName('channelsPreferred', language)}
            value={person.channelsPreferred.map(each => channelName(each, language)).join(comma)}
          />
          <Fact
            name={profileFieldName('channelsRead', language)}
            value={person.channelsRead.map(each => channelName(each, language)).join(comma)}
          />
          <Fact
            name={profileFieldName('languages', language)}
            value={person.languages.map(each => languageName(each, language)).join(comma)}
          />
          <Fact name={profileFieldName('birthday', language)} value={person.birthday && format.day(person.birthday)} />
          <Fact name={profileFieldName('preferences', language)} value={person.preferences} />
          <Fact name={profileFieldName('gifts', language)} value={person.gifts} />
          <Fact name={contactFieldName('note', language)} value={person.note} />
          <Fact
            name={t`Confirmed on`}
            value={person.confirmedOn === null ? t`not yet` : format.day(person.confirmedOn)}
          />
        </dl>
      </section>
      <KnownBy person={person} onAct={onAct} />
      <Jobs person={person} onAct={onAct} />
      <Consents person={person} onAct={onAct} />
      <Ends person={person} onAct={onAct} onGone={onGone} />
    </>
  )
}

/** Left out where there is nothing: a form shows what may be asked. */
function Fact({ name, value }: { name: string; value: string | null }) {
  if (value === null || value === '') return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Ends({ person, onAct, onGone }: Props) {
  const { t } = useLingui()
  const changed = usePeopleChanged()
  const mayErase = useMay('administrator', 'head')
  const { contactId, name } = person
  const remove = useMutation(
    api.contacts.remove.mutationOptions({
      onError: sayFailed,
      onSuccess: () => {
        sayDone(t`${name} is deleted.`)
        onGone()
        return changed()
      },
    }),
  )
  // Entered by mistake a moment ago: nothing is known that deleting would lose.
  const isBare =
    person.profileVersion === 0 &&
    person.consents.length === 0 &&
    person.acquaintances.length === 0 &&
    person.jobs.length <= 1
  return (
    <div className={style.end}>
      <Button size="xs" variant="default" component="a" href={`/api/contacts/${contactId}/person.vcf`} download>
        <Trans>vCard</Trans>
      </Button>
      {person.mayEdit && (
        <Button size="xs" variant="default" component="a" href={`/api/contacts/${contactId}/everything.html`} download>
          <Trans>Everything we keep of them</Trans>
        </Button>
      )}
      {person.mayEdit && isBare && (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          loading={remove.isPending}
          onClick={() => remove.mutate({ id: contactId })}
        >
          <Trans>Delete the contact</Trans>
        </Button>
      )}
      {mayErase && (
        <Button size="xs" variant="subtle" color="red" onClick={() => onAct('erase')}>
          <Trans>Erase on request</Trans>
        </Button>
      )}
    </div>
  )
}
