import postgres from 'postgres'
import { statements } from './statements.js'

const connections = Array.from({ length: 10 }, () =>
  // One client per connection, so that what is sent together travels over the same one.
  postgres(process.env.DATABASE_URL, { max: 1, fetch_types: false, onnotice: () => {} }),
)
// postgres.js opens a connection at its first statement, and sends only that one until it stands.
await Promise.all(connections.map((sql) => sql`select 1`))
const free = [...connections]
const waiting = []

/**
 * The JSON of an operation as the bytes that Postgres sent: tenant, prepared statement and commit pipelined in one round
 * trip, under the same role and policies as Parley's own reads.
 */
export async function readOperation(name, tenant, id) {
  const sql = free.pop() ?? (await new Promise((resolve) => waiting.push(resolve)))
  try {
    const begun = sql
      .unsafe(`begin read only; set local role parley_app; set local app.tenant_id = '${tenant}'`)
      .execute()
    const values = id === undefined ? [tenant] : [tenant, id]
    const asked = sql.unsafe(statements[name], values, { prepare: true }).raw().execute()
    const ended = sql.unsafe('commit').execute()
    const [, answered] = await Promise.all([begun, asked, ended])
    return answered[0][0]
  } finally {
    const next = waiting.shift()
    if (next === undefined) free.push(sql)
    else next(sql)
  }
}
