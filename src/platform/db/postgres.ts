import { setTimeout as sleep } from 'node:timers/promises'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { ParameterOrJSON, Sql } from 'postgres'
import { createCheckout } from './checkout.ts'
import { systemRole } from './columns.ts'
import type { Database, OwnerConnection, ReadStatement, Tx } from './database.ts'
import { translateFault, unavailable } from './faults.ts'
import { listenOnPostgres } from './listen.ts'
import { createObservers } from './observers.ts'
import { connectionLifeSeconds, oneConnection, openSlot, type Connection } from './postgres-slot.ts'
import { runTransaction, type PostgresTransaction } from './postgres-transaction.ts'
import {
  insideTransaction,
  refuseInsideTransaction,
  systemScript,
  systemSession,
  tenantSession,
  withTimeouts,
} from './session.ts'
import { sendsBy } from './statement.ts'
import { createStatementBudget, nothingPrepared } from './statement-budget.ts'

export interface PostgresOptions {
  readonly url: string
  /** For LISTEN: straight to Postgres when `url` goes through a pooler in transaction mode. Default: `url`. */
  readonly directUrl?: string
  /** Connections for requests and jobs, besides one for LISTEN. Default 10. */
  readonly poolSize?: number
  /** Longest wait for a free connection before the caller is told UNAVAILABLE. Default 5 s. */
  readonly acquireTimeoutMs?: number
  /** Longest use of a connection at a time before it is given up: a peer that is gone says nothing. Default 60 s. */
  readonly useTimeoutMs?: number
}

const preparedStatementLimit = 300
const pingTimeoutMs = 2_000
/** Longest wait at the end for what is being done. */
const closeTimeoutMs = 5_000

