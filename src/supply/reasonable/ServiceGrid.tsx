import { useLingui } from '@lingui/react/macro'
import { TextInput } from '@mantine/core'
import { useFormat } from '../../web/use-format.ts'
import { type StockClass, valueClasses, variabilityClasses } from './product-class.ts'
import style from './targets.module.css'

type Cells = Record<StockClass, number>
type Props = { cells: Cells; readOnly: boolean; onChange: (cells: Cells) => void }

/** The nine classes of one tier; per cent as people write them. */
export function ServiceGrid({ cells, readOnly, onChange }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <table className={style.service}>
      <thead>
        <tr>
          <th scope="col">%</th>
          {variabilityClasses.map(each => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {valueClasses.map(value => (
          <tr key={value}>
            <th scope="row">{value}</th>
            {variabilityClasses.map(spread => {
              const cell: StockClass = `${value}${spread}`
              return (
                <td key={spread}>
                  <TextInput
                    size="xs"
                    w={88}
                    type="number"
                    min={50}
                    max={99.9}
                    step={0.1}
                    aria-label={t`Service of ${cell}, per cent`}
                    readOnly={readOnly}
                    defaultValue={format.number(cells[cell] * 100, 2)}
                    key={cell + cells[cell]}
                    onBlur={event => {
                      const share = Number(event.target.value) / 100
                      if (share >= 0.5 && share < 1) onChange({ ...cells, [cell]: Math.round(share * 1e5) / 1e5 })
                    }}
                  />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
