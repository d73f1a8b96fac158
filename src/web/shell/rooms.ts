import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  IconAlertTriangle,
  IconBuildingStore,
  IconCalendar,
  IconChartAreaLine,
  IconChecklist,
  IconClock,
  IconCrown,
  IconGift,
  IconGridDots,
  IconHeartHandshake,
  IconListCheck,
  IconMail,
  IconMap2,
  IconPackage,
  type IconProps,
  IconScale,
  IconSettings,
  IconTableImport,
  IconTruckDelivery,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'

export type Room = {
  path: string
  name: MessageDescriptor
  /** Pressed after `g`. */
  letter: string
  icon: ComponentType<IconProps>
  /** Second part of the rail: what runs the system rather than the work. */
  housekeeping?: boolean
  /** Stands in the phone's bar; three at most. */
  thumb?: boolean
}

/** The rail's rooms in their order; a new room adds one entry here. */
export const rooms: Room[] = [
  {
    path: '/today',
    name: msg({ message: 'Today', context: 'the room' }),
    letter: 't',
    icon: IconListCheck,
    thumb: true,
  },
  { path: '/calendar', name: msg`Calendar`, letter: 'c', icon: IconCalendar, thumb: true },
  { path: '/vital-few', name: msg`Vital few`, letter: 'v', icon: IconChartAreaLine },
  { path: '/accounts', name: msg`Accounts`, letter: 'a', icon: IconBuildingStore, thumb: true },
  { path: '/supply', name: msg`Supply`, letter: 'u', icon: IconTruckDelivery },
  { path: '/map', name: msg`Map`, letter: 'l', icon: IconMap2 },
  { path: '/risks', name: msg`Risk alerts`, letter: 'd', icon: IconAlertTriangle },
  { path: '/requests', name: msg`Requests`, letter: 'q', icon: IconGift },
  { path: '/executives', name: msg`Executives`, letter: 'x', icon: IconCrown },
  { path: '/promises', name: msg`Promises`, letter: 'k', icon: IconHeartHandshake },
  { path: '/white-space', name: msg`White space`, letter: 'w', icon: IconGridDots },
  { path: '/time', name: msg`Time`, letter: 'h', icon: IconClock },
  { path: '/products', name: msg`Products`, letter: 'o', icon: IconPackage },
  { path: '/reviews', name: msg`Reviews`, letter: 'r', icon: IconChecklist },
  { path: '/policy', name: msg`Policy`, letter: 'p', icon: IconScale },
  { path: '/imports', name: msg`Imports`, letter: 'i', icon: IconTableImport },
  { path: '/mail', name: msg`Mail`, letter: 'm', icon: IconMail, housekeeping: true },
  { path: '/people', name: msg`People and rights`, letter: 'e', icon: IconUsers, housekeeping: true },
  { path: '/settings', name: msg`Settings`, letter: 's', icon: IconSettings, housekeeping: true },
]
