import { createFileRoute, redirect } from '@tanstack/react-router'
import { rooms } from '../shell/rooms.ts'

export const Route = createFileRoute('/_app/')({
  beforeLoad: () => {
    throw redirect({ to: rooms[0]!.path, replace: true })
  },
})
