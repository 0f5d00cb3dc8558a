import { PGlite, type PGliteOptions, type Results, type Transaction } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { vector } from '@electric-sql/pglite-pgvector'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PgliteSession, PgliteTransaction } from 'drizzle-orm/pglite'
import { createCheckout } from './checkout.ts'
import { systemRole } from './columns.ts'
import type { Database, OwnerConnection, Tx, ReadStatement } from './database.ts'
import { lockDirectory } from './directory-lock.ts'
import { translateFault, unavailable } from './faults.ts'
import { createObservers } from './observers.ts'
import {
  insideTransaction,
  refuseInsideTransaction,
  soonOutside,
  systemScript,
  systemSession,
  tenantSession,
} from './session.ts'
import { sendsBy } from './statement.ts'

export interface EmbeddedOptions {
  /** Where the data lives; null keeps it in memory. Only one process may have a directory open. */
  readonly directory: string | null
  /** A dump of a migrated database to start a new one from; ignored when the directory holds data already. */
  readonly template?: Blob
  /** Longest wait for the single connection before the caller is told UNAVAILABLE. Default 30 s. */
  readonly acquireTimeoutMs?: number
}

export interface EmbeddedDatabase extends Database {
  /** A dump to be given as `template`. */
  dump(): Promise<Blob>
}

/** @throws DirectoryLocked when another process has the directory open */
export async function connectEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { directory, template, acquireTimeoutMs = 30_000 } = options
  const lock = directory === null ? null : await lockDirectory(directory)
  let pglite: PGlite
  try {
    const isNew = lock === null || lock.isEmpty
    pglite = await PGlite.create({
      ...(directory === null ? {} : { dataDir: directory }),
      ...(template !== undefined && isNew ? { loadDataDir: template } : {}),
      ...pgliteOptions,
    })
  } catch (error) {
    await lock?.release()
    throw error
  }
  const observers = createObservers()
  const dialect = new PgDialect()
  const connection = createCheckout([pglite], acquireTimeoutMs, () => unavailable())

  async function guarded<T>(operation: string, use: (client: PGlite) => Promise<T>): Promise<T> {
    refuseInsideTransaction(operation)
    try {
      return await connection.lend(async (client) => {
        if (client.closed) throw unavailable()
        try {
          return await use(client)
        } finally {
          // PGlite runs in this thread and answers without ever yielding: let timers and sockets have their turn.
          await new Promise<void>((resolve) => setImmediate(resolve))
        }
      })
    } catch (error) {
      throw translateFault(error)
    }
  }

  function transaction<T>(client: PGlite, session: string, run: (tx: Transaction) => Promise<T>): Promise<T> {
    return insideTransaction(() =>
      client.transaction(async (inside) => {
        await inside.exec(session)
        const failures: unknown[] = []
        const value = await run(noting(inside, failures))
        // A commit would roll back what a failed statement has spoilt, and say nothing of it.
        if (failures.length > 0) {
          await inside.query('select 1').catch(() => {
            throw failures[0]
          })
        }
        return value
      }),
    )
  }

  function drizzleTransaction(inside: Transaction): Tx {
    const session = new PgliteSession<NoSchema, NoSchema>(inside, dialect, undefined, {
      logger: observers.drizzleLogger,
    })
    const tx: Tx = new PgliteTransaction<NoSchema, NoSchema>(dialect, session, undefined)
    let isOver = false
    sendsBy(tx, {
      async send(text, values) {
        if (isOver) throw new Error('A statement was sent to a transaction that has ended')
        observers.tell(text)
        return (await inside.query<object>(text, [...values], { parsers: timesAsText })).rows
      },
      // What was sent is on its way in this order, and the commit follows when the function returns.
      commit: () => (isOver = true),
    })
    return tx
  }

  async function read(tenantId: string, statements: readonly ReadStatement[]): Promise<(string | null)[]> {
    const session = `set transaction read only; ${tenantSession(tenantId)}`
    if (statements.length === 0) return []
    return guarded('read', (client) =>
      transaction(client, session, async (inside) => {
        const documents: (string | null)[] = []
        for (const { text, values } of statements) {
          observers.tell(text)
          documents.push(firstText(await inside.query(text, [...values], { rowMode: 'array', parsers: jsonAsText })))
        }
        return documents
      }),
    )
  }

  return {
    engine: 'embedded',
    async withTenant(tenantId, run) {
      const session = tenantSession(tenantId)
      return guarded('withTenant', (client) =>
        transaction(client, session, (inside) => run(drizzleTransaction(inside))),
      )
    },
    withSystem: (run) =>
      guarded('withSystem', (client) =>
        transaction(client, systemSession, (inside) => run(drizzleTransaction(inside))),
      ),
    read,
    async readBytes(tenantId, statements) {
      const documents = await read(tenantId, statements)
      return documents.map((text) => (text === null ? null : Buffer.from(text, 'utf8')))
    },
    async listen(channel, wake) {
      const stop = await guarded('listen', (client) => client.listen(channel, () => soonOutside(wake)))
      return async () => {
        if (!pglite.closed) await guarded('unlisten', () => stop())
      }
    },
    notify: (channel) =>
      guarded('notify', async (client) => void (await client.query(`select pg_notify($1, '')`, [channel]))),
    ping: () => guarded('ping', async (client) => void (await client.query('select 1'))),
    onStatement: observers.add,
    runAsSystem: (text, values = []) => guarded('runAsSystem', (client) => runAsSystemOn(client, text, values)),
    asOwner: (run) => guarded('asOwner', (client) => insideTransaction(() => run(ownerConnection(client)))),
    dump: () => guarded('dump', async (client) => client.dumpDataDir('none')),
    async close() {
      if (pglite.closed) return
      await guarded('close', (client) => client.close()).finally(() => lock?.release())
    },
  }
}

