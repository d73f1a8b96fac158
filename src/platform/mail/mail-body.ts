import { html, raw } from 'hono/html'
import type { MailBlock, MailContent } from './mail.ts'

/** Where a mail's links lead, and how one stops such mails (absent where nobody can choose). */
export type MailFrame = {
  address: string
  company: string
  footer: string
  stop: { label: string; url: string } | null
}

/** The same content as plain text and as HTML that needs nothing from outside: no picture, no font, no script. */
export function mailBody(content: MailContent, frame: MailFrame): { text: string; html: string } {
  return { text: textOf(content, frame), html: htmlOf(content, frame) }
}

function textOf({ blocks }: MailContent, { address, footer, stop }: MailFrame): string {
  const parts = blocks.map(block => {
    if (block.kind === 'heading') return `${block.text}\n${'-'.repeat(Math.min(60, block.text.length))}`
    if (block.kind === 'paragraph') return block.text
    if (block.kind === 'action') return `${block.label}: ${address}${block.path}`
    return block.items
      .map(({ title, figure, text, path }) =>
        [`* ${title}${figure ? ` (${figure})` : ''}`, `  ${text}`, ...(path ? [`  ${address}${path}`] : [])].join('\n'),
      )
      .join('\n\n')
  })
  const end = [footer, ...(stop ? [`${stop.label}: ${stop.url}`] : [])].join('\n')
  return `${[...parts, `-- \n${end}`].join('\n\n')}\n`
}

const ink = '#181b1d'
const quiet = '#51575d'
const accent = '#0d5c50'

function htmlOf({ subject, language, blocks }: MailContent, { address, company, footer, stop }: MailFrame): string {
  const font = `font-family:Inter,-apple-system,'Segoe UI','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif`
  // Mail programs know only styles on the element itself.
  const page = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;background:#f7f7f5;color:${ink};${font};font-size:15px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<div style="padding:0 0 12px;color:${quiet};font-size:13px">${company || 'Vitalfew'}</div>
<div style="padding:20px 20px 8px;border:1px solid #e6e6e2;border-radius:6px;background:#ffffff">
${blocks.map(block => raw(String(blockHtml(block, address))))}
</div>
<div style="padding:16px 0;color:${quiet};font-size:13px">${footer}${stop ? html` <a href="${stop.url}" style="color:${quiet}">${stop.label}</a>` : ''}</div>
</div></body></html>`
  return String(page)
}

function blockHtml(block: MailBlock, address: string) {
  if (block.kind === 'heading') return html`<h2 style="margin:16px 0 8px;font-size:16px">${block.text}</h2>`
  if (block.kind === 'paragraph') return html`<p style="margin:0 0 12px">${block.text}</p>`
  if (block.kind === 'action') {
    return html`<p style="margin:16px 0"><a href="${address}${block.path}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:${accent};color:#ffffff;text-decoration:none">${block.label}</a></p>`
  }
  return html`${block.items.map(
    ({
      title,
      figure,
      text,
      path,
    }) => html`<div style="margin:0 0 12px;padding:0 0 12px;border-bottom:1px solid #e6e6e2">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr>
<td style="font-weight:600">${path ? html`<a href="${address}${path}" style="color:${ink};text-decoration:none">${title}</a>` : title}</td>
<td align="right" style="white-space:nowrap;font-variant-numeric:tabular-nums">${figure ?? ''}</td>
</tr></table>
<div style="color:${quiet}">${text}</div></div>`,
  )}`
}
