import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { adoptRestoredLog } from '../events/restored.ts'
import { installQueue } from '../jobs/install.ts'
import type { Database, OwnerConnection } from './database.ts'
import { secureTables } from './secure-tables.ts'

/** One file of drizzle/, in the order of its number. */
export interface Migration {
  /** File name without `.sql`, e.g. `0001_tables`. */
  readonly name: string
  readonly text: string
  /** SHA-256 of the text. */
  readonly hash: string
}

export interface AppliedMigration {
  readonly name: string
  readonly hash: string
}

/** Why a database cannot be migrated, and what to do about it. */
export class MigrationRefused extends Error {
  readonly remedy: string

  constructor(problem: string, remedy: string) {
    super(problem)
    this.name = 'MigrationRefused'
    this.remedy = remedy
  }
}

const folder = join(import.meta.dirname, '../../../drizzle')
/** Any number: whoever migrates the same database takes the same lock. */
const lockKey = 7_212_001

/** The migrations this version of Parley brings. */
export async function knownMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_.*\.sql$/.test(file)).sort()
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8')
      return { name: file.slice(0, -'.sql'.length), text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** What was applied to the database, in order; null when it was never migrated. */
export async function appliedMigrations(owner: OwnerConnection): Promise<AppliedMigration[] | null> {
  const [table] = await owner.query<{ exists: boolean }>(
    `select to_regclass('parley.migrations') is not null as exists`,
  )
  if (table?.exists !== true) return null
  return owner.query<AppliedMigration>('select name, hash from parley.migrations order by name')
}

/**
 * Brings the database to the version of this code: all that is missing in one transaction, so that a failure leaves
 * the old version as it was. Two processes at once: one migrates, the other finds nothing to do.
 *
 * @returns the names of the migrations that were applied now
 * @throws MigrationRefused when the database is newer than the code, or an applied file was changed afterwards
 */
export async function migrateDatabase(db: Database): Promise<string[]> {
  const known = await knownMigrations()
  return db.asOwner(async (owner) => {
    // For the session, not for one transaction: pg-boss has transactions of its own.
    await owner.query('select pg_advisory_lock($1)', [lockKey])
    try {
      const pending = pendingMigrations(known, (await appliedMigrations(owner)) ?? [])
      if (pending.length > 0) await apply(owner, pending)
      await adoptRestoredLog(owner)
      await installQueue(owner)
      return pending.map(({ name }) => name)
    } finally {
      await owner.query('select pg_advisory_unlock($1)', [lockKey])
    }
  })
}

/** @throws MigrationRefused */
export function pendingMigrations(known: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const hashes = new Map(known.map(({ name, hash }) => [name, hash]))
  for (const { name, hash } of applied) {
    const expected = hashes.get(name)
    if (expected === undefined) {
      throw new MigrationRefused(
        `The database is newer than this version of Parley: it has the migration ${name}, which is unknown here.`,
        'Start the newer version, or restore a backup made before the upgrade.',
      )
    }
    if (expected !== hash) {
      throw new MigrationRefused(
        `The migration ${name} was changed after it had been applied to this database.`,
        'Bring the file back as it was, or delete the database if it only holds development data.',
      )
    }
  }
  const done = new Set(applied.map(({ name }) => name))
  return known.filter(({ name }) => !done.has(name))
}

async function apply(owner: OwnerConnection, pending: readonly Migration[]): Promise<void> {
  await owner.script('begin')
  try {
    // A schema of its own: everything in `public` is behind row-level security, which would hide it from its owner.
    await owner.script(`
      create schema if not exists parley;
      create table if not exists parley.migrations (
        name text primary key,
        hash text not null,
        applied_at timestamptz not null default now()
      )`)
    for (const migration of pending) await applyOne(owner, migration)
    await secureTables(owner)
    await owner.script('commit')
  } catch (error) {
    await owner.script('rollback')
    throw error
  }
}

async function applyOne(owner: OwnerConnection, { name, text, hash }: Migration): Promise<void> {
  for (const statement of text.split('--> statement-breakpoint')) {
    try {
      await owner.script(statement)
    } catch (error) {
      // Without the cause: drivers hang the whole text on it, which buries the message.
      const beginning = statement.trim().slice(0, 300)
      throw new Error(`The migration ${name} failed, nothing was changed: ${messageOf(error)}\n${beginning}`)
    }
  }
  await owner.query('insert into parley.migrations (name, hash) values ($1, $2)', [name, hash])
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
