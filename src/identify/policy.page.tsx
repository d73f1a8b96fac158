import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api } from '../web/api.ts'
import { Failed } from '../web/page/Failed.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useMay } from '../web/session.ts'
import { useFormat, useLanguage } from '../web/use-format.ts'
import { CriteriaEditor } from './policy/CriteriaEditor.tsx'
import { EntitlementEditor } from './policy/EntitlementEditor.tsx'
import { GatesEditor } from './policy/GatesEditor.tsx'
import { GuardLimitsEditor } from './policy/GuardLimitsEditor.tsx'
import { SavePolicy } from './policy/SavePolicy.tsx'
import { Simulator } from './policy/Simulator.tsx'
import { SteadinessEditor } from './policy/SteadinessEditor.tsx'
import { TierRuleEditor } from './policy/TierRuleEditor.tsx'
import { type PolicyVersion, usePolicyDraft } from './policy/use-policy-draft.web.ts'
import { VersionList } from './policy/VersionList.tsx'
import style from './policy.module.css'
import type { Policy } from './policy.ts'
import { policyFaults } from './policy-draft.ts'
import { readyPolicies, readyPolicyKeys, readyPolicyMeaning, readyPolicyName } from './ready-policies.ts'

const route = getRouteApi('/_app/policy')

/** Who is key, as a policy: editor, simulator and versions. */
export function PolicyPage() {
  const { t } = useLingui()
  const query = useQuery(api.identify.policy.inForce.queryOptions())
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Policy`} />
        <Failed error={query.error} onRetry={query.refetch} />
      </>
    )
  if (!query.data)
    return (
      <>
        <PageHeader title={t`Policy`} context={[' ']} />
        <LinesSkeleton lines={12} />
      </>
    )
  // Another version in force: the editor begins anew.
  return <PolicyEditor key={query.data.version} inForce={query.data} />
}

function PolicyEditor({ inForce }: { inForce: PolicyVersion }) {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayDecide = useMay('administrator', 'head')
  const { draft, changed, setDraft, drop } = usePolicyDraft(inForce)
  const { policy } = draft
  const faults = useMemo(() => policyFaults(policy), [policy])
  const valid = useMemo(() => (faults.length === 0 ? policy : null), [faults, policy])
  const change = (part: Partial<Policy>) => setDraft(old => ({ ...old, policy: { ...old.policy, ...part } }))
  const start = (name: string, from: Policy) => {
    setDraft({ basedOn: inForce.version, name, policy: from })
    void navigate({ search: old => ({ ...old, view: undefined }) })
  }
  const versions = search.view === 'versions'
  return (
    <>
      <PageHeader
        title={t`Policy`}
        context={[
          t`version ${inForce.version}: ${inForce.name}`,
          `${inForce.author}, ${format.instant(inForce.createdAt)}`,
          changed ? (
            <strong key="changed">
              <Trans>edited, not in force</Trans>
            </strong>
          ) : null,
        ]}
        actions={
          <>
            {changed && (
              <Button variant="subtle" color="gray" onClick={drop}>
                <Trans>Drop the changes</Trans>
              </Button>
            )}
            <StartFrom onStart={start} />
            {mayDecide && <SavePolicy draft={draft} inForce={inForce} disabled={!changed || valid === null} />}
          </>
        }
      >
        <nav className={style.views} aria-label={t`Views of the policy`}>
          <Link
            to="/policy"
            search={old => ({ ...old, view: undefined })}
            className={style.view}
            data-chosen={!versions || undefined}
            aria-current={versions ? undefined : 'page'}
          >
            <Trans>Editor and simulator</Trans>
          </Link>
          <Link
            to="/policy"
            search={old => ({ ...old, view: 'versions' as const })}
            className={style.view}
            data-chosen={versions || undefined}
            aria-current={versions ? 'page' : undefined}
          >
            <Trans>Versions</Trans>
          </Link>
        </nav>
      </PageHeader>
      {versions ? (
        <VersionList onStart={version => start(version.name, version.policy)} />
      ) : (
        <div className={style.workbench}>
          <div>
            {!mayDecide && (
              <p className={style.trying}>
                <Trans>
                  You can try everything here. Putting a version in force is up to the head of the department.
                </Trans>
              </p>
            )}
            <CriteriaEditor criteria={policy.criteria} onChange={criteria => change({ criteria })} faults={faults} />
            <TierRuleEditor rule={policy.tiers} onChange={tiers => change({ tiers })} faults={faults} />
            <GatesEditor gates={policy.gates} onChange={gates => change({ gates })} faults={faults} />
            <SteadinessEditor policy={policy} onChange={change} />
            <EntitlementEditor policy={policy} onChange={change} faults={faults} />
            <GuardLimitsEditor guards={policy.guards} onChange={guards => change({ guards })} />
          </div>
          <div className={style.side}>
            <Simulator
              policy={valid}
              mode={search.mode ?? 'settled'}
              onMode={mode =>
                void navigate({
                  search: old => ({ ...old, mode: mode === 'settled' ? undefined : mode }),
                  replace: true,
                })
              }
            />
          </div>
        </div>
      )}
    </>
  )
}

/** Three ready policies to begin with; nothing is in force before it is saved. */
function StartFrom({ onStart }: { onStart: (name: string, policy: Policy) => void }) {
  const language = useLanguage()
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          <Trans>Start from a ready policy</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {readyPolicyKeys.map(key => (
          <Menu.Item key={key} onClick={() => onStart(readyPolicyName(key, language), readyPolicies[key])}>
            <span className={style.ready}>{readyPolicyName(key, language)}</span>
            <span className={style.meaning}>{readyPolicyMeaning(key, language)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
