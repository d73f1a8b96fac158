import type { ReactNode } from 'react'
import style from './EmptyState.module.css'

type Props = {
  title: ReactNode
  /** What would stand here and how it comes about. */
  children?: ReactNode
  /** The one thing to do next. */
  action?: ReactNode
  icon?: ReactNode
  /** It is all there is: its title is the page's. */
  whole?: boolean
}

/** `<EmptyState title={t`No imports yet`} action={<Button>…</Button>}>{t`Drop a ledger file to begin.`}</EmptyState>` */
export function EmptyState({ title, children, action, icon, whole = false }: Props) {
  const Title = whole ? 'h1' : 'p'
  return (
    <div className={style.empty}>
      {icon && (
        <span className={style.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <Title className={style.title}>{title}</Title>
      {children && <div className={style.words}>{children}</div>}
      {action && <div className={style.action}>{action}</div>}
    </div>
  )
}
