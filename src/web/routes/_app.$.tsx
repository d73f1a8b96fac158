import { createFileRoute } from '@tanstack/react-router'
import { NotFound } from '../page/NotFound.tsx'

/** An unknown address still stands in the frame, so that one finds on from it. */
export const Route = createFileRoute('/_app/$')({ component: NotFound })
