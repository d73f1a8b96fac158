import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSeriesFile } from './series-file.server.ts'

async function all<Each>(source: AsyncIterable<Each>): Promise<Each[]> {
  const found: Each[] = []
  for await (const each of source) found.push(each)
  return found
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'series-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function reading(text: string) {
  const path = join(folder, 'series.csv')
  await writeFile(path, text)
  return all(readSeriesFile(path))
}

test('series are read in the order of the file, whatever the order of columns', async () => {
  expect(await reading('value,id,note,index\n1,b,,7\n2.5,b,,8\n-3e2,a,,0\n')).toEqual([
    { id: 'b', values: [1, 2.5] },
    { id: 'a', values: [-300] },
  ])
})

test('a byte order mark, line ends of Windows, blank lines and quotes do not matter', async () => {
  expect(await reading('\uFEFFID,Index,Value\r\n"a, ""b""",1,"4"\r\n\r\n"a, ""b""",2,5\r\n')).toEqual([
    { id: 'a, "b"', values: [4, 5] },
  ])
})

test.each([
  ['id,index,value\na,1,NaN', 'Line 2: the value of “a” at index 1 is not a number: “NaN”.'],
  ['id,index,value\na,1,Infinity', 'Line 2: the value of “a” at index 1 is not a number: “Infinity”.'],
  ['id,index,value\na,1,', 'Line 2: the value of “a” at index 1 is missing.'],
  ['id,index,value\na,1,0x10', 'Line 2: the value of “a” at index 1 is not a number: “0x10”.'],
  ['id,index,value\na,1,3\na,3,4', 'Line 3: “a” jumps from index 1 to 3: a gap.'],
  ['id,index,value\na,1,3\na,1,4', 'Line 3: index 1 of “a” is there twice.'],
  ['id,index,value\na,2,3\na,1,4', 'Line 3: index 1 of “a” comes after 2: rows are in order.'],
  ['id,index,value\na,1,3\nb,1,4\na,2,5', 'Line 4: “a” began further up: all rows of a series stand together.'],
  ['id,index,value\na,1.5,3', 'Line 2: the index of “a” is a whole number, not “1.5”.'],
  ['id,index,value\na,1', 'Line 2: 2 cells where 3 are needed.'],
  ['id,index,value\n,1,3', 'Line 2: the id is missing.'],
  ['name,index,value\na,1,3', 'Line 1: there is no column “id”. The first line names the columns: id,index,value.'],
  ['', 'The file holds no series: id,index,value and a row for each value.'],
  ['id,index,value\n', 'The file holds no series: id,index,value and a row for each value.'],
])('a file that is not right is refused with its line: %j', async (text, sentence) => {
  await expect(reading(text)).rejects.toThrow(sentence)
})
