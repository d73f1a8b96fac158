import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { enterSales, enterStock } from './enter-stock.use.ts'
import { readStock, readStockHistory } from './read-stock.use.ts'
import { stockContract } from './stock.contract.ts'

const operations = implementing(stockContract)
const enterers = ['administrator', 'head', 'manager', 'back office'] as const

export const stockRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readStock(context, input)),
  history: operations.history.use(may(...everyone)).handler(({ input, context }) => readStockHistory(context, input)),
  enterStock: operations.enterStock.use(may(...enterers)).handler(({ input, context }) => enterStock(context, input)),
  enterSales: operations.enterSales.use(may(...enterers)).handler(({ input, context }) => enterSales(context, input)),
})
