/** Days on which a person is away, and who stands in. Plain days, both ends inside. */
export type Absence = {
  id: number
  personId: string
  deputyId: string
  from: string
  to: string
  note: string | null
}
