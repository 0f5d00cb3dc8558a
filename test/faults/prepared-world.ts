import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createApp } from '../../src/app.ts'
import { parseConfig } from '../../src/config.ts'
import { composeMessage, type SignedDelivery } from '../../src/platform/channels/whatsapp/compose.ts'
import { connectDatabase } from '../../src/platform/db/connect.ts'
import { connectEmbedded } from '../../src/platform/db/embedded.ts'
import { createLogger } from '../../src/platform/log.ts'
import { startTestDatabase } from '../kit/database.ts'
import { makeWorld, type World } from '../kit/world.ts'

/** A migrated database with one tenant in it that no process has open: for servers in processes of their own. */
export interface PreparedWorld {
  /** What such a server must be started with. */
  readonly env: Readonly<Record<string, string>>
  /** Null on the embedded engine. */
  readonly databaseUrl: string | null
  /** The owner's token. */
  readonly token: string
  /** A message to the tenant's number, and the path it is to be posted to. */
  compose(text: string, options: { from: string; id: string }): SignedDelivery & { readonly path: string }
  /** Looks into the database behind the scenes; on the embedded engine only while no server runs. */
  look<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  remove(): Promise<void>
}

export async function prepareWorld(
  options: {
    /** Fills the tenant before any server starts. */
    furnish?: (world: World, another: () => Promise<World>) => Promise<void>
    /** More settings of the servers. */
    env?: Readonly<Record<string, string>>
  } = {},
): Promise<PreparedWorld> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-process-'))
  const database = process.env['TEST_DATABASE_URL'] === undefined ? null : await startTestDatabase()
  if (database === null) {
    const template = new Blob([await readFile(inject('template'))])
    await connectEmbedded({ directory: join(directory, 'database'), template }).then((db) => db.close())
  }
  const env = {
    PARLEY_DATA_DIR: directory,
    PARLEY_SECRET: randomBytes(32).toString('hex'),
    SHUTDOWN_NOTICE_MS: '0',
    ...(database?.url == null ? {} : { DATABASE_URL: database.url }),
    ...options.env,
  }
  const config = parseConfig({ NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', ...env })
  async function look<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const db = await connectDatabase({ ...config.database, dataDirectory: config.dataDirectory })
    return db.asOwner((owner) => owner.query<Row>(text, values)).finally(() => db.close())
  }
  const app = await createApp(config, { log: createLogger({ level: 'silent' }) })
  try {
    const url = await app.start()
    const world = await makeWorld({ url, services: app.services }, { debounceMs: 0 })
    await options.furnish?.(world, () => makeWorld({ url, services: app.services }, { debounceMs: 0 }))
    const { id: accountId, phoneNumberId, appSecret } = world.account
    return {
      env,
      databaseUrl: database?.url ?? null,
      token: world.owner.token ?? '',
      compose(text, { from, id }) {
        const delivery = composeMessage(
          { phoneNumberId, appSecret, from, sentAt: new Date(), providerMessageId: id },
          text,
        )
        return { ...delivery, path: `/webhooks/whatsapp/${accountId}` }
      },
      look,
      async remove() {
        await database?.stop()
        await rm(directory, { recursive: true, force: true })
      },
    }
  } finally {
    await app.stop()
  }
}
