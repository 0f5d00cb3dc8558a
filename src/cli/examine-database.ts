import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { connectDatabase } from '../platform/db/connect.ts'
import { checkDatabase } from '../platform/db/check.ts'
import type { OwnerConnection } from '../platform/db/database.ts'
import { appliedMigrations, knownMigrations, pendingMigrations } from '../platform/db/migrate.ts'
import type { RunningServer } from './control-file.ts'
import type { Finding } from './doctor.ts'

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
      const problems = await checkDatabase(db)
      if (problems.length > 0) return problems.map(({ problem, remedy }) => ({ what, state: problem, mend: remedy }))
      return await db.asOwner(async (owner) => [await version(owner, engine), await migrations(owner)])
    } finally {
      await db.close()
    }
  } catch (error) {
    const state = `${engine} cannot be opened: ${error instanceof Error ? error.message : String(error)}`
    return [{ what, state, mend: 'Restore the data directory from a backup, or name another one in PARLEY_DATA_DIR.' }]
  }
}

async function version(owner: OwnerConnection, engine: string): Promise<Finding> {
  const [row] = await owner.query<{ version: string }>(`select current_setting('server_version') as version`)
  return {
    what: 'Database',
    state: `${engine}, PostgreSQL ${row?.version ?? ''} with pgvector and safe roles`,
    mend: null,
  }
}

async function migrations(owner: OwnerConnection): Promise<Finding> {
  const pending = pendingMigrations(await knownMigrations(), (await appliedMigrations(owner)) ?? [])
  const state = pending.length === 0 ? 'up to date' : `${pending.length} to apply; the next start does it`
  return { what: 'Migrations', state, mend: null }
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
