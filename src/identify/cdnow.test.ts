import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bgNbdLogLikelihood, expectedPurchases, expectedRepeats, fitBgNbd } from './bg-nbd.ts'
import { fitGammaGamma, type Spending } from './gamma-gamma.ts'
import { groupHistories, type PurchaseHistory } from './purchase-history.ts'

// Figures of shared/design/numbers.md: Fader, Hardie & Lee (2005), Fader & Hardie (2013); calibration to 1997-09-30.
const file = new URL('../../../shared/data/cdnow/CDNOW_sample.txt', import.meta.url)
const dayNumber = (text: string) => Date.UTC(+text.slice(0, 4), +text.slice(4, 6) - 1, +text.slice(6, 8)) / 86_400_000
const calibrationEnd = dayNumber('19970930')
const holdOutEnd = dayNumber('19980630')

function customers() {
  const days = new Map<string, Map<number, number>>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, customer, day, , dollars] = line.trim().split(/\s+/)
    if (!customer || !day) continue
    let own = days.get(customer)
    if (!own) {
      own = new Map()
      days.set(customer, own)
    }
    own.set(dayNumber(day), (own.get(dayNumber(day)) ?? 0) + Number(dollars))
  }
  return [...days.values()].map(own => {
    const sorted = [...own].sort(([left], [right]) => left - right)
    const calibration = sorted.filter(([day]) => day <= calibrationEnd)
    const first = calibration[0]![0]
    const repeats = calibration.slice(1)
    const history: PurchaseHistory = {
      repeats: repeats.length,
      lastAt: (calibration.at(-1)![0] - first) / 7,
      observed: (calibrationEnd - first) / 7,
    }
    const spending: Spending = {
      purchases: repeats.length,
      mean: repeats.reduce((sum, [, dollars]) => sum + dollars, 0) / repeats.length,
    }
    return { history, spending, heldOut: sorted.filter(([day]) => day > calibrationEnd && day <= holdOutEnd).length }
  })
}

describe.skipIf(!existsSync(file))('the CDNOW sample (absent here: ../shared/data)', () => {
  const all = existsSync(file) ? customers() : []
  const histories = all.map(customer => customer.history)

  test('BG/NBD fits to the published parameters and log-likelihood in under two seconds', () => {
    const started = performance.now()
    const { model, logLikelihood, accounts } = fitBgNbd(histories)!
    const took = performance.now() - started
    expect(accounts).toBe(2_357)
    expect(model.r).toBeCloseTo(0.2426, 4)
    expect(model.alpha).toBeCloseTo(4.4136, 4)
    expect(model.a).toBeCloseTo(0.7929, 4)
    expect(model.b).toBeCloseTo(2.4259, 4)
    expect(logLikelihood).toBeCloseTo(-9582.429, 3)
    expect(took).toBeLessThan(2_000)
  })

  test('its likelihood at the published parameters is the published one', () => {
    const published = { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 }
    expect(bgNbdLogLikelihood(published, groupHistories(histories))).toBeCloseTo(-9582.429, 3)
  })

  test('expected purchases are the published ones', () => {
    const { model } = fitBgNbd(histories)!
    expect(expectedPurchases(model, 39)).toBeCloseTo(1.195, 3)
    expect(expectedRepeats(model, { repeats: 2, lastAt: 30.43, observed: 38.86 }, 39)).toBeCloseTo(1.226, 3)
  })

  test('about 1,653 repeat purchases are predicted for the 39 weeks held out, against 1,882 made', () => {
    const { model } = fitBgNbd(histories)!
    const predicted = histories.reduce((sum, history) => sum + expectedRepeats(model, history, 39), 0)
    expect(Math.round(predicted)).toBe(1_653)
    expect(all.reduce((sum, customer) => sum + customer.heldOut, 0)).toBe(1_882)
  })

  test('gamma-gamma on the 946 repeaters fits to the published parameters', () => {
    const { model, logLikelihood, accounts } = fitGammaGamma(
      all.map(customer => customer.spending).filter(spending => spending.purchases > 0),
    )!
    expect(accounts).toBe(946)
    expect(model.p).toBeCloseTo(6.25, 2)
    expect(model.q).toBeCloseTo(3.744, 3)
    expect(model.v).toBeCloseTo(15.44, 2)
    expect(logLikelihood).toBeCloseTo(-4055.918, 3)
  })
})
