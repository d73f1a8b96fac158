// biome-ignore-all lint/a11y/useSemanticElements: there is no fieldset inside of an svg
// biome-ignore-all lint/a11y/noStaticElementInteractions: a ribbon is a button where it opens something
import { useLingui } from '@lingui/react/macro'
import { useElementSize } from '@mantine/hooks'
import type { KeyboardEvent, ReactNode } from 'react'
import { useFormat } from '../use-format.ts'
import { ChartFrame } from './ChartFrame.tsx'
import style from './charts.module.css'
import { type Flow, layoutFlows, type Node } from './flow-layout.ts'

type Props = {
  title: ReactNode
  note?: ReactNode
  /** Best tier first; key and name, and the tint of its post. */
  tiers: { key: string; name: string; colour: string }[]
  flows: Flow[]
  /** Above the columns: "Now", "With this policy". */
  before: string
  after: string
  /** A click on a flow, to list its accounts. */
  onOpen?: (flow: Flow) => void
  height?: number
}

const thickness = 10

/** Who moves from which tier to which: blue rises, orange falls, grey stays. Its table is the from-to matrix. */
export function FlowChart({ title, note, tiers, flows, before, after, onOpen, height = 260 }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { ref, width } = useElementSize()
  const side = width < 480 ? 92 : 128
  const between = Math.max(80, width - 2 * (side + thickness))
  const order = tiers.map(tier => tier.key)
  const layout = layoutFlows(order, flows, between, height)
  const count = (from: string, to: string) => flows.find(flow => flow.from === from && flow.to === to)?.accounts ?? 0
  const nameOf = (key: string) => tiers.find(tier => tier.key === key)?.name ?? key

  return (
    <ChartFrame
      title={title}
      note={note}
      file="tier-flows"
      table={{
        header: [`${before} \\ ${after}`, ...tiers.map(tier => tier.name)],
        rows: tiers.map(from => [from.name, ...tiers.map(to => count(from.key, to.key))]),
        show: value => (value === 0 ? '–' : typeof value === 'number' ? format.count(value) : value),
      }}
    >
      <div ref={ref}>
        {width > 0 && (
          <svg
            className={style.flow}
            viewBox={`0 0 ${width} ${layout.height + 28}`}
            role="group"
            aria-label={t`Moves between tiers`}
          >
            <text className={style.flowHead} x={0} y={12}>
              {before}
            </text>
            <text className={style.flowHead} x={width} y={12} textAnchor="end">
              {after}
            </text>
            <g transform={`translate(${side + thickness} 24)`}>
              {layout.ribbons.map(flow => {
                const words = t`${nameOf(flow.from)} to ${nameOf(flow.to)}: ${format.count(flow.accounts)} accounts`
                return (
                  <path
                    key={`${flow.from}-${flow.to}`}
                    d={flow.path}
                    className={style.ribbon}
                    data-kind={flow.kind}
                    data-hint={words}
                    data-opens={onOpen ? true : undefined}
                    role={onOpen ? 'button' : 'img'}
                    aria-label={words}
                    tabIndex={onOpen ? 0 : undefined}
                    onClick={() => onOpen?.(flow)}
                    onKeyDown={(event: KeyboardEvent) => {
                      if (event.key === 'Enter' || event.key === ' ') onOpen?.(flow)
                    }}
                  />
                )
              })}
            </g>
            <g transform="translate(0 24)">
              {layout.left.map(node => (
                <g key={node.key}>{post(node, side, 'left')}</g>
              ))}
              {layout.right.map(node => (
                <g key={node.key}>{post(node, side + thickness + between, 'right')}</g>
              ))}
            </g>
          </svg>
        )}
      </div>
    </ChartFrame>
  )

  function post(node: Node, x: number, label: 'left' | 'right') {
    const tier = tiers.find(candidate => candidate.key === node.key)
    const textX = label === 'left' ? x - 8 : x + thickness + 8
    const anchor = label === 'left' ? 'end' : 'start'
    const middle = node.top + Math.max(9, node.height / 2) + 4
    return (
      <>
        <rect x={x} y={node.top} width={thickness} height={node.height} rx={2} fill={tier?.colour} />
        <text x={textX} y={middle} textAnchor={anchor} className={style.flowLabel}>
          {tier?.name} <tspan className={style.flowCount}>{format.count(node.accounts)}</tspan>
        </text>
      </>
    )
  }
}
