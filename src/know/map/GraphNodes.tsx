import { IconUser } from '@tabler/icons-react'
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { useLanguage } from '../../web/use-format.ts'
import { buyingRoleName } from '../people/buying-role-words.ts'
import { sides } from './drawing.ts'
import { InfluenceDots } from './InfluenceDots.tsx'
import style from './RelationshipGraph.module.css'
import type { MapPerson, RelationshipMap } from './relationships.web.ts'
import { StanceMark } from './StanceMark.tsx'
import { stanceTone } from './stance.ts'

export type TheirNode = Node<MapPerson & { accountName: string | null }, 'theirs'>
export type OurNode = Node<RelationshipMap['ours'][number] & { contactId: null }, 'ours'>

const positions = { top: Position.Top, right: Position.Right, bottom: Position.Bottom, left: Position.Left }

const Handles = ({ connectable }: { connectable: boolean }) =>
  sides.map(side => (
    <Handle key={side} id={side} type="source" position={positions[side]} isConnectable={connectable} />
  ))

function Theirs({ data: person, isConnectable }: NodeProps<TheirNode>) {
  const language = useLanguage()
  return (
    <div className={style.theirs} data-tone={stanceTone(person.stance)}>
      <div className={style.top}>
        <span className={style.name}>{person.name}</span>
        <StanceMark stance={person.stance} />
      </div>
      <span className={style.line}>{person.accountName ?? person.title}</span>
      <span className={style.role}>
        {person.buyingRole && <span className={style.line}>{buyingRoleName(person.buyingRole, language)}</span>}
        <InfluenceDots influence={person.influence} />
      </span>
      <Handles connectable={isConnectable} />
    </div>
  )
}

function Ours({ data: person }: NodeProps<OurNode>) {
  return (
    <div className={style.ours}>
      <IconUser size={14} stroke={1.8} aria-hidden="true" />
      <span className={style.ourWords}>
        <span className={style.name}>{person.name}</span>
        <span className={style.line}>{person.title}</span>
      </span>
      <Handles connectable={false} />
    </div>
  )
}

export const nodeTypes = { theirs: Theirs, ours: Ours }
