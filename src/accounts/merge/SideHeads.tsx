import { useLingui } from '@lingui/react/macro'
import { Radio } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import style from './compare.module.css'
import type { ComparedSide } from './merge.web.ts'

type Props = {
  sides: ComparedSide[]
  survivorId: number
  mayMerge: boolean
  onSurvivor: (id: number) => void
}

/** Name and code of each, and which of them survives. */
export function SideHeads({ sides, survivorId, mayMerge, onSurvivor }: Props) {
  const { t } = useLingui()
  return (
    <thead>
      <tr>
        <td className={style.corner} />
        {sides.map(side => (
          <th key={side.id} scope="col" data-survivor={(mayMerge && side.id === survivorId) || undefined}>
            <Link to="/accounts/$id" params={{ id: String(side.id) }} className="link">
              {side.values.name}
            </Link>
            <span className={style.code}>{side.code}</span>
            {mayMerge && (
              <Radio
                size="xs"
                name="survivor"
                label={t`Keep this account`}
                aria-label={t`Keep ${side.values.name} (${side.code})`}
                checked={side.id === survivorId}
                onChange={() => onSurvivor(side.id)}
              />
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
