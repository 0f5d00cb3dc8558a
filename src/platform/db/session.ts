import { AsyncLocalStorage } from 'node:async_hooks'
import { isId } from '../ids.ts'
import { appRole, systemRole } from './columns.ts'

/** Longest a single statement may run; PGlite does not enforce it. */
const statementTimeoutMs = 15_000
/** Longest an open transaction may wait for its caller: one that hangs would hold back the whole event log. */
const idleTimeoutMs = 10_000

/** How long Postgres lets a statement run and a transaction wait; for a connection that is ours alone, set once. */
export const timeouts = { statement_timeout: statementTimeoutMs, idle_in_transaction_session_timeout: idleTimeoutMs }

const localTimeouts = Object.entries(timeouts)
  .map(([name, value]) => `; set local ${name} = ${value}`)
  .join('')

/** The same for one transaction, where a pooler lends another connection for each. */
export function withTimeouts(session: string): string {
  return session + localTimeouts
}

/**
 * What turns a fresh transaction into one of this tenant.
 * @throws Error when the text is no tenant id: it is put into SQL, so its form is checked first
 */
export function tenantSession(tenantId: string): string {
  if (!isId('tenant', tenantId)) throw new Error('The text given as tenant id is not one')
  return `set local role ${appRole}; set local app.tenant_id = '${tenantId}'`
}

/** What turns a fresh transaction into one of the system role, with no tenant set. */
export const systemSession = `set local role ${systemRole}; set local app.tenant_id = ''`

/** The system role for a script that may bring its own BEGIN and COMMIT, as pg-boss' maintenance does. */
export function systemScript(script: string): string {
  const role = `set local role ${systemRole};`
  const own = /^\s*BEGIN;/i.exec(script)?.[0]
  return own === undefined ? `begin; ${role} ${script}; commit` : `begin; ${role} ${script.slice(own.length)}`
}

interface OpenTransaction {
  open: boolean
  readonly afterCommit: (() => void)[]
}

const current = new AsyncLocalStorage<OpenTransaction>()

/**
 * Runs a whole transaction, so that `refuseInsideTransaction` and `afterCommit` know that they are inside.
 * @param run resolves when the transaction has been committed
 */
export async function insideTransaction<T>(run: () => Promise<T>): Promise<T> {
  const transaction: OpenTransaction = { open: true, afterCommit: [] }
  let result: T
  try {
    result = await current.run(transaction, run)
  } finally {
    // What was started inside and lives on (a timer, a subscription) is outside from now on.
    transaction.open = false
  }
  for (const then of transaction.afterCommit) soonOutside(then)
  return result
}

/**
 * Calls `then` when the transaction that the caller is in has been committed, and never when it is rolled back. Only
 * for what may be lost: the process can die in between.
 * @throws Error outside a transaction
 */
export function afterCommit(then: () => void): void {
  const transaction = current.getStore()
  if (transaction?.open !== true) throw new Error('afterCommit was called outside a transaction')
  transaction.afterCommit.push(then)
}

/** @throws Error inside an open transaction, where only its own handle may be used */
export function refuseInsideTransaction(operation: string): void {
  if (current.getStore()?.open === true) {
    throw new Error(`${operation} was called inside a transaction: use its transaction handle`)
  }
}

/** Calls `run` on the next turn of the event loop, outside of whatever transaction is being run now. */
export function soonOutside(run: () => void): void {
  current.exit(() => setImmediate(run))
}
