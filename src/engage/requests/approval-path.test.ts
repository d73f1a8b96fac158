import { describe, expect, test } from 'vitest'
import { approvalPath, currentStep, dueDays, isEscalated, mayDecide, usualRules } from './approval-path.ts'
import { nextState, requestStates } from './request.ts'

const path = (cost: string | null, executiveId: string | null = null) =>
  approvalPath({ kind: 'other', cost, executiveId }, usualRules).map(step => [step.role ?? step.personId, step.because])

describe('who must agree', () => {
  test('next to nothing needs nobody, from 500 on the head', () => {
    expect(path('499.99')).toEqual([])
    expect(path('500')).toEqual([['head', 'always']])
  })

  test('from 20,000 on an executive as well', () => {
    expect(path('19999.99')).toEqual([['head', 'always']])
    expect(path('20000')).toEqual([
      ['head', 'always'],
      ['executive', 'cost'],
    ])
  })

  test('an unknown cost is taken for high', () => {
    expect(path(null)).toHaveLength(2)
  })

  test('whose presence is wanted decides, also where it costs nothing, and once where it costs much', () => {
    const both = [
      ['head', 'always'],
      ['zheng', 'presence'],
    ]
    expect(path('0', 'zheng')).toEqual(both)
    expect(path('90000', 'zheng')).toEqual(both)
  })
})

describe('by when', () => {
  // Every day is a working day here.
  const after = (day: string, count: number) =>
    new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
  const before = (day: string) => after(day, -1)

  test('each step has its days after the one before', () => {
    expect(dueDays(2, '2026-02-26', '2026-12-01', 3, after, before)).toEqual(['2026-03-01', '2026-03-04'])
  })

  test('all is decided the day before it is wanted', () => {
    expect(dueDays(2, '2026-11-02', '2026-11-06', 3, after, before)).toEqual(['2026-11-05', '2026-11-05'])
  })

  test('what is wanted today is due today, not yesterday', () => {
    expect(dueDays(1, '2026-11-02', '2026-11-02', 3, after, before)).toEqual(['2026-11-02'])
  })
})

describe('who may decide', () => {
  const headStep = { personId: null, role: 'head', due: '2026-11-05', state: 'waiting' } as const
  const presenceStep = { personId: 'zheng', role: null, due: '2026-11-05', state: 'waiting' } as const
  const who = (id: string, role: string, standsInFor: { id: string; role: string }[] = []) => ({
    id,
    role,
    standsInFor,
  })
  const onTime = '2026-11-05'
  const late = '2026-11-06'

  test('the head a head’s step, the named executive their own, nobody else', () => {
    expect(mayDecide(headStep, who('lin', 'head'), onTime)).toBe('own')
    expect(mayDecide(presenceStep, who('zheng', 'executive'), onTime)).toBe('own')
    expect(mayDecide(presenceStep, who('anna', 'executive'), onTime)).toBeNull()
    expect(mayDecide(presenceStep, who('lin', 'head'), onTime)).toBeNull()
    expect(mayDecide(headStep, who('chen', 'manager'), onTime)).toBeNull()
  })

  test('a deputy decides for whoever is away, and for nobody else', () => {
    expect(mayDecide(headStep, who('chen', 'manager', [{ id: 'lin', role: 'head' }]), onTime)).toBe('deputy')
    expect(mayDecide(presenceStep, who('chen', 'manager', [{ id: 'lin', role: 'head' }]), onTime)).toBeNull()
    expect(mayDecide(presenceStep, who('lin', 'head', [{ id: 'zheng', role: 'executive' }]), onTime)).toBe('deputy')
  })

  test('on the last day it is still theirs; the day after it goes one level higher', () => {
    expect(isEscalated(headStep, onTime)).toBe(false)
    expect(isEscalated(headStep, late)).toBe(true)
    expect(mayDecide(headStep, who('anna', 'executive'), onTime)).toBeNull()
    expect(mayDecide(headStep, who('anna', 'executive'), late)).toBe('escalation')
    expect(mayDecide(presenceStep, who('anna', 'executive'), late)).toBe('escalation')
    expect(mayDecide(presenceStep, who('lin', 'head'), late)).toBe('escalation')
    expect(mayDecide(headStep, who('chen', 'manager'), late)).toBeNull()
  })

  test('a step once decided is decided', () => {
    expect(mayDecide({ ...headStep, state: 'approved' }, who('lin', 'head'), late)).toBeNull()
  })

  test('it is the first waiting step’s turn', () => {
    expect(
      currentStep([
        { place: 2, state: 'waiting' },
        { place: 1, state: 'approved' },
      ])?.place,
    ).toBe(2)
    expect(currentStep([{ place: 1, state: 'approved' }])).toBeNull()
  })
})

test('a request that was declined or withdrawn stays so; an outcome can be taken back', () => {
  for (const act of ['approve', 'decline', 'withdraw', 'succeed', 'fail', 'reopen'] as const) {
    expect(nextState('declined', act)).toBeNull()
    expect(nextState('withdrawn', act)).toBeNull()
  }
  expect(nextState('waiting', 'succeed')).toBeNull()
  expect(nextState('approved', 'approve')).toBeNull()
  expect(nextState('done', 'reopen')).toBe('approved')
  expect(requestStates.filter(state => nextState(state, 'withdraw') !== null)).toEqual(['waiting', 'approved'])
})
