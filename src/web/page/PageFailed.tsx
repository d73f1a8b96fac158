import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Failed } from './Failed.tsx'

/** What the router shows when a page could not be loaded or drawn. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <Failed
      error={error}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}
