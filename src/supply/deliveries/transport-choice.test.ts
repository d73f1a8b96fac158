import { describe, expect, test } from 'vitest'
import { chooseWay, expectedLostUnits, type StormRisk, type Waiting, type Way } from './transport-choice.ts'

/** The storm-season question as the trade asks it: sea at nine days, road at three days and 2.1 times the cost. */
const sea: Way = { days: 9, daysDeviation: 0, cost: 10_000 }
const road: Way = { days: 3, daysDeviation: 0, cost: 21_000 }
const calm: StormRisk = { probability: 0, delayDays: 0 }
const storm = (probability: number): StormRisk => ({ probability, delayDays: 6 })

const steady: Waiting = {
  onHand: 100,
  arriving: 0,
  shipped: 1_000,
  dailyDemand: 10,
  demandDeviation: 0,
  unitMargin: 500,
}

describe('units that cannot be sold while a shipment is under way', () => {
  test('stock that lasts until it arrives loses nothing', () => {
    expect(expectedLostUnits(sea, calm, steady)).toBe(0)
    expect(expectedLostUnits({ ...sea, days: 10 }, calm, steady)).toBe(0)
  })

  test('each day beyond the stock loses a day’s demand', () => {
    expect(expectedLostUnits({ ...sea, days: 11 }, calm, steady)).toBeCloseTo(10, 9)
    expect(expectedLostUnits(sea, storm(1), steady)).toBeCloseTo(50, 9)
    expect(expectedLostUnits(sea, storm(0.2), steady)).toBeCloseTo(10, 9)
  })

  test('what arrives before it counts as stock', () => {
    expect(expectedLostUnits(sea, storm(1), { ...steady, arriving: 30 })).toBeCloseTo(20, 9)
  })

  test('a shipment never loses more than it brings', () => {
    expect(expectedLostUnits({ ...sea, days: 60 }, calm, { ...steady, shipped: 40 })).toBe(40)
  })

  test('uncertain days and uncertain demand lose something even where the mean does not', () => {
    expect(expectedLostUnits({ ...sea, days: 10, daysDeviation: 2 }, calm, steady)).toBeCloseTo(
      // Of the five likely durations two are longer than the stock lasts: by 1.06 and 2.8 days.
      ((0.531_903 + 1.399_81) * 2 * 10) / 5,
      9,
    )
    expect(expectedLostUnits(sea, calm, { ...steady, demandDeviation: 5 })).toBeGreaterThan(0)
  })
})

describe('whether a shipment should go by road in the storm season', () => {
  test('without a storm and with stock enough it stays at sea', () => {
    const choice = chooseWay(sea, road, calm, calm, [steady])
    expect(choice).toMatchObject({ saved: 0, extraCost: 11_000, gain: -11_000, pays: false })
  })

  test('with a storm it moves when the margin saved is above the extra cost', () => {
    // Held up six days: 50 units of 500 lost, that is 25,000 in a storm; road costs 11,000 more.
    expect(chooseWay(sea, road, storm(0.5), calm, [steady])).toMatchObject({ saved: 12_500, gain: 1_500, pays: true })
    expect(chooseWay(sea, road, storm(0.4), calm, [steady])).toMatchObject({ saved: 10_000, pays: false })
  })

  test('exactly at the break-even probability nothing is gained', () => {
    const { breakEven } = chooseWay(sea, road, storm(0.3), calm, [steady])
    expect(breakEven).toBeCloseTo(0.44, 12)
    expect(chooseWay(sea, road, storm(breakEven!), calm, [steady]).gain).toBeCloseTo(0, 9)
  })

  test('where even a certain storm costs less than the road there is no break-even', () => {
    expect(chooseWay(sea, road, storm(0.9), calm, [{ ...steady, unitMargin: 100 }]).breakEven).toBeNull()
  })

  test('where the sea is too slow anyway the road pays without any storm', () => {
    const bare = { ...steady, onHand: 0 }
    expect(chooseWay(sea, road, calm, calm, [bare])).toMatchObject({ breakEven: 0, pays: true })
  })

  test('a product sold at a loss is no reason to hurry', () => {
    expect(chooseWay(sea, road, storm(1), calm, [{ ...steady, unitMargin: -5 }]).saved).toBe(0)
  })

  test('a road that the storm floods too saves less', () => {
    const open = chooseWay(sea, road, storm(0.5), calm, [{ ...steady, onHand: 20 }])
    const flooded = chooseWay(sea, road, storm(0.5), { probability: 0.5, delayDays: 2 }, [{ ...steady, onHand: 20 }])
    expect(flooded.saved).toBeLessThan(open.saved)
  })
})
