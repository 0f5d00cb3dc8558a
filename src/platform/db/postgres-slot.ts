import { makePgArray } from 'drizzle-orm/pg-core'
import postgres, { type Sql, type TransactionSql } from 'postgres'
import { unavailable } from './faults.ts'

/** How long a connection is used before a new one takes its place. */
export const connectionLifeSeconds = 30 * 60

/** A place in the pool, with the connection that stands in it now. */
export interface Slot {
  readonly client: Sql
  close(): Promise<void>
  /** The connection was lost since `connect`: nothing more may be sent on it. */
  readonly isLost: boolean
  /**
   * To be called by whoever borrows the slot, before using the client: opens the connection if it is not open. What is
   * sent afterwards without a pause travels over this one connection or fails.
   */
  connect(): Promise<void>
  /**
   * Runs the inside of a transaction with a handle that refuses to be used after its connection is gone, and does not
   * return then.
   */
  whileConnected<T>(connection: TransactionSql, run: (connection: TransactionSql) => Promise<T>): Promise<T>
}

/** Connects at the first use. */
export function openSlot(url: string): Slot {
  let held = open(url)
  return {
    get client() {
      return held.client
    },
    get isLost() {
      return held.isLost
    },
    close: () => held.client.end({ timeout: held.isLost ? 0 : 5 }),
    async connect() {
      if (held.isLost) {
        // postgres.js would connect again by itself, but a half-written message of the old connection then travels
        // ahead of the new one's greeting, and the server waits for the rest of it.
        void held.client.end({ timeout: 0 }).catch(() => {})
        held = open(url)
      }
      const connection = held
      if (connection.isReady) return
      try {
        // While it connects, postgres.js sends the first statement of several over one connection, and after a failure
        // the rest over the next one, outside of the transaction and the role that the first was to begin.
        await connection.client.unsafe('select 1')
        connection.isReady = true
      } catch (error) {
        connection.isLost = true
        throw error
      }
    },
    // On a connection that is gone, postgres.js writes to a socket that is not there, which ends the process: with a
    // statement of the transaction, and with the commit or rollback that follows it. So no statement is let through,
    // and no end reaches it; `begin` itself has been rejected by then.
    async whileConnected(transaction, run) {
      // The one that it began on: by the time it ends, the slot may have been lent again, with another connection.
      const connection = held
      const guarded = new Proxy(transaction, {
        get(target, key, receiver) {
          if (connection.isLost) throw unavailable()
          return Reflect.get(target, key, receiver)
        },
      })
      const settled = await Promise.allSettled([run(guarded)])
      if (connection.isLost) return new Promise<never>(() => {})
      if (settled[0].status === 'rejected') throw settled[0].reason
      return settled[0].value
    },
  }
}

/** One connection, from its opening to its loss. */
interface Held {
  readonly client: Sql
  isLost: boolean
  /** It has answered. */
  isReady: boolean
}

function open(url: string): Held {
  const held: Held = { client: oneConnection(url, () => (held.isLost = true)), isLost: false, isReady: false }
  return held
}

/** A client of a single connection, which speaks of values as Drizzle expects it. */
export function oneConnection(url: string, onclose: () => unknown = () => {}): Sql {
  const client = postgres(url, {
    onclose,
    max: 1,
    connect_timeout: 5,
    max_lifetime: connectionLifeSeconds,
    // It would ask for array types at each connecting, and a connection that is cut just then is an unhandled rejection
    // there and knows no array types ever after: they are named below instead.
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'parley' },
  })
  const asIs = (value: unknown) => value
  // As Drizzle's own constructor does: its columns convert dates and JSON themselves. A Date in raw SQL still works.
  for (const type of [1184, 1082, 1083, 1114, 1182, 1185, 1115, 1231]) {
    client.options.parsers[type] = asIs
    client.options.serializers[type] = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
  }
  for (const type of [114, 3802]) {
    client.options.serializers[type] = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  }
  for (const [type, parseItem] of arrayTypes) {
    client.options.parsers[type] = (text: string) => parseArray(text, parseItem)
    client.options.serializers[type] = (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value)
  }
  return client
}

const asText = (item: string): unknown => item
/** By oid: `name[]`, `text[]`, `varchar[]`, `uuid[]`, `bigint[]`; `smallint[]`, `int[]`, `float4[]`, `float8[]`; `bool[]`. */
const arrayTypes = new Map([
  ...[1003, 1009, 1015, 2951, 1016].map((type) => [type, asText] as const),
  ...[1005, 1007, 1021, 1022].map((type) => [type, Number] as const),
  [1000, (item: string) => item === 't'],
])

/** What Postgres prints for an array of one dimension. */
function parseArray(text: string, parseItem: (item: string) => unknown): unknown[] {
  return [...text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^",]+)/gs)].map(([, quoted, bare = '']) => {
    if (quoted !== undefined) return parseItem(quoted.replaceAll(/\\(.)/gs, '$1'))
    return bare === 'NULL' ? null : parseItem(bare)
  })
}
