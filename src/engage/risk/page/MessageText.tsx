import { useLingui } from '@lingui/react/macro'
import { Section } from '../../../web/page/Section.tsx'
import { useFormat, useLanguage } from '../../../web/use-format.ts'
import style from '../risk.module.css'
import type { AlertRead } from './alert.web.ts'

/** What the sender said, in the reader's language where there is one. */
export function MessageText({ alert }: { alert: AlertRead }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const message = alert.messages.find(each => each.identifier === alert.inForce) ?? alert.messages[0]!
  const info =
    message.infos.find(each => each.language.toLowerCase().startsWith(language.slice(0, 2))) ?? message.infos[0]
  const earlier = alert.messages.length - 1
  return (
    <Section
      title={t`What the sender said`}
      note={[
        info?.senderName ?? message.sender,
        format.instant(message.sent),
        earlier > 0 && t`in place of ${earlier} earlier`,
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <div className={style.words}>
        {[info?.event, info?.description, info?.instruction, info?.areas.map(area => area.description).join('; ')].map(
          text => text && <p key={text}>{text}</p>,
        )}
      </div>
    </Section>
  )
}
