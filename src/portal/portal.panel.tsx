import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Menu } from '@mantine/core'
import { IconDoor, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../web/api.ts'
import { DetailDrawer } from '../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed } from '../web/feedback/say.tsx'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { OneTimeLink } from '../web/people/OneTimeLink.tsx'
import { useFormat } from '../web/use-format.ts'
import { InvitePortalPerson } from './InvitePortalPerson.tsx'
import { PortalMessages } from './PortalMessages.tsx'
import style from './portal-people.module.css'

/** Who of the account comes in by themselves, who is invited, and what they write. */
export function PortalPanel({ accountId }: { accountId: number }) {
  const { t } = useLingui()
  const portal = useQuery(api.portalPeople.read.queryOptions({ input: { accountId } }))
  const [invites, setInvites] = useState(false)
  if (portal.isPending) return <LinesSkeleton />
  if (portal.isError) return <Failed error={portal.error} />
  const { people, invitations, mayChange, mayWrite, mail, hasSubsidiaries } = portal.data
  const invite = mayChange && (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => setInvites(true)}
    >
      <Trans>Invite a person</Trans>
    </Button>
  )
  return (
    <>
      <Section
        title={t`People at the portal`}
        note={t`Buyers sign orders, staff enter stock and sales. They see this account alone.`}
        actions={invite}
      >
        {people.length + invitations.length === 0 ? (
          <EmptyState icon={<IconDoor size={24} stroke={1.5} />} title={t`Nobody of this account comes in yet`}>
            <Trans>Invite the buyer first: proposed orders are signed at the portal.</Trans>
          </EmptyState>
        ) : (
          <ul className={style.list}>
            {people.map(person => (
              <PersonRow key={person.id} person={person} mayChange={mayChange} hasSubsidiaries={hasSubsidiaries} />
            ))}
            {invitations.map(invitation => (
              <InvitationRow key={invitation.id} invitation={invitation} mayChange={mayChange} />
            ))}
          </ul>
        )}
      </Section>
      <PortalMessages accountId={accountId} mayWrite={mayWrite} />
      <DetailDrawer opened={invites} onClose={() => setInvites(false)} title={t`Invite to the portal`}>
        <InvitePortalPerson accountId={accountId} mail={mail} hasSubsidiaries={hasSubsidiaries} />
      </DetailDrawer>
    </>
  )
}

export type PortalPeople = Awaited<ReturnType<typeof api.portalPeople.read.call>>
type Person = PortalPeople['people'][number]
type Invitation = PortalPeople['invitations'][number]

function useRightNames() {
  const { t } = useLingui()
  return { buyer: t({ message: 'Buyer', context: 'portal' }), staff: t({ message: 'Staff', context: 'portal' }) }
}

function useRefresh() {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: api.portalPeople.key() })
}

function PersonRow(props: { person: Person; mayChange: boolean; hasSubsidiaries: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const rights = useRightNames()
  const refresh = useRefresh()
  const { person, mayChange, hasSubsidiaries } = props
  const { id, version } = person
  const change = useMutation(
    api.portalPeople.changePerson.mutationOptions({
      onSuccess: () => {
        refresh()
        sayDone(t`${person.name} was changed`)
      },
      onError: sayFailed,
    }),
  )
  const link = useMutation(api.portalPeople.signInLink.mutationOptions({ onError: sayFailed }))
  const other = person.right === 'buyer' ? 'staff' : 'buyer'
  return (
    <li className={style.row}>
      <div className={style.who}>
        <span className={style.name}>{person.name}</span>{' '}
        <Badge size="sm" variant="light" color={person.right === 'buyer' ? 'pine' : 'gray'}>
          {rights[person.right]}
        </Badge>{' '}
        {person.disabled && (
          <Badge size="sm" variant="light" color="gray">
            <Trans>access ended</Trans>
          </Badge>
        )}
        <div className={style.quiet}>
          {[
            person.email,
            person.lastSeen ? t`last seen ${format.instant(person.lastSeen)}` : t`not signed in at present`,
            person.subsidiaries ? t`with subsidiaries` : null,
            person.twoFactor ? t`second factor` : null,
            t`invited by ${person.invitedBy}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {link.data && (
          <div className={style.link}>
            {link.data.link ? (
              <OneTimeLink link={link.data.link} expiresAt={link.data.expiresAt} />
            ) : (
              <Trans>The link is on its way by mail.</Trans>
            )}
          </div>
        )}
      </div>
      {mayChange && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="default" loading={change.isPending || link.isPending}>
              <Trans>Change</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {!person.disabled && (
              <>
                <Menu.Item onClick={() => change.mutate({ id, version, right: other })}>
                  {other === 'buyer' ? <Trans>Make a buyer, who signs</Trans> : <Trans>Make staff, who enter</Trans>}
                </Menu.Item>
                {(hasSubsidiaries || person.subsidiaries) && (
                  <Menu.Item onClick={() => change.mutate({ id, version, subsidiaries: !person.subsidiaries })}>
                    {person.subsidiaries ? (
                      <Trans>Show this account alone</Trans>
                    ) : (
                      <Trans>Show subsidiaries too</Trans>
                    )}
                  </Menu.Item>
                )}
                {!person.twoFactor && (
                  <Menu.Item onClick={() => link.mutate({ id })}>
                    <Trans>Make a sign-in link</Trans>
                  </Menu.Item>
                )}
              </>
            )}
            <Menu.Item onClick={() => change.mutate({ id, version, disabled: !person.disabled })}>
              {person.disabled ? <Trans>Give access back</Trans> : <Trans>End access</Trans>}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

function InvitationRow({ invitation, mayChange }: { invitation: Invitation; mayChange: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const rights = useRightNames()
  const refresh = useRefresh()
  const { id } = invitation
  const renew = useMutation(
    api.portalPeople.renewInvitation.mutationOptions({ onSuccess: refresh, onError: sayFailed }),
  )
  const withdraw = useMutation(
    api.portalPeople.withdrawInvitation.mutationOptions({
      onSuccess: () => {
        refresh()
        sayDone(t`The invitation of ${invitation.name} was withdrawn`)
      },
      onError: sayFailed,
    }),
  )
  return (
    <li className={style.row}>
      <div className={style.who}>
        <span className={style.name}>{invitation.name}</span>{' '}
        <Badge size="sm" variant="light" color={invitation.expired ? 'red' : 'yellow'}>
          {invitation.expired ? <Trans>invitation ran out</Trans> : <Trans>invited</Trans>}
        </Badge>
        <div className={style.quiet}>
          {[
            rights[invitation.right],
            invitation.email,
            t`until ${format.instant(invitation.expiresAt)}`,
            t`invited by ${invitation.invitedBy}`,
          ].join(' · ')}
        </div>
        {renew.data && (
          <div className={style.link}>
            {renew.data.link ? (
              <OneTimeLink link={renew.data.link} expiresAt={renew.data.expiresAt} />
            ) : (
              <Trans>The link is on its way by mail.</Trans>
            )}
          </div>
        )}
      </div>
      {mayChange && (
        <>
          <Button size="xs" variant="default" loading={renew.isPending} onClick={() => renew.mutate({ id })}>
            <Trans>New link</Trans>
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ id })}
          >
            <Trans>Withdraw</Trans>
          </Button>
        </>
      )}
    </li>
  )
}
