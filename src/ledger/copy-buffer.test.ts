import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CopyBuffer } from './copy-buffer.ts'

const written = (write: (buffer: CopyBuffer) => void, size = 4) => {
  const buffer = new CopyBuffer(size)
  write(buffer)
  return new TextDecoder().decode(buffer.take())
}

describe('rows for COPY', () => {
  it('separate fields by tabs and end with a newline', () => {
    const row = written(buffer => {
      buffer.whole(1)
      buffer.plain('-2.50')
      buffer.text(null)
      buffer.endRow()
      buffer.plain('2024-03-15')
      buffer.endRow()
    })
    expect(row).toBe('1\t-2.50\t\\N\n2024-03-15\n')
  })

  it('escape what COPY would take for its own', () => {
    expect(written(buffer => buffer.text('a\tb\nc\rd\\N "e"'))).toBe('a\\tb\\nc\\rd\\\\N "e"')
  })

  it('keep every language', () => {
    expect(written(buffer => buffer.text('工业交换机 – Ø 12 🚢 ok'))).toBe('工业交换机 – Ø 12 🚢 ok')
  })

  it('write any whole number and any text as they are', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string({ unit: 'grapheme' }), (number, text) => {
        const escaped = text.replace(
          /[\\\t\n\r]/g,
          found => `\\${{ '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }[found]}`,
        )
        const row = written(buffer => {
          buffer.whole(number)
          buffer.text(text)
        })
        return row === `${number}\t${escaped}`
      }),
    )
  })

  it('go on empty after they are taken', () => {
    const buffer = new CopyBuffer(8)
    buffer.whole(1)
    buffer.endRow()
    const first = buffer.take()
    buffer.whole(2)
    buffer.endRow()
    expect([...first, ...buffer.take()]).toEqual([49, 10, 50, 10])
  })
})
