import type { Sql, TransactionSql } from 'postgres'
import type { StatementBudget } from './statement-budget.ts'

/**
 * The handle of a transaction as Drizzle's session uses it, whose statements become prepared ones when they come back.
 * Drizzle prepares nothing by itself: postgres.js then asks for the types of the parameters and sends their values only
 * after the answer, so that each statement takes two round trips and is planned anew.
 */
export function preparing(connection: TransactionSql, budget: StatementBudget): Sql & TransactionSql {
  return asDrizzleClient({
    unsafe: (text, values, options) =>
      connection.unsafe(text, values, { ...options, prepare: budget.mayPrepare(text) }),
    savepoint: (...named: readonly unknown[]) => Reflect.apply(connection.savepoint, connection, named),
  })
}

/** Drizzle's types want a whole client; its session uses only these two of a transaction's handle. */
function asDrizzleClient(client: Pick<TransactionSql, 'unsafe' | 'savepoint'>): Sql & TransactionSql {
  return client as Sql & TransactionSql
}
