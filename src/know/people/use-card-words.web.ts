import { useLingui } from '@lingui/react/macro'
import { type ContactField, contactColumns } from '../../accounts/contact.ts'
import { contactFieldName } from '../../accounts/contact-field-words.ts'
import type { client } from '../../web/api.ts'
import { useLanguage } from '../../web/use-format.ts'
import type { Profile } from './profile.ts'
import { profileFieldName } from './profile-words.ts'

type Preview = Awaited<ReturnType<typeof client.know.people.previewFile>>['items'][number]

/** What becomes of a card, and why. */
export function useCardWords(): { verdict: (item: Preview) => string; detail: (item: Preview) => string } {
  const { t } = useLingui()
  const language = useLanguage()
  const fieldName = (field: string) =>
    field in contactColumns
      ? contactFieldName(field as ContactField, language)
      : profileFieldName(field as keyof Profile, language)
  const verdicts: Record<Preview['verdict'], string> = {
    new: t({ message: 'new', context: 'person' }),
    matched: t`known here`,
    'set aside': t({ message: 'set aside', context: 'person' }),
  }
  const reasons: Record<NonNullable<Preview['reason']>, string> = {
    'no name': t`No name`,
    repeated: t`Stands in the file before`,
    erased: t`Was erased on request`,
    moved: t`Has moved to another account`,
    unreadable: t`The card cannot be read`,
  }
  return {
    verdict: item => verdicts[item.verdict],
    detail: item => {
      if (item.reason) return reasons[item.reason]
      const changes = item.changes.map(fieldName).join(', ')
      const said =
        item.verdict === 'new' ? (item.title ?? '') : changes === '' ? t`Nothing changes` : t`Changes: ${changes}`
      return item.notice === null ? said : [said, t`the card is of another company`].filter(Boolean).join(' · ')
    },
  }
}
