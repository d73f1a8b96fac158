import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Language } from './language.ts'

const require = createRequire(import.meta.url)
const file = (name: string) => require.resolve(`@expo-google-fonts/noto-sans-sc/${name}`)

/** One family with Latin, Vietnamese and Chinese letters; of its 10 MB only the letters used are embedded. */
const fontFiles = {
  text: file('400Regular/NotoSansSC_400Regular.ttf'),
  strong: file('600SemiBold/NotoSansSC_600SemiBold.ttf'),
} as const

let fonts: Promise<Record<keyof typeof fontFiles, Buffer>> | undefined

async function readFonts() {
  fonts ??= Promise.all([readFile(fontFiles.text), readFile(fontFiles.strong)]).then(([text, strong]) => ({
    text,
    strong,
  }))
  return fonts
}

/** Points; A4 is 595 × 842. */
export const pageMargin = 42

/** An A4 document whose text can be selected in both languages; fonts are called 'text' and 'strong'. */
export async function openPdf(about: { title: string; author: string; language: Language; at: Date }) {
  const { text, strong } = await readFonts()
  const document = new PDFDocument({
    size: 'A4',
    margin: pageMargin,
    bufferPages: true,
    lang: about.language,
    displayTitle: true,
    info: { Title: about.title, Author: about.author, Creator: 'Vitalfew', CreationDate: about.at },
  })
  document.registerFont('text', text).registerFont('strong', strong).font('text')
  return document
}

export type Pdf = Awaited<ReturnType<typeof openPdf>>

/** Ends the document and gives it whole. */
export async function pdfBytes(document: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  document.end()
  return whole
}
