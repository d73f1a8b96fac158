import type { Language } from '../../platform/language.ts'

type Everything = {
  name: string
  madeOn: string
  company: string
  parts: { table: string; title: string; rows: unknown[] }[]
  trail: unknown[]
}

const words = {
  title: { en: 'What we keep of', 'zh-Hans': '我们保存的个人信息：' },
  made: { en: 'Made on', 'zh-Hans': '生成日期' },
  trail: { en: 'Who changed what', 'zh-Hans': '变更记录' },
  nothing: { en: 'Nothing.', 'zh-Hans': '无。' },
} as const satisfies Record<string, Record<Language, string>>

/** The file a person receives: complete, readable without our product, one table for each thing we keep. */
export function everythingPage(everything: Everything, language: Language): string {
  const { name, madeOn, company, parts, trail } = everything
  const sections = [...parts, { table: 'platform.change', title: words.trail[language], rows: trail }]
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${escaped(`${words.title[language]} ${name}`)}</title>
<style>
body { font: 14px/1.5 system-ui, "Noto Sans SC", sans-serif; margin: 32px auto; max-width: 960px; padding: 0 16px; }
table { border-collapse: collapse; margin: 0 0 16px; width: 100%; }
th, td { border-top: 1px solid #ddd; padding: 4px 12px 4px 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { width: 28%; font-weight: 500; color: #555; }
h2 { font-size: 16px; margin: 32px 0 8px; }
small { color: #777; font-weight: 400; }
</style>
<h1>${escaped(`${words.title[language]} ${name}`)}</h1>
<p>${escaped(company)} · ${words.made[language]} ${madeOn}</p>
${sections.map(section => sectionOf(section, language)).join('\n')}
</html>
`
}

function sectionOf(
  { table, title, rows }: { table: string; title: string; rows: unknown[] },
  language: Language,
): string {
  const tables = rows.map(row => `<table>${factsOf(row)}</table>`).join('\n')
  return `<h2>${escaped(title)} <small>${escaped(table)} · ${rows.length}</small></h2>
${rows.length === 0 ? `<p>${words.nothing[language]}</p>` : tables}`
}

/** Fields that hold nothing are left out. */
function factsOf(row: unknown): string {
  return Object.entries(row as Record<string, unknown>)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([field, value]) => `<tr><th scope="row">${escaped(field)}</th><td>${escaped(said(value))}</td></tr>`)
    .join('')
}

const said = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
