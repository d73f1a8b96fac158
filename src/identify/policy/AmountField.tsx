import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useCompany } from '../../web/session.ts'

type Props = {
  label?: ReactNode
  /** For fields whose label stands elsewhere. */
  spoken?: string
  description?: ReactNode
  /** Exact decimal in the base currency; null where the policy asks nothing. */
  value: string | null
  onChange: (value: string | null) => void
  error?: string | undefined
  placeholder?: string
}

/** An amount of the base currency; the digits typed are kept as they are. */
export function AmountField({ label, spoken, description, value, onChange, error, placeholder }: Props) {
  const { baseCurrency } = useCompany()
  return (
    <NumberInput
      label={label}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      aria-label={spoken}
      description={description}
      error={error}
      placeholder={placeholder}
      hideControls
      allowNegative={false}
      decimalScale={2}
      thousandSeparator=","
      value={value ?? ''}
      onValueChange={typed => {
        const next = typed.value === '' ? null : typed.value
        if (next !== value) onChange(next)
      }}
      rightSection={baseCurrency === 'XXX' ? undefined : <span>{baseCurrency}</span>}
      rightSectionWidth={48}
    />
  )
}