export function connectPostgres(options: PostgresOptions): Database {
  const { url, directUrl = url, poolSize = 10, acquireTimeoutMs = 5_000, useTimeoutMs = 60_000 } = options
  // One client per connection instead of one client with a pool: a read pipelines begin, statements and commit, and
  // postgres.js can promise that they travel over the same connection only when there is just one. (Its `reserve`
  // would too, but after a failed connect it hands the next connection to a caller who is gone.)
  const slots = Array.from({ length: poolSize }, () => openSlot(url, useTimeoutMs))
  const running = new Set<Promise<unknown>>()
  const pool = createCheckout(slots, acquireTimeoutMs, () => unavailable())
  const observers = createObservers()
  const budget = createStatementBudget(preparedStatementLimit, connectionLifeSeconds * 1000)
  const budgetOf = ({ isPooled }: Connection) => (isPooled ? nothingPrepared : budget)
  const sessionOn = ({ isPooled }: Connection, session: string) => (isPooled ? withTimeouts(session) : session)
  const listener = listenOnPostgres(directUrl)
  const dialect = new PgDialect()

  async function guarded<T>(operation: string, use: (connection: Connection) => Promise<T>): Promise<T> {
    refuseInsideTransaction(operation)
    const lent = pool.lend(async (slot) => {
      const connection = await slot.connect()
      return connection.whileConnected(use(connection))
    })
    running.add(lent)
    try {
      return await lent
    } catch (error) {
      throw translateFault(error)
    } finally {
      running.delete(lent)
    }
  }

  const withClient = <T>(operation: string, use: (client: Sql) => Promise<T>) =>
    guarded(operation, ({ client }) => use(client))

  function transaction<T>(connection: Connection, session: string, run: (tx: Tx) => Promise<T>): Promise<T> {
    return insideTransaction(() =>
      runTransaction(connection, sessionOn(connection, session), budgetOf(connection), (inside) =>
        run(drizzleTransaction(inside)),
      ),
    )
  }

  function drizzleTransaction({ client, commit }: PostgresTransaction): Tx {
    const session = new PostgresJsSession<typeof client, NoSchema, NoSchema>(client, dialect, undefined, {
      logger: observers.drizzleLogger,
    })
    const tx = new PostgresJsTransaction<NoSchema, NoSchema>(dialect, session, undefined)
    sendsBy(tx, {
      async send(text, values) {
        observers.tell(text)
        return client.unsafe(text, asParameters(values))
      },
      commit,
    })
    return tx
  }

  async function readOn(connection: Connection, session: string, statements: readonly ReadStatement[]) {
    const { client } = connection
    const { mayPrepare } = budgetOf(connection)
    const begun = client.unsafe(`begin read only; ${sessionOn(connection, session)}`).execute()
    const answers = statements.map(({ text, values }) => {
      observers.tell(text)
      return client
        .unsafe(text, asParameters(values), readOptions(mayPrepare(text)))
        .raw()
        .execute()
    })
    const committed = client.unsafe('commit').execute()
    // All must be back before the connection is lent again, or their answers would meet the next borrower's.
    const [begin, ...results] = await Promise.allSettled([begun, ...answers, committed])
    // The first failure is the cause; those after it only say that the transaction is aborted.
    for (const result of [begin, ...results]) if (result.status === 'rejected') throw result.reason
    const documents: (Buffer | null)[] = []
    for (const result of results.slice(0, -1)) {
      if (result.status === 'fulfilled') documents.push(firstColumn(result.value as unknown as RawRows))
    }
    return documents
  }

  async function readBytes(tenantId: string, statements: readonly ReadStatement[]) {
    const session = tenantSession(tenantId)
    return statements.length === 0 ? [] : guarded('read', (connection) => readOn(connection, session, statements))
  }

  async function runAsSystemOn(connection: Connection, text: string, values: readonly unknown[]): Promise<object[]> {
    const { client } = connection
    const sent =
      values.length === 0
        ? [client.unsafe(systemScript(text)).execute()]
        : [
            client.unsafe(`begin; set local role ${systemRole}`).execute(),
            client.unsafe(text, asParameters(values), { prepare: budgetOf(connection).mayPrepare(text) }).execute(),
            client.unsafe('commit').execute(),
          ]
    const results = await Promise.allSettled(sent)
    for (const result of results) {
      if (result.status === 'fulfilled') continue
      // A script that failed half way has left its transaction open; one whose connection is gone has not.
      if (values.length === 0 && !connection.isLost) await client.unsafe('rollback').catch(() => {})
      throw result.reason
    }
    return results.flatMap((result) => (result.status === 'fulfilled' ? flatRows(result.value) : []))
  }

  return {
    engine: 'postgres',
    async withTenant(tenantId, run) {
      const session = tenantSession(tenantId)
      return guarded('withTenant', (connection) => transaction(connection, session, run))
    },
    withSystem: (run) => guarded('withSystem', (connection) => transaction(connection, systemSession, run)),
    async read(tenantId, statements) {
      const documents = await readBytes(tenantId, statements)
      return documents.map((bytes) => bytes?.toString('utf8') ?? null)
    },
    readBytes,
    listen: (channel, wake) => listener.listen(channel, wake),
    notify: (channel) =>
      withClient('notify', async (client) => void (await client.unsafe(`select pg_notify($1, '')`, [channel]))),
    async ping() {
      const timeout = Promise.withResolvers<never>()
      const timer = setTimeout(() => timeout.reject(unavailable()), pingTimeoutMs)
      const answer = withClient('ping', async (client) => void (await client.unsafe('select 1')))
      await Promise.race([answer, timeout.promise]).finally(() => clearTimeout(timer))
    },
    onStatement: observers.add,
    runAsSystem: (text, values = []) => guarded('runAsSystem', (connection) => runAsSystemOn(connection, text, values)),
    async asOwner(run) {
      refuseInsideTransaction('asOwner')
      // A connection of its own, so that what is set on it for a session ends with it.
      const client = oneConnection(directUrl)
      try {
        return await run(ownerConnection(client))
      } catch (error) {
        throw translateFault(error)
      } finally {
        await client.end({ timeout: 1 })
      }
    },
    async close() {
      // postgres.js takes a transaction that waits for its caller for an idle connection.
      await Promise.race([Promise.allSettled(running), sleep(closeTimeoutMs, null, { ref: false })])
      await Promise.all([listener.close(), ...slots.map((slot) => slot.close())])
    },
  }
}

function ownerConnection(client: Sql): OwnerConnection {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      return asRows<Row>(flatRows(await client.unsafe(text, asParameters(values))))
    },
    script: async (text) => void (await client.unsafe(text)),
  }
}

/** Drizzle's relational queries are not used: reads are compiled (graphql/read), so no schema is handed in. */
type NoSchema = Record<string, never>

/** Without `simple: false` a statement that has no parameters would never be prepared; missing from the types. */
function readOptions(prepare: boolean): { prepare: boolean } {
  const options = { prepare, simple: false }
  return options
}

/** `.raw()` makes postgres.js give each column as the bytes it received; its types do not say so. */
type RawRows = readonly (readonly (Uint8Array | null)[])[]

function firstColumn(rows: RawRows): Buffer | null {
  const bytes = rows[0]?.[0] ?? null
  return bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Several statements answer with a list of results, one with its rows. */
function flatRows(result: readonly object[]): object[] {
  return result.flatMap((row) => row)
}

/** The caller names the row type of its own SQL. */
function asRows<Row extends object>(rows: readonly object[]): Row[] {
  return rows as Row[]
}

/** postgres.js serialises whatever the server says the parameter's type is; its types only list the common ones. */
function asParameters(values: readonly unknown[]): ParameterOrJSON<never>[] {
  return values as ParameterOrJSON<never>[]
}
