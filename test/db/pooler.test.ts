import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobDefinitions } from '../../src/app.ts'
import { openBackstage, type Backstage } from '../../src/backstage.ts'
import { parseConfig } from '../../src/config.ts'
import { checkDatabase } from '../../src/platform/db/check.ts'
import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { hasPgBouncer, startPgBouncer, type PgBouncer } from '../kit/pgbouncer.ts'
import { startServerProcess, type ServerProcess } from '../kit/process.ts'
import { makeWorld, type World } from '../kit/world.ts'

const onPostgres = process.env['TEST_DATABASE_URL'] !== undefined
if (onPostgres && !hasPgBouncer) {
  console.warn('PgBouncer is not installed, so nothing is tested behind it. On Debian: apt-get install pgbouncer')
}

const tenantCount = 6
/** Fewer than the server's own, so that they are lent from one transaction to the next. */
const connections = 3

describe.skipIf(!onPostgres || !hasPgBouncer)('behind PgBouncer in transaction mode', () => {
  let database: TestDatabase
  let pooler: PgBouncer
  let server: ServerProcess
  let backstage: Backstage
  let worlds: readonly World[]
  let directory: string

  beforeAll(async () => {
    database = await startTestDatabase()
    const direct = database.url ?? ''
    pooler = await startPgBouncer(direct, connections)
    directory = await mkdtemp(join(tmpdir(), 'parley-pooler-'))
    const env = {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      PARLEY_DATA_DIR: directory,
      PARLEY_SECRET: randomBytes(32).toString('hex'),
      SHUTDOWN_NOTICE_MS: '0',
      ANONYMOUS_REQUESTS_PER_MINUTE: '100000',
      DATABASE_DIRECT_URL: direct,
    }
    server = await startServerProcess({ ...env, DATABASE_URL: pooler.url })
    backstage = await openBackstage(parseConfig({ ...env, DATABASE_URL: direct }), jobDefinitions)
    worlds = await Promise.all(
      Array.from({ length: tenantCount }, () =>
        makeWorld({ url: server.url, services: backstage.services }, { debounceMs: 0 }),
      ),
    )
  }, 120_000)
  afterAll(async () => {
    await server.end('SIGTERM')
    await backstage.close()
    await pooler.stop()
    await database.stop()
    await rm(directory, { recursive: true, force: true })
  })

  test('messages become orders that subscribers see, in several tenants at once', async () => {
    const seen = await Promise.all(
      worlds.map(async ({ owner, say, slug }) => {
        await owner.mutate(`mutation { productImport(input: { products: [
          { sku: "milk", name: "Whole milk ${slug}", unit: "case", price: { amountMinor: 1250 } }] }) { errors { message } } }`)
        const events = await owner.subscribe<Added>('subscription { messageAdded { message { text } } }')
        // It may begin after what was said first was told, and even answered.
        for (let isHeard = false; !isHeard;) {
          await say('hello')
          isHeard = await events.next(500).then(
            () => true,
            () => false,
          )
        }
        await say(`2 cases of whole milk ${slug}`)
        let reply: string | undefined
        while (reply === undefined) reply = /• .*/.exec((await events.next(30_000)).messageAdded.message.text)?.[0]
        await events.stop()
        const order = await eventually(async () => {
          const { orders } = await owner.query<Orders>('{ orders { nodes { lines { name quantity } } } }')
          return orders.nodes[0]
        })
        return { reply, lines: order.lines }
      }),
    )

    expect(seen).toEqual(
      worlds.map(({ slug }) => ({
        reply: `• 2 × Whole milk ${slug} (case)`,
        lines: [{ name: `Whole milk ${slug}`, quantity: '2' }],
      })),
    )
  }, 60_000)

  test('nobody meets the tenant, the role or the prepared statements that a connection had before', async () => {
    const answers = await Promise.all(
      Array.from({ length: 400 }, async (_, n) => {
        const { owner, slug } = worlds[n % tenantCount] ?? worlds[0]!
        const names = await owner.query<Named>('{ tenant { slug } products { nodes { name } totalCount } }')
        return { slug, names }
      }),
    )

    for (const { slug, names } of answers) {
      const products = { nodes: [{ name: `Whole milk ${slug}` }], totalCount: 1 }
      expect(names).toEqual({ tenant: { slug }, products })
    }
    const left = await database.db.asOwner((owner) =>
      owner.query(`select current_user as role, current_setting('app.tenant_id', true) as tenant`),
    )
    expect(left).toEqual([{ role: new URL(database.url ?? '').username, tenant: null }])
    expect(server.output.stderr).toBe('')
  }, 60_000)

  test('a start without the direct address is told what is missing', async () => {
    const pooled = connectPostgres({ url: pooler.url })
    const around = connectPostgres({ url: pooler.url, directUrl: database.url ?? '' })

    const problems = await Promise.all([checkDatabase(pooled), checkDatabase(around)])

    await Promise.all([pooled.close(), around.close()])
    expect(problems).toEqual([
      [expect.objectContaining({ remedy: expect.stringContaining('DATABASE_DIRECT_URL') })],
      [],
    ])
  })
})

interface Added {
  readonly messageAdded: { readonly message: { readonly text: string } }
}

interface Orders {
  readonly orders: { readonly nodes: readonly { readonly lines: readonly { name: string; quantity: string }[] }[] }
}

interface Named {
  readonly tenant: { readonly slug: string }
  readonly products: { readonly nodes: readonly { readonly name: string }[]; readonly totalCount: number }
}

/** The first answer that is something. @throws after 30 s */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  const giveUpAt = Date.now() + 30_000
  while (Date.now() < giveUpAt) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Nothing came within 30 s')
}
