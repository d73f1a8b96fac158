import { Link } from '@tanstack/react-router'
import style from './AccountLink.module.css'

type Props = {
  account: { id: number; code: string; name: string }
  /** Where there is little room: the code only on hover. */
  short?: boolean
}

/** An account's name that leads to its page; the code stands behind it, quietly. */
export function AccountLink({ account, short }: Props) {
  const path: string = `/accounts/${account.id}`
  return (
    <span className={style.whole}>
      <Link
        to={path}
        className={`link ${style.name}`}
        data-hint={short ? `${account.name} · ${account.code}` : account.name}
      >
        {account.name}
      </Link>
      {!short && account.code !== account.name && <span className={style.code}>{account.code}</span>}
    </span>
  )
}