async function runAsSystemOn(client: PGlite, text: string, values: readonly unknown[]): Promise<object[]> {
  if (values.length > 0) {
    return client.transaction(async (inside) => {
      await inside.exec(`set local role ${systemRole}`)
      return (await inside.query<object>(text, [...values])).rows
    })
  }
  try {
    return (await client.exec(systemScript(text))).flatMap(({ rows }) => rows)
  } catch (error) {
    // A script that failed half way has left its transaction open, on the only connection there is.
    await client.exec('rollback').catch(() => {})
    throw error
  }
}

/** Drizzle's relational queries are not used: reads are compiled (graphql/read), so no schema is handed in. */
type NoSchema = Record<string, never>

const asIs = (value: string) => value
/** As Drizzle has them, whose columns convert them: `date`, `timestamp`, `timestamptz`, `interval`. */
const timesAsText = { 1082: asIs, 1114: asIs, 1184: asIs, 1186: asIs }
const jsonAsText = { 114: asIs, 3802: asIs }

const pgliteOptions = {
  extensions: { vector, pg_trgm, unaccent, btree_gin },
  // As postgres.js gives them, so that raw SQL answers alike on both engines.
  parsers: { 20: asIs },
} satisfies PGliteOptions

/** The same transaction, whose failed statements are kept. */
function noting(inside: Transaction, failures: unknown[]): Transaction {
  const query: Transaction['query'] = (text, values, options) =>
    inside.query<never>(text, values, options).catch((error: unknown) => {
      failures.push(error)
      throw error
    })
  return new Proxy(inside, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)) })
}

function ownerConnection(client: PGlite): OwnerConnection {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      if (values.length > 0) return (await client.query<Row>(text, [...values])).rows
      // Without values it may be several statements, whose rows come together as postgres.js gives them.
      const results = await client.exec(text)
      return asRows<Row>(results.flatMap(({ rows }) => rows))
    },
    script: async (text) => void (await client.exec(text)),
  }
}

/** The caller names the row type of its own SQL. */
function asRows<Row extends object>(rows: readonly object[]): Row[] {
  return rows as Row[]
}

function firstText(result: Results<unknown>): string | null {
  const [row] = result.rows
  const value: unknown = Array.isArray(row) ? row[0] : null
  return typeof value === 'string' ? value : null
}
