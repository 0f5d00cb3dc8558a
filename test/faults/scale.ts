import { appendFileSync } from 'node:fs'
import { test } from 'vitest'

/**
 * How much these tests do: `PARLEY_FAULTS=full` is what `npm run test:faults` runs, everything else is the short form,
 * for every day.
 */
export const isFull = process.env['PARLEY_FAULTS'] === 'full'

/** What a number is in the short form, and what it is in the full one. */
export function scaled<Value>(short: Value, full: Value): Value {
  return isFull ? full : short
}

/** Several processes start slowly on a busy machine. */
export const hookTimeoutMs = 300_000

/** One line of the report at the end of `npm run test:faults`: what was done, and what came of it. */
export function report(what: string, figures: Readonly<Record<string, number | string>>): void {
  const file = process.env['PARLEY_FAULTS_REPORT']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, figures })}\n`)
}

const serverUrl = process.env['TEST_DATABASE_URL'] ?? null
const ownServer = process.env['PARLEY_FAULTS_POSTGRES'] ?? null

/** For tests of what needs several processes on one database. */
export function onPostgres(title: string, run: () => Promise<void>, timeoutMs: number): void {
  test(title, { timeout: timeoutMs }, async (context) => {
    context.skip(serverUrl === null, 'several processes need a real Postgres: set TEST_DATABASE_URL')
    await run()
  })
}

/** For tests that stop the whole Postgres: only on a server that `npm run test:faults` made for itself. */
export function onOwnPostgres(title: string, run: (folder: string) => Promise<void>, timeoutMs: number): void {
  test(title, { timeout: timeoutMs }, async (context) => {
    if (ownServer === null) return context.skip('stops Postgres: only `npm run test:faults` has one of its own')
    await run(ownServer)
  })
}
