import type { Config } from '../config.ts'
import { findServer } from './control-file.ts'

/** Carries out the commands that need the database. */
export interface Operations {
  /** Who does it: a running server of this data directory, or this process itself. */
  readonly by: 'server' | 'this process'
  /** Migrations that were applied by opening the database; none by a server, which did that at its start. */
  readonly migrated: readonly string[]
  command(name: string, input: unknown): Promise<unknown>
  close(): Promise<void>
}

/**
 * Goes through the running server when there is one, because only one process may have the embedded database open;
 * else opens the database here, brings it up to date and closes it afterwards.
 */
export async function openOperations(config: Config): Promise<Operations> {
  const server = await findServer(config.dataDirectory)
  if (server !== null) return { by: 'server', migrated: [], command: server.command, close: async () => {} }
  // Loaded only now: with a server running the command is done before all this would have been read.
  const [{ jobDefinitions }, { openBackstage }] = await Promise.all([import('../app.ts'), import('../backstage.ts')])
  const backstage = await openBackstage(config, jobDefinitions)
  return {
    by: 'this process',
    migrated: backstage.migrated,
    async command(name, input) {
      const command = backstage.commands[name]
      if (command === undefined) throw new Error(`There is no operation ${name}`)
      return command(input)
    },
    close: () => backstage.close(),
  }
}

/** Opens, runs and closes, whatever happens. */
export async function withOperations<T>(config: Config, run: (operations: Operations) => Promise<T>): Promise<T> {
  const operations = await openOperations(config)
  try {
    return await run(operations)
  } finally {
    await operations.close()
  }
}
