import type { Sql, TransactionSql } from 'postgres'
import { faultCode, unavailable } from './faults.ts'
import type { Connection } from './postgres-slot.ts'
import type { StatementBudget } from './statement-budget.ts'

/** The inside of a transaction over one connection, which carries nothing else meanwhile. */
export interface PostgresTransaction {
  /** As Drizzle's session uses it: statements become prepared ones when they come back. */
  readonly client: Sql & TransactionSql
  /** Sends the commit right behind what was sent so far, without waiting for it; from then on nothing more may be sent. */
  commit(): void
}

/**
 * Runs a transaction without a pause of its own: `begin` travels ahead of the first statement, and when it fails it
 * fails them all. Drizzle prepares nothing by itself: postgres.js then asks for the types of the parameters and sends
 * their values only after the answer, so that each statement takes two round trips and is planned anew.
 *
 * When a statement has failed, the transaction fails with it, also when `run` thinks nothing of it.
 */
export async function runTransaction<T>(
  connection: Connection,
  session: string,
  budget: StatementBudget,
  run: (transaction: PostgresTransaction) => Promise<T>,
): Promise<T> {
  const { client } = connection
  const state: State = { failure: null, committing: null, isOver: false }

  /** Nothing is sent on a connection that is gone or to a transaction that has ended. */
  const usable = () => {
    if (connection.isLost) throw unavailable()
    if (state.isOver) throw new Error('A statement was sent to a transaction that has ended')
    return client
  }
  /** The first failure is the cause; those after it only say that the transaction is aborted. */
  const noting = <Query extends Promise<unknown>>(query: Query): Query => {
    query.catch((error: unknown) => (state.failure ??= { error }))
    return query
  }
  const unsafe: Sql['unsafe'] = (text, values, options) =>
    noting(usable().unsafe(text, values, { ...options, prepare: budget.mayPrepare(text) }))
  const transaction: PostgresTransaction = {
    client: asDrizzleClient({ unsafe, savepoint: savepoints(unsafe) }),
    commit() {
      state.committing ??= noting(usable().unsafe('commit').execute())
      state.isOver = true
    },
  }

  noting(client.unsafe(`begin; ${session}`).execute())
  try {
    const value = await run(transaction)
    transaction.commit()
    const ended = await state.committing
    if (ended?.command !== 'COMMIT') throw state.failure?.error ?? new Error('A transaction was rolled back')
    return value
  } catch (error) {
    // Whatever is still on its way must have come back before the connection is lent again.
    if (state.committing !== null) await settled(state.committing)
    else if (!connection.isLost) {
      state.isOver = true
      await settled(client.unsafe('rollback'))
    }
    throw faultCode(error) === inFailedTransaction && state.failure !== null ? state.failure.error : error
  }
}

interface State {
  failure: { readonly error: unknown } | null
  committing: Promise<{ readonly command?: string | undefined }> | null
  isOver: boolean
}

const inFailedTransaction = '25P02'

async function settled(work: Promise<unknown>): Promise<void> {
  await work.then(
    () => {},
    () => {},
  )
}

/** A part of a transaction that may fail by itself. */
function savepoints(unsafe: Sql['unsafe']) {
  let count = 0
  return async <T>(run: (client: Sql & TransactionSql) => Promise<T>): Promise<T> => {
    count += 1
    const name = `part_${count}`
    await unsafe(`savepoint ${name}`)
    try {
      return await run(asDrizzleClient({ unsafe, savepoint: savepoints(unsafe) }))
    } catch (error) {
      await unsafe(`rollback to ${name}`)
      throw error
    }
  }
}

/** Drizzle's types want a whole client; its session uses only these two of a transaction's handle. */
function asDrizzleClient(client: { readonly unsafe: Sql['unsafe']; readonly savepoint: object }): Sql & TransactionSql {
  return client as unknown as Sql & TransactionSql
}
