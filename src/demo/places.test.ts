import { describe, expect, it } from 'vitest'
import { managerOf } from './people.ts'
import { places } from './places.ts'

describe('where the demo’s accounts are', () => {
  it('every city has exactly one manager', () => {
    for (const place of places) expect(managerOf(place).role).toBe('manager')
    expect(new Set(places.map(place => place.city)).size).toBe(places.length)
  })
})
