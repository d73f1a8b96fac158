import { Link } from '@tanstack/react-router'
import style from './AccountLink.module.css'

/** An account's name that leads to its page; the code stands behind it, quietly. */
export function AccountLink({ account }: { account: { id: number; code: string; name: string } }) {
  const path: string = `/accounts/${account.id}`
  return (
    <span className={style.whole}>
      <Link to={path} className={`link ${style.name}`}>
        {account.name}
      </Link>
      {account.code !== account.name && <span className={style.code}>{account.code}</span>}
    </span>
  )
}
