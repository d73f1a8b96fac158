import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { Language } from '../../platform/language.ts'
import { useLanguage } from '../../web/use-format.ts'
import { buyingRoleName } from '../people/buying-role-words.ts'
import {
  anchorOf,
  boxesOf,
  ourNode,
  type Side,
  type Stroke,
  sidesOf,
  strokesOf,
  strokeWidth,
  theirNode,
} from './drawing.ts'
import { type Box, extent } from './lay-out.ts'
import style from './RelationshipPrint.module.css'
import type { MapPerson, RelationshipMap } from './relationships.web.ts'
import { stanceSign } from './stance.ts'

/** Around the drawing, in its own pixels. */
const margin = 16

/** The map for paper: one drawing that fills A4 landscape, in black and white; on screen it is not there. */
export function RelationshipPrint({ map }: { map: RelationshipMap }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { boxes, strokes, frame } = useMemo(() => {
    const all = boxesOf(map)
    return { boxes: all, strokes: strokesOf(map), frame: extent(all) }
  }, [map])
  if (map.people.length === 0) return null
  const [width, height] = [frame.right - frame.left + 2 * margin, frame.bottom - frame.top + 2 * margin]
  return (
    <svg
      className={style.print}
      viewBox={`${frame.left - margin} ${frame.top - margin} ${width} ${height}`}
      role="img"
      aria-label={t`Relationship map`}
    >
      <defs>
        <marker
          id="print-arrow"
          viewBox="0 0 8 8"
          refX="8"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth="9"
          markerHeight="9"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8Z" />
        </marker>
      </defs>
      {strokes.map(stroke => (
        <PrintedStroke key={stroke.id} stroke={stroke} strokes={strokes} boxes={boxes} />
      ))}
      {map.people.map(person => (
        <PrintedPerson
          key={person.contactId}
          person={person}
          box={boxes.get(theirNode(person.contactId))!}
          language={language}
        />
      ))}
      {map.ours.map(person => {
        const { x, y, width: wide, height: high } = boxes.get(ourNode(person.personId))!
        return (
          <g key={person.personId}>
            <rect x={x} y={y} width={wide} height={high} rx={high / 2} className={style.box} />
            <Words x={x + wide / 2} y={y + high / 2 + 4} width={wide - 24} middle strong text={person.name} />
          </g>
        )
      })}
    </svg>
  )
}

type StrokeProps = { stroke: Stroke; strokes: readonly Stroke[]; boxes: ReadonlyMap<string, Box> }

function PrintedStroke({ stroke, strokes, boxes }: StrokeProps) {
  const [from, to] = [boxes.get(stroke.from), boxes.get(stroke.to)]
  if (!from || !to) return null
  const sides = sidesOf(stroke, from, to, strokes)
  const [start, end] = [anchorOf(from, sides.from), anchorOf(to, sides.to)]
  const knows = stroke.kind === 'knows'
  const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2]
  return (
    <g className={style[stroke.kind === 'reports to' ? 'reports' : stroke.kind]}>
      <path
        d={pathOf(stroke, start, end, sides)}
        strokeWidth={strokeWidth(stroke)}
        markerEnd={knows ? undefined : 'url(#print-arrow)'}
      />
      {knows && (
        <>
          <circle cx={x} cy={y} r={8} className={style.box} />
          <text x={x} y={y + 4} textAnchor="middle" className={style.caption}>
            {stroke.strength}
          </text>
        </>
      )}
    </g>
  )
}

type Point = { x: number; y: number }

function pathOf({ kind }: Stroke, start: Point, end: Point, sides: { from: Side; to: Side }): string {
  if (kind === 'reports to') return elbow(start, end, sides.from)
  if (sides.from !== sides.to) return `M${start.x} ${start.y} L${end.x} ${end.y}`
  const beyond = Math.max(start.x, end.x) + 40
  return `M${start.x} ${start.y} C${beyond} ${start.y} ${beyond} ${end.y} ${end.x} ${end.y}`
}

function elbow(start: Point, end: Point, side: string): string {
  const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2]
  return side === 'top' || side === 'bottom'
    ? `M${start.x} ${start.y} V${y} H${end.x} V${end.y}`
    : `M${start.x} ${start.y} H${x} V${end.y} H${end.x}`
}

function PrintedPerson({ person, box, language }: { person: MapPerson; box: Box; language: Language }) {
  const { x, y, width, height } = box
  const role = person.buyingRole && buyingRoleName(person.buyingRole, language)
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={4}
        className={style.box}
        strokeDasharray={person.stance === null ? '4 3' : undefined}
      />
      <Words x={x + 10} y={y + 18} width={width - 50} strong text={person.name} />
      <text x={x + width - 10} y={y + 18} textAnchor="end" className={style.name}>
        {stanceSign(person.stance)}
      </text>
      <Words x={x + 10} y={y + 35} width={width - 20} text={person.title ?? ''} />
      <Words x={x + 10} y={y + 52} width={width - 44} text={role ?? ''} />
      {person.influence !== null && (
        <text x={x + width - 10} y={y + 52} textAnchor="end" className={style.caption}>
          {person.influence}/5
        </text>
      )}
    </g>
  )
}

type WordsProps = { x: number; y: number; width: number; text: string; strong?: boolean; middle?: boolean }

/** A line of text cut to a width: Chinese characters are about as wide as the letters are high, others half of that. */
function Words({ x, y, width, text, strong = false, middle = false }: WordsProps) {
  const size = strong ? 13 : 12
  let used = 0
  let fitting = ''
  for (const letter of text) {
    used += size * (letter > '\u2e7f' ? 1 : 0.56)
    if (used > width) break
    fitting += letter
  }
  return (
    <text x={x} y={y} textAnchor={middle ? 'middle' : 'start'} className={strong ? style.name : style.caption}>
      {fitting === text ? text : `${fitting.slice(0, -1)}…`}
    </text>
  )
}
