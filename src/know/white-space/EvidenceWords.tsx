import { Trans } from '@lingui/react/macro'
import { useFormat } from '../../web/use-format.ts'

type Line = {
  own: string
  source: 'entered' | 'estimated' | null
  evidence: { buyers: number; alike: number; median: string } | null
}

/** Why a line is thought open: what accounts alike do, or that somebody has found out. */
export function EvidenceWords({ line }: { line: Line }) {
  const format = useFormat()
  const { evidence } = line
  if (!evidence) return line.source === 'entered' ? <Trans>Entered by a person</Trans> : <span>–</span>
  const { buyers, alike } = evidence
  const median = format.amount(evidence.median, 'compact')
  if (line.source === 'entered')
    return (
      <Trans>
        Entered; {buyers} of {alike} alike: {median} a year
      </Trans>
    )
  return (
    <Trans>
      {buyers} of {alike} alike, median {median} a year
    </Trans>
  )
}
