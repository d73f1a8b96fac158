import { Trans, useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { AccountSelect } from '../../accounts/AccountSelect.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { readAmount } from '../amount-format.ts'
import { capital } from '../capital.ts'
import { type DayOrder, readDay } from '../day-format.ts'
import type { ImportKind } from '../fields.ts'
import { useKindWords } from '../kind-words.web.ts'
import { type Question, questionSentence } from '../question.ts'
import type { Corrections } from '../shape.ts'
import { answerOf, documentByDay, ofOneAccount } from './answer.ts'
import style from './Questions.module.css'

type Props = {
  questions: Question[]
  pending: boolean
  onAnswer: (corrections: Corrections) => void
}

/** More choices than these are better searched than read. */
const readable = 6

/** What the file leaves open, asked plainly; a click on a choice answers. */
export function Questions({ questions, pending, onAnswer }: Props) {
  const { t } = useLingui()
  const words = useChoiceWords()
  const absent = questions.filter(question => question.code === 'column_missing').length
  return (
    <section className={style.questions} aria-label={t`Questions about the file`}>
      {absent > 1 && (
        <p className={style.none}>
          <Trans>
            Several needed columns were not found. If the file holds something else, correct its kind first.
          </Trans>
        </p>
      )}
      {questions
        .map(asked => withoutOne(asked))
        .map(({ question, isOfOne }) => (
          <fieldset key={`${question.code} ${question.field}`} className={style.question} disabled={pending}>
            <legend className={style.ask}>{words.ask(question)}</legend>
            {isOfOne && (
              <div className={style.one}>
                <AccountSelect
                  label={t`None: all rows are of one account`}
                  value={null}
                  onChange={account => account && onAnswer({ account: account.code })}
                />
              </div>
            )}
            {question.choices.length === 0 ? (
              <p className={style.none}>{t`No column of the file is left to choose. Correct the columns below.`}</p>
            ) : question.choices.length > readable ? (
              <Select
                searchable
                w={360}
                maw="100%"
                aria-label={words.ask(question)}
                placeholder={t`Choose a column`}
                data={question.choices.map(choice => ({
                  value: choice.value,
                  label: [words.choice(question, choice.value).name, choice.example].filter(Boolean).join(' · '),
                }))}
                onChange={value => value !== null && onAnswer(answerOf(question, value))}
              />
            ) : (
              <div className={style.choices}>
                {question.choices.map(choice => {
                  const { name, note } = words.choice(question, choice.value)
                  const example = note ?? choice.example
                  return (
                    <button
                      key={choice.value}
                      type="button"
                      className={style.choice}
                      onClick={() => onAnswer(answerOf(question, choice.value))}
                    >
                      <span className={style.name}>{name}</span>
                      {example && <span className={style.example}>{example}</span>}
                    </button>
                  )
                })}
              </div>
            )}
          </fieldset>
        ))}
    </section>
  )
}

/** The choice of one account is made by its name, not by a click. */
function withoutOne(question: Question): { question: Question; isOfOne: boolean } {
  const choices = question.choices.filter(({ value }) => value !== ofOneAccount)
  return { question: { ...question, choices }, isOfOne: choices.length < question.choices.length }
}

type Words = { name: string; note?: string }

function useChoiceWords() {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const kinds = useKindWords()
  const orders: Record<DayOrder, string> = {
    dmy: t`day, month, year`,
    mdy: t`month, day, year`,
    ymd: t`year, month, day`,
  }
  const discounts: Record<string, Words> = {
    share: { name: t`A share`, note: t`0.1 takes off 10%` },
    percent: { name: t`Per cent`, note: t`10 takes off 10%` },
    amount: { name: t`Money off the line`, note: t`10 takes off 10 in all` },
    unit_amount: { name: t`Money off each unit`, note: t`10 takes off 10 a piece` },
  }
  const ask = (question: Question) => {
    const [example] = question.examples
    if (question.code === 'date_order' && example) {
      const field = kinds.fieldInside(question.kind as ImportKind, question.field!)
      return t`Which day is ${example}? The whole column (${field}) can be read in more than one way.`
    }
    if (question.code === 'decimal' && example) return t`How much is ${example}? The whole file can be read either way.`
    return questionSentence(question, language)
  }
  const choice = (question: Question, value: string): Words => {
    const [example] = question.examples
    switch (question.code) {
      case 'kind':
        return { name: kinds.kind(value as ImportKind) }
      case 'date_order': {
        const order = value as DayOrder
        const day = example ? readDay(example, { order, serial: false }) : null
        return day ? { name: format.day(day), note: capital(orders[order]) } : { name: capital(orders[order]) }
      }
      case 'decimal': {
        const amount = example ? readAmount(example, value === 'comma' ? ',' : '.') : null
        const sign =
          value === 'comma' ? t`1.234,5: the comma is the decimal sign` : t`1,234.5: the point is the decimal sign`
        return amount ? { name: format.number(amount.value, 10), note: sign } : { name: sign }
      }
      case 'discount':
        return discounts[value] ?? { name: value }
      case 'encoding':
        return { name: value === 'gb18030' ? t`Chinese (GBK)` : t`Western European (Windows-1252)` }
      case 'base_currency': {
        const name = new Intl.DisplayNames(language, { type: 'currency' }).of(value)
        return { name: value, note: name }
      }
      default:
        return value === documentByDay
          ? { name: t`It has none`, note: t`one document for each account and day` }
          : { name: /^\d+$/.test(value) ? t`Column ${value}` : value }
    }
  }
  return { ask, choice }
}
