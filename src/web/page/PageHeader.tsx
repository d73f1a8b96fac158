import type { ReactNode } from 'react'
import style from './PageHeader.module.css'

type Props = {
  title: ReactNode
  /** One line: window, currency, as of, freshness of data. Parts are joined by a middle dot; null parts vanish. */
  context?: ReactNode[]
  /** At most three, the main one last. */
  actions?: ReactNode
  /** Filters, window picker, tabs: stands below the title, before the content. */
  children?: ReactNode
}

/**
 * How every page opens:
 *
 *     <PageHeader title={t`Vital few`} context={[format.days(from, to), 'CNY', t`as of ${day}`]}
 *       actions={<Button>…</Button>}><WindowPicker … /></PageHeader>
 */
export function PageHeader({ title, context, actions, children }: Props) {
  const parts = (context ?? []).filter(part => part !== null && part !== undefined && part !== false && part !== '')
  return (
    <header className={style.header}>
      <div className={style.line}>
        <div className={style.words}>
          <h1 className={style.title}>{title}</h1>
          {parts.length > 0 && (
            <p className={style.context}>
              {parts.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never move
                <span key={index}>{part}</span>
              ))}
            </p>
          )}
        </div>
        {actions && <div className={`${style.actions} no-print`}>{actions}</div>}
      </div>
      {children && <div className={`${style.tools} no-print`}>{children}</div>}
    </header>
  )
}
