import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { withDatabase } from '../kit/server.ts'

/** A hand on the database server that a test's database lives on: takes it away and gives it back. */
export interface Outage {
  /** Ends every connection, and refuses new ones until `end`. */
  begin(): Promise<void>
  end(): Promise<void>
  /** Ends every connection of the moment, or some at random; new ones are welcome. @returns how many were ended */
  cutConnections(most?: number): Promise<number>
  /** Names of the programs that are connected now. */
  connected(): Promise<string[]>
  close(): Promise<void>
}

export function outageOf(databaseUrl: string): Outage {
  const name = new URL(databaseUrl).pathname.slice(1)
  const server = connectPostgres({ url: withDatabase(databaseUrl, 'postgres'), poolSize: 1 })
  const allow = (isAllowed: boolean) =>
    server.asOwner((owner) => owner.script(`alter database ${name} allow_connections ${isAllowed}`))
  const cutConnections = (most: number | null = null) =>
    server.asOwner(async (owner) => {
      const ended = await owner.query(
        `select pg_terminate_backend(pid) from (
           select pid from pg_stat_activity where datname = $1 order by random() limit $2::int) chosen`,
        [name, most],
      )
      return ended.length
    })
  return {
    async begin() {
      await allow(false)
      await cutConnections()
    },
    end: () => allow(true),
    cutConnections,
    connected: () =>
      server.asOwner(async (owner) => {
        const rows = await owner.query<{ name: string }>(
          'select application_name as name from pg_stat_activity where datname = $1 order by 1',
          [name],
        )
        return rows.map((row) => row.name)
      }),
    close: () => server.close(),
  }
}
