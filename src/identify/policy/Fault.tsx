import { useLanguage } from '../../web/use-format.ts'
import { policyFaultWords } from '../policy-fault-words.ts'
import style from './Fault.module.css'

/** What is wrong with a part of the policy, in the reader's language. */
export function Fault({ message }: { message: string | undefined }) {
  const language = useLanguage()
  if (message === undefined) return null
  return (
    <p className={style.fault} role="alert">
      {policyFaultWords(message, language)}
    </p>
  )
}
