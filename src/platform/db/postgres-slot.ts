import { makePgArray } from 'drizzle-orm/pg-core'
import postgres, { type Sql } from 'postgres'
import { unavailable } from './faults.ts'
import { timeouts } from './session.ts'

/** How long a connection is used before a new one takes its place. */
export const connectionLifeSeconds = 30 * 60

/** A place in the pool, with the connection that stands in it now. */
export interface Slot {
  /**
   * To be called by whoever borrows the slot: the connection, opened if it is not open or has lived long enough. What
   * is sent on it travels over this one connection or fails.
   */
  connect(): Promise<Connection>
  close(): Promise<void>
}

/** One connection; when it is lost, another stands in its slot. */
export interface Connection {
  readonly client: Sql
  /**
   * A pooler stands in between, which may lend another of its own connections for each transaction: a statement that
   * was prepared over one of them is unknown to the next.
   */
  readonly isPooled: boolean
  /** Nothing more may be sent on it. */
  readonly isLost: boolean
  /** Waits for work over the connection, but not longer than it lives or may be used. @throws ApiError UNAVAILABLE */
  whileConnected<T>(work: Promise<T>): Promise<T>
}

/** Connects at the first use. A connection that is used for longer than `useTimeoutMs` at a time is given up. */
export function openSlot(url: string, useTimeoutMs: number): Slot {
  let connection: OwnConnection | null = null
  let openedAt = 0
  return {
    async connect() {
      // Renewed here and not by postgres.js, to which a transaction that waits for its caller looks like leisure.
      const isOld = performance.now() - openedAt > connectionLifeSeconds * 1000
      if (connection !== null && (connection.isLost || isOld)) {
        void connection.client.end({ timeout: 0 }).catch(() => {})
        connection = null
      }
      if (connection !== null) return connection
      const opened = openConnection(url, useTimeoutMs)
      openedAt = performance.now()
      connection = opened
      try {
        // While it connects, postgres.js takes the first statement of several apart from the rest.
        opened.isPooled = await opened.whileConnected(goesThroughPooler(opened.client))
        if (!opened.isPooled) await opened.whileConnected(limitTime(opened.client))
      } catch (error) {
        opened.isLost = true
        throw error
      }
      return opened
    },
    async close() {
      await connection?.client.end({ timeout: connection.isLost ? 0 : 5 })
    },
  }
}

interface OwnConnection extends Connection {
  isLost: boolean
  isPooled: boolean
}

function openConnection(url: string, useTimeoutMs: number): OwnConnection {
  let onLost: (error: Error) => void = () => {}
  const client = oneConnection(url, {
    onclose() {
      // What still waits for the lost connection must not go over a new one, outside of the transaction and the role
      // that it was meant for: there is no such address, so it fails, each statement at once.
      client.options.path = nowhere
      connection.isLost = true
      onLost(unavailable())
    },
    backoff: () => 0,
  })
  const connection: OwnConnection = {
    client,
    isLost: false,
    isPooled: false,
    // postgres.js never answers what it is given between the failure of a connection and its close.
    async whileConnected(work) {
      const lost = Promise.withResolvers<never>()
      onLost = lost.reject
      // Statements have their timeout on the server; but when the network swallows everything, nobody hears of that, and
      // TCP itself gives up only after a quarter of an hour.
      const timer = setTimeout(() => {
        connection.isLost = true
        void client.end({ timeout: 0 }).catch(() => {})
        lost.reject(unavailable())
      }, useTimeoutMs)
      try {
        return await Promise.race([work, lost.promise])
      } finally {
        clearTimeout(timer)
        onLost = () => {}
      }
    },
  }
  return connection
}

/** A pooler greets with a process of its own making, so the one that answers is another. */
async function goesThroughPooler(client: Sql): Promise<boolean> {
  const answer = await client.unsafe<{ pid: number }[]>('select pg_backend_pid() as pid')
  return answer[0]?.pid !== answer.state.pid
}

/** Once for the connection instead of once for each transaction. */
async function limitTime(client: Sql): Promise<void> {
  await client.unsafe(
    Object.entries(timeouts)
      .map(([name, value]) => `set ${name} = ${value}`)
      .join('; '),
  )
}

/** A socket file that cannot be. */
const nowhere = '/dev/null/nowhere'

/** A client of a single connection, which speaks of values as Drizzle expects it. */
export function oneConnection(url: string, more: { onclose?: () => void; backoff?: () => number } = {}): Sql {
  const client = postgres(url, {
    ...more,
    max: 1,
    connect_timeout: 5,
    max_lifetime: null,
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
