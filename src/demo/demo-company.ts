import { type DemoAccount, demoAccounts } from './accounts.ts'
import { type DemoContact, demoContacts } from './contacts.ts'
import { type PlannedDocument, planDocuments } from './documents.ts'
import { type DemoLine, LineWriter } from './invoice-lines.ts'
import {
  type DemoInvitation,
  type DemoJudgement,
  type DemoOverride,
  demoInvitations,
  demoJudgements,
  demoOverrides,
} from './judgements.ts'
import { type DemoPerson, people } from './people.ts'
import { type DemoProduct, demoProducts } from './products.ts'
import { type DemoRate, demoRates, dollarRates } from './rates.ts'
import { type DemoCost, demoCosts } from './service-costs.ts'
import { tallyAccounts } from './tally.ts'
import { type DemoValueType, demoValueTypes } from './value-types.ts'

/** The seed of the company that the product shows. */
export const usualSeed = 'vitalfew'

export type DemoCompany = {
  people: readonly DemoPerson[]
  accounts: DemoAccount[]
  products: DemoProduct[]
  rates: DemoRate[]
  contacts: DemoContact[]
  costs: DemoCost[]
  judgements: DemoJudgement[]
  invitations: DemoInvitation[]
  overrides: DemoOverride[]
  valueTypes: DemoValueType[]
  documents: PlannedDocument[]
  /** All invoice lines in the order of day and document, or those of days from `from` to `to`, both included. */
  invoiceLines: (from?: string, to?: string) => Generator<DemoLine>
  /** The lines of these accounts (by code) alone, from a day on, of those documents that are wanted. */
  linesOf: (accounts: ReadonlySet<string>, from: string, wants?: (document: string) => boolean) => Generator<DemoLine>
}

/**
 * The whole made-up company; the same seed gives the same company everywhere. Documents are held as a plan (45,000
 * small records); their 250,000 lines are made while they are read.
 */
export function demoCompany(seed: string = usualSeed): DemoCompany {
  const accounts = demoAccounts(seed)
  const products = demoProducts(seed)
  const dollars = dollarRates(seed)
  const documents = planDocuments(seed, accounts)
  const writer = new LineWriter(seed, accounts, products, dollars)
  return {
    people,
    accounts,
    products,
    rates: demoRates(seed),
    contacts: demoContacts(seed, accounts),
    costs: demoCosts(seed, accounts, tallyAccounts(accounts, documents, writer, dollars)),
    judgements: demoJudgements(seed, accounts),
    invitations: demoInvitations(accounts),
    overrides: demoOverrides(accounts),
    valueTypes: demoValueTypes(seed, accounts),
    documents,
    *invoiceLines(from = '', to = '9999-12-31') {
      for (const document of documents) {
        const day = writer.dayOf(document)
        if (day >= from && day <= to) yield* writer.lines(document)
      }
    },
    *linesOf(codes, from, wants = () => true) {
      const wanted = accounts.map(({ code }) => codes.has(code))
      for (const document of documents)
        if (wanted[document.account] && writer.dayOf(document) >= from && wants(document.number))
          yield* writer.lines(document)
    },
  }
}
