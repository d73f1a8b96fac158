import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { OwnerMenu } from '../../accounts/OwnerMenu.tsx'
import { useSetOwner } from '../../accounts/use-set-owner.web.ts'
import type { ListedAccount } from './list.web.ts'
import style from './SelectionBar.module.css'

type Props = { selected: ListedAccount[]; onClear: () => void }

/** What can be done with the chosen accounts; stands in the place of the filters. */
export function SelectionBar({ selected, onClear }: Props) {
  const { t } = useLingui()
  const owner = useSetOwner(onClear)
  return (
    <div className={style.bar} role="toolbar" aria-label={t`Chosen accounts`}>
      <strong className={style.count}>{plural(selected.length, { one: '# account', other: '# accounts' })}</strong>
      <OwnerMenu
        size="xs"
        label={t`Give to a manager`}
        pending={owner.pending}
        onGive={to => owner.give(selected, to)}
      />
      <Button size="xs" variant="subtle" onClick={onClear}>
        <Trans>Choose none</Trans>
      </Button>
    </div>
  )
}
