#!/usr/bin/env node
import { runProgram } from '../scripts/run-program.mjs'
import { packagesAreCurrent, SetupFailure } from '../scripts/setup.mjs'

try {
  if (!packagesAreCurrent()) throw new SetupFailure('This checkout is not set up yet: run npm run setup.')
  await runProgram('src/cli.ts', process.argv.slice(2))
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
