import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** A transaction handle: Drizzle's, the same on both engines. Inside a transaction use nothing else. */
export type Tx = PgDatabase<PgQueryResultHKT>

/** A rendered statement whose single row has a single text column (the JSON document of one root field). */
export interface ReadStatement {
  /** SQL text with `$1…$n`; begins with a comment that names who sent it. */
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * The one door to the database, the same over PGlite and Postgres. Every statement runs in a transaction that has
 * switched to a role which owns nothing and cannot bypass row-level security.
 *
 * Calling any of these from inside `withTenant` or `withSystem` throws: it would wait for a connection that its own
 * transaction holds (embedded: for ever), and would not see the transaction's rows.
 */
export interface Database {
  readonly engine: 'embedded' | 'postgres'

  /**
   * Runs `run` in one transaction as the tenant role with `app.tenant_id` set: rows of other tenants do not exist
   * there. Rolls back when `run` throws. Talk to no network inside.
   * @throws ApiError UNAVAILABLE when the database cannot be reached, or asks for the transaction to be tried again
   */
  withTenant<T>(tenantId: string, run: (tx: Tx) => Promise<T>): Promise<T>

  /**
   * Runs `run` in one transaction as the system role, which sees only what no tenant can be known for yet: sign-in,
   * routing of provider events, tenants' directory, quarantine, event-log upkeep. Its policies list the tables.
   */
  withSystem<T>(run: (tx: Tx) => Promise<T>): Promise<T>

  /**
   * Sends read-only statements in one pipelined round trip inside one tenant transaction, and gives the text of
   * each one's single column (null when the statement returned SQL null or no row). Bounded by a statement timeout.
   */
  read(tenantId: string, statements: readonly ReadStatement[]): Promise<(string | null)[]>

  /** The same as UTF-8: for text that leaves as it came, which needs no string in between. */
  readBytes(tenantId: string, statements: readonly ReadStatement[]): Promise<(Buffer | null)[]>

  /** Calls `wake` after a notification on the channel (lower case letters and `_`), from any process on this database; a lost one is possible. */
  listen(channel: string, wake: () => void): Promise<() => Promise<void>>

  /** Wakes the listeners of the channel, outside any transaction of the caller. Carries no payload. */
  notify(channel: string): Promise<void>

  /** Resolves when the database answers. @throws ApiError UNAVAILABLE */
  ping(): Promise<void>

  /**
   * Calls `observe` with the text of every statement sent through `withTenant`, `withSystem` and `read` (not the
   * begin, set and commit around them), so that a test can count them. Returns the way to stop.
   */
  onStatement(observe: (text: string) => void): () => void

  /**
   * One statement with values, or a script without, as the system role and in one round trip: for the event feed and
   * the job queue. A script may bring its own BEGIN and COMMIT.
   */
  runAsSystem(text: string, values?: readonly unknown[]): Promise<object[]>

  /**
   * One connection as the role that was connected with, outside row-level security: for migrations, start-up checks
   * and tests' looking behind the scenes. Requests and jobs never use it.
   */
  asOwner<T>(run: (owner: OwnerConnection) => Promise<T>): Promise<T>

  close(): Promise<void>
}

export interface OwnerConnection {
  /** One statement with values, or several without; rows as objects, `bigint` columns as text on both engines. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Several statements without values; no transaction of its own. */
  script(text: string): Promise<void>
}
