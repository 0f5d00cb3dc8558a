import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { connectDatabase } from '../platform/db/connect.ts'
import type { OwnerConnection } from '../platform/db/database.ts'
import { appliedMigrations, knownMigrations, pendingMigrations } from '../platform/db/migrate.ts'
import type { RunningServer } from './control-file.ts'
import type { Finding } from './doctor.ts'

const oldestPostgres = 15

/** Looks at the database without changing it. The embedded one is only opened when no other process has it. */
export async function examineDatabase(config: Config, server: RunningServer | null): Promise<Finding[]> {
  const what = 'Database'
  if (config.database.url !== null) return examine(config, 'Postgres')
  const directory = join(config.dataDirectory, 'database')
  if (!existsSync(directory)) return [{ what, state: 'embedded, will be created at the first start', mend: null }]
  if (server !== null) return [{ what, state: `embedded, opened by the server (process ${server.pid})`, mend: null }]
  const holder = await lockHolder(directory)
  if (holder !== null) {
    const mend = 'Stop that process, or wait until it has started: no server of this folder answers yet.'
    return [{ what, state: `${directory} is held by process ${holder.pid} («${holder.command}»)`, mend }]
  }
  return examine(config, 'embedded')
}

async function examine(config: Config, engine: string): Promise<Finding[]> {
  const what = 'Database'
  try {
    const db = await connectDatabase({ ...config.database, dataDirectory: config.dataDirectory })
    try {
      return await db.asOwner(async (owner) => [
        await version(owner, engine),
        await vectors(owner),
        await migrations(owner),
      ])
    } finally {
      await db.close()
    }
  } catch (error) {
    const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : ''
    const mend =
      engine === 'Postgres'
        ? 'Check DATABASE_URL (host, port, user, password, database), and that Postgres runs.'
        : 'Restore the data directory from a backup, or name another one in PARLEY_DATA_DIR.'
    return [{ what, state: `${engine} cannot be opened: ${reason}`, mend }]
  }
}

async function version(owner: OwnerConnection, engine: string): Promise<Finding> {
  const [row] = await owner.query<{ version: string }>(`select current_setting('server_version') as version`)
  const found = row?.version ?? 'unknown'
  const state = `${engine}, PostgreSQL ${found}`
  const mend = Number.parseInt(found, 10) >= oldestPostgres ? null : `Upgrade Postgres to ${oldestPostgres} or newer.`
  return { what: 'Database', state, mend }
}

async function vectors(owner: OwnerConnection): Promise<Finding> {
  const [row] = await owner.query<{ version: string }>(
    `select default_version as version from pg_available_extensions where name = 'vector'`,
  )
  if (row !== undefined) return { what: 'pgvector', state: row.version, mend: null }
  return {
    what: 'pgvector',
    state: 'is not installed on the server',
    mend: 'Install it, e.g. apt-get install postgresql-17-pgvector.',
  }
}

async function migrations(owner: OwnerConnection): Promise<Finding> {
  const what = 'Migrations'
  try {
    const applied = await appliedMigrations(owner)
    const pending = pendingMigrations(await knownMigrations(), applied ?? [])
    if (pending.length === 0) return { what, state: 'up to date', mend: null }
    return { what, state: `${pending.length} to apply; the next start does it`, mend: null }
  } catch (error) {
    return { what, state: 'refused', mend: error instanceof Error ? error.message : String(error) }
  }
}

const holderSchema = z.object({ pid: z.number(), command: z.string() })

async function lockHolder(directory: string): Promise<{ pid: number; command: string } | null> {
  try {
    const holder = holderSchema.parse(JSON.parse(await readFile(`${directory}.lock`, 'utf8')))
    process.kill(holder.pid, 0)
    return holder
  } catch {
    return null
  }
}
