/** What other rooms' and slices' server code may call of time: an executive's third is read from the same hours. */
export { type TimeShares, timeShares } from './time-shares.use.ts'
