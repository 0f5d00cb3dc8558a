import { helpOf, parseFlags, UsageError, type Command } from './cli/command.ts'
import { describeFailure } from './cli/failure.ts'
import { dev, start } from './cli/start.ts'
import { doctor } from './cli/doctor.ts'
import { migrate, seed } from './cli/database.ts'
import { library } from './cli/library.ts'
import { simulate } from './cli/simulate.ts'
import { tenant, token } from './cli/tenants.ts'

const commands: readonly Command[] = [start, dev, migrate, seed, token, tenant, library, simulate, doctor]

/** Exit codes: 0 done, 1 failed, 2 the command line was wrong. */
async function run(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(overview())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((known) => known.name === name)
  if (command === undefined) {
    process.stderr.write(`There is no command «${name}».\n\n${overview()}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(helpOf(command))
    return 0
  }
  try {
    return await command.run(parseFlags(command, rest))
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}.\n\n${helpOf(command)}`)
      return 2
    }
    process.stderr.write(`\n${describeFailure(error)}\n\n`)
    return 1
  }
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, about }) => `  npm run ${name.padEnd(width)}   ${about}`)
  return `Parley\n\n${lines.join('\n')}\n\nFlags go behind «--»; each command has --help: npm run token -- --help\n`
}

process.exitCode = await run(process.argv.slice(2))
