import { sql, type SQL } from 'drizzle-orm'
import type { orders } from './tables.ts'
import { availableTransitions, orderStatuses, transitions, type OrderFacts } from './transitions.ts'

/** The table of transitions as an expression, so that a list of orders tells them without leaving SQL. */
export function availableTransitionsOf(row: Pick<typeof orders, 'status' | 'isComplete'>): SQL {
  const cases = orderStatuses
    .filter((status) => transitions[status].length > 0)
    .flatMap((status) => [
      sql`when ${row.status} = ${text(status)} and ${row.isComplete} then ${statusList({ status, isComplete: true })}`,
      sql`when ${row.status} = ${text(status)} then ${statusList({ status, isComplete: false })}`,
    ])
  return sql`case ${sql.join(cases, sql` `)} else '{}'::text[] end`
}

function statusList(facts: OrderFacts): SQL {
  return sql`array[${sql.join(availableTransitions(facts).map(text), sql`, `)}]::text[]`
}

/** A status as a literal: part of the statement, and so of its cached plan, not a parameter. */
function text(status: string): SQL {
  return sql.raw(`'${status}'`)
}
