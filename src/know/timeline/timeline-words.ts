import { inLanguage } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { SignalKind } from '../../platform/signal.ts'
import type { TimelineKind } from '../../platform/timeline.ts'

export const noteWords: TimelineKind = {
  title: inLanguage('Note', '笔记'),
  sentence: ({ values }) => String(values.text),
}

export const mentionWords: SignalKind = {
  title: inLanguage('You were mentioned', '有人提到了您'),
  reason: ({ values }, { language }) =>
    language === 'en' ? `${values.author} wrote: ${values.text}` : `${values.author}写道：${values.text}`,
  actions: ({ accountId }, language) => [
    { label: inLanguage('Read the note', '查看笔记')(language), path: `/accounts/${accountId}/timeline` },
  ],
}

export const timelineRefusals: RefusalWords = {
  note_not_found: {
    en: () => 'This note is no longer there.',
    'zh-Hans': () => '这条笔记已不存在。',
  },
  note_not_yours: {
    en: v => `Only ${v.author} or the head of the department may change this note.`,
    'zh-Hans': v => `只有${v.author}或部门负责人可以修改这条笔记。`,
  },
  note_changed_meanwhile: {
    en: v =>
      `${v.author} has changed this note since you read it. Your text is still here: copy it and open the note again.`,
    'zh-Hans': v => `您打开之后，${v.author}已修改了这条笔记。您的文字仍在：请先复制，再重新打开。`,
  },
}
