import { parseArgs } from 'node:util'

/** One command of the command line. */
export interface Command {
  readonly name: string
  /** One line, for the list of commands. */
  readonly about: string
  /** More for `--help`; empty when `about` says it all. */
  readonly details?: string
  readonly flags: Readonly<Record<string, Flag>>
  /** Gives the exit code: 0 done, 1 failed or a problem was found. May throw; the message is then printed alone. */
  run(values: Values): Promise<number>
}

export interface Flag {
  readonly about: string
  /** What stands behind the flag, e.g. `<slug>`; null for a switch. */
  readonly value: string | null
  readonly byDefault?: string
  readonly required?: boolean
}

/** Flags as given or by default; a switch is `'true'` when given. */
export type Values = Readonly<Record<string, string | undefined>>

/** The command line itself was wrong: exit code 2, with the command's help. */
export class UsageError extends Error {}

/** @throws UsageError naming the flag that is unknown, missing or without its value */
export function parseFlags(command: Command, argv: readonly string[]): Values {
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([name, flag]) => [
      name,
      { type: flag.value === null ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  let given: Record<string, unknown>
  try {
    given = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'The flags cannot be read')
  }
  return Object.fromEntries(
    Object.entries(command.flags).map(([name, flag]) => {
      const value = given[name] === undefined ? flag.byDefault : String(given[name])
      if (value === undefined && flag.required === true)
        throw new UsageError(`--${name} ${flag.value ?? ''} is missing`)
      return [name, value]
    }),
  )
}

/** A flag that has a default, or is required. */
export function text(values: Values, name: string): string {
  const value = values[name]
  if (value === undefined) throw new UsageError(`--${name} is missing`)
  return value
}

/** `90s`, `15m`, `1h`, `30d` in seconds. @throws UsageError */
export function durationSeconds(written: string): number {
  const match = /^(\d{1,6})(s|m|h|d)$/.exec(written)
  if (match === null) throw new UsageError(`«${written}» is not a duration: write it like 90s, 15m, 1h or 30d`)
  const unit = { s: 1, m: 60, h: 3_600, d: 86_400 }[match[2] as 's' | 'm' | 'h' | 'd']
  return Number(match[1]) * unit
}

export function helpOf(command: Command): string {
  const flags = Object.entries(command.flags).map(([name, flag]) => ({
    left: `--${name}${flag.value === null ? '' : ` ${flag.value}`}`,
    right: `${flag.about}${flag.byDefault === undefined ? '' : ` (default ${flag.byDefault})`}${flag.required === true ? ' (required)' : ''}`,
  }))
  flags.push({ left: '--help', right: 'Print this' })
  const width = Math.max(...flags.map(({ left }) => left.length))
  return [
    `npm run ${command.name} -- [flags]`,
    '',
    `${command.about}.${command.details === undefined ? '' : ` ${command.details}`}`,
    '',
    ...flags.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`),
    '',
  ].join('\n')
}
