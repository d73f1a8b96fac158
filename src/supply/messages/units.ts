type Unit = { x12: string; edifact: string }

/** Units of the trade as people write them, by X12 355 and UN/ECE Recommendation 20; what is not here counts as pieces. */
const units: Record<string, Unit> = {
  piece: { x12: 'EA', edifact: 'PCE' },
  set: { x12: 'ST', edifact: 'SET' },
  pair: { x12: 'PR', edifact: 'PR' },
  box: { x12: 'BX', edifact: 'BX' },
  carton: { x12: 'CT', edifact: 'CT' },
  case: { x12: 'CA', edifact: 'CS' },
  pack: { x12: 'PK', edifact: 'PK' },
  pallet: { x12: 'PL', edifact: 'PF' },
  roll: { x12: 'RL', edifact: 'RO' },
  kg: { x12: 'KG', edifact: 'KGM' },
  t: { x12: 'MP', edifact: 'TNE' },
  m: { x12: 'MR', edifact: 'MTR' },
  l: { x12: 'LT', edifact: 'LTR' },
}

const names: Record<string, string> = {
  pieces: 'piece',
  pcs: 'piece',
  pc: 'piece',
  unit: 'piece',
  units: 'piece',
  each: 'piece',
  件: 'piece',
  台: 'piece',
  个: 'piece',
  只: 'piece',
  套: 'set',
  箱: 'carton',
  盒: 'box',
  包: 'pack',
  卷: 'roll',
  托盘: 'pallet',
  千克: 'kg',
  公斤: 'kg',
  米: 'm',
  升: 'l',
}

function unitOf(name: string | null): Unit {
  const word = (name ?? 'piece').trim().toLowerCase()
  return units[names[word] ?? word] ?? units.piece!
}

export function x12Unit(name: string | null): string {
  return unitOf(name).x12
}

export function edifactUnit(name: string | null): string {
  return unitOf(name).edifact
}
