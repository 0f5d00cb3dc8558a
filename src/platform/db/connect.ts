import { join } from 'node:path'
import type { Database } from './database.ts'

export interface ConnectOptions {
  /** `postgres://…`; null: the embedded database inside `dataDirectory`. */
  readonly url: string | null
  /** The same database around a transaction pooler, for LISTEN and migrations; null: `url`. */
  readonly directUrl: string | null
  readonly poolSize: number
  readonly dataDirectory: string
}

/**
 * Opens the database. Postgres is not contacted yet: what is wrong with it shows at the first use (`checkDatabase`).
 * @throws DirectoryLocked when another process has the embedded database open
 */
export async function connectDatabase(options: ConnectOptions): Promise<Database> {
  const { url, directUrl, poolSize, dataDirectory } = options
  // Each engine is loaded only where it is used: the embedded one would take tens of megabytes beside a Postgres.
  if (url === null) {
    const { connectEmbedded } = await import('./embedded.ts')
    return connectEmbedded({ directory: join(dataDirectory, 'database') })
  }
  const { connectPostgres } = await import('./postgres.ts')
  return connectPostgres({ url, directUrl: directUrl ?? url, poolSize })
}
