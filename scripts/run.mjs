// Sets up, then runs a program of the checkout under Node 24: node scripts/run.mjs src/cli.ts start --port 4780
import { runProgram } from './run-program.mjs'
import { SetupFailure, setUp } from './setup.mjs'

const [program, ...parameters] = process.argv.slice(2)
try {
  await setUp()
  await runProgram(program, parameters)
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
