import '@xyflow/react/dist/base.css'
import { useLingui } from '@lingui/react/macro'
import {
  type AriaLabelConfig,
  type Connection,
  ConnectionMode,
  Controls,
  type Edge,
  MarkerType,
  type Node,
  type NodeChange,
  ReactFlow,
  useNodesState,
} from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { boxesOf, nodeMeaning, ourNode, type Stroke, sidesOf, strokesOf, strokeWidth, theirNode } from './drawing.ts'
import { nodeTypes, type OurNode, type TheirNode } from './GraphNodes.tsx'
import type { Box } from './lay-out.ts'
import style from './RelationshipGraph.module.css'
import type { RelationshipMap } from './relationships.web.ts'

type MapNode = TheirNode | OurNode
type Moved = { contactId: number | null; personId: string | null; x: number; y: number }

type Props = {
  map: RelationshipMap
  /** Drag, connect: never on a phone. */
  editable: boolean
  onOpen: (contactId: number) => void
  onConnect: (from: number, to: number) => void
  onOpenLine: (lineId: number) => void
  onMoved: (places: Moved[]) => void
}

// In pixels, so that a thick line has no giant's arrow.
const arrow = { width: 18, height: 18, markerUnits: 'userSpaceOnUse', strokeWidth: 1 } as const

/** Arrow keys move step by step: what was moved is saved once they rest, in milliseconds. */
const rest = 700

/** The interactive map. It is drawn from the same boxes and strokes as the printed one. */
export function RelationshipGraph({ map, editable, onOpen, onConnect, onOpenLine, onMoved }: Props) {
  const given = useMemo(() => nodesOf(map), [map])
  const [nodes, setNodes, onNodesChange] = useNodesState<MapNode>(given)
  useEffect(() => setNodes(given), [given, setNodes])
  const edges = useMemo(() => edgesOf(strokesOf(map), nodes), [map, nodes])
  const moved = useMoved(onMoved)
  const labels = useLabels()
  const changed = (changes: NodeChange<MapNode>[]) => {
    onNodesChange(changes)
    for (const change of changes)
      if (change.type === 'position' && change.position && editable) moved(change.id, change.position)
  }
  const connected = ({ source, target }: Connection) => {
    const [from, to] = [nodeMeaning(source).contactId, nodeMeaning(target).contactId]
    if (from !== null && to !== null && from !== to) onConnect(from, to)
  }
  return (
    <div className={style.graph}>
      <ReactFlow<MapNode, Edge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={changed}
        onConnect={connected}
        onNodeClick={(_, node) => node.data.contactId !== null && onOpen(node.data.contactId)}
        onEdgeClick={(_, edge) => edge.id.startsWith('l') && onOpenLine(Number(edge.id.slice(1)))}
        connectionMode={ConnectionMode.Loose}
        nodesDraggable={editable}
        nodesConnectable={editable}
        nodesFocusable={editable}
        edgesFocusable={false}
        deleteKeyCode={null}
        fitView
        fitViewOptions={{ padding: 0.08, maxZoom: 1 }}
        minZoom={0.2}
        maxZoom={1.6}
        zoomOnScroll={false}
        preventScrolling={false}
        ariaLabelConfig={labels}
      >
        <Controls showInteractive={false} position="top-right" />
      </ReactFlow>
    </div>
  )
}

function nodesOf(map: RelationshipMap): MapNode[] {
  const boxes = boxesOf(map)
  // A line has no room for both: who works for a subsidiary names it, the head's people their job.
  const head = map.accounts[0]?.id
  const accounts = new Map(map.accounts.map(account => [account.id, account.name]))
  const place = (id: string) => {
    const { x, y, width, height } = boxes.get(id)!
    return { id, position: { x, y }, width, height }
  }
  return [
    ...map.people.map(
      (person): TheirNode => ({
        ...place(theirNode(person.contactId)),
        type: 'theirs',
        data: { ...person, accountName: person.accountId === head ? null : (accounts.get(person.accountId) ?? null) },
        ariaLabel: person.name,
      }),
    ),
    ...map.ours.map(
      (person): OurNode => ({
        ...place(ourNode(person.personId)),
        type: 'ours',
        data: { ...person, contactId: null },
        ariaLabel: person.name,
      }),
    ),
  ]
}

function edgesOf(strokes: readonly Stroke[], nodes: readonly MapNode[]): Edge[] {
  const boxes = new Map(nodes.map((node): [string, Box] => [node.id, boxOf(node)]))
  return strokes.flatMap((stroke): Edge[] => {
    const [from, to] = [boxes.get(stroke.from), boxes.get(stroke.to)]
    if (!from || !to) return []
    const sides = sidesOf(stroke, from, to, strokes)
    const colour = stroke.kind === 'knows' ? 'var(--vf-accent)' : 'var(--vf-ink-quiet)'
    return [
      {
        id: stroke.id,
        source: stroke.from,
        target: stroke.to,
        sourceHandle: sides.from,
        targetHandle: sides.to,
        type: stroke.kind === 'reports to' ? 'smoothstep' : stroke.kind === 'influences' ? 'default' : 'straight',
        className: style[stroke.kind === 'reports to' ? 'reports' : stroke.kind],
        style: { stroke: colour, strokeWidth: strokeWidth(stroke) },
        ...(stroke.kind === 'knows'
          ? { label: String(stroke.strength), labelShowBg: true, labelBgPadding: [4, 2] as [number, number] }
          : { markerEnd: { type: MarkerType.ArrowClosed, ...arrow, color: colour } }),
        interactionWidth: 16,
        zIndex: stroke.kind === 'knows' ? 0 : 1,
      },
    ]
  })
}

const boxOf = ({ position, width, height }: Node): Box => ({
  x: position.x,
  y: position.y,
  width: width ?? 0,
  height: height ?? 0,
})

/** Gathers where nodes went, and tells it in one go. */
function useMoved(onMoved: Props['onMoved']) {
  const gathered = useRef(new Map<string, { x: number; y: number }>())
  const timer = useRef<number>(undefined)
  const tell = useRef(onMoved)
  useEffect(() => {
    tell.current = onMoved
  })
  const flush = useRef(() => {
    window.clearTimeout(timer.current)
    const places = [...gathered.current].map(([id, { x, y }]) => ({
      ...nodeMeaning(id),
      x: Math.round(x),
      y: Math.round(y),
    }))
    gathered.current.clear()
    if (places.length > 0) tell.current(places)
  })
  // Whoever leaves the page at once has moved them all the same.
  useEffect(() => flush.current, [])
  return (id: string, position: { x: number; y: number }) => {
    gathered.current.set(id, position)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(flush.current, rest)
  }
}

function useLabels(): Partial<AriaLabelConfig> {
  const { t } = useLingui()
  const hint = t`Enter selects a person, the arrow keys then move them. The tables below open people and lines.`
  return {
    'node.a11yDescription.default': hint,
    'node.a11yDescription.keyboardDisabled': hint,
    'node.a11yDescription.ariaLiveMessage': ({ x, y }) => t`Moved to ${x}, ${y}`,
    'edge.a11yDescription.default': '',
    'controls.ariaLabel': t`Zoom of the map`,
    'controls.zoomIn.ariaLabel': t`Zoom in`,
    'controls.zoomOut.ariaLabel': t`Zoom out`,
    'controls.fitView.ariaLabel': t`Show the whole map`,
    'handle.ariaLabel': t`Draw a line from here`,
  }
}
