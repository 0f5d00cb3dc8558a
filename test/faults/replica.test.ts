import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { freePort } from '../kit/free-port.ts'
import { withDatabase } from '../kit/server.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { hookTimeoutMs } from './scale.ts'
import { startServer, type ServerProcess } from './server-process.ts'

/** Where test/kit/postgres.sh keeps the server of these tests: only then can a standby be made of it. */
const folder = process.env['PARLEY_TEST_POSTGRES'] ?? null
const postgres = (...args: string[]) =>
  promisify(execFile)('bash', [join(import.meta.dirname, '../kit/postgres.sh'), ...args])

let prepared: PreparedWorld | undefined
let server: ServerProcess | undefined
let isRunning = false
afterAll(async () => {
  server?.kill('SIGTERM')
  await server?.ended
  if (isRunning && folder !== null) await postgres('end-standby', folder)
  await prepared?.remove()
}, hookTimeoutMs)

const stale = { 'x-read-preference': 'replica' }

test.skipIf(folder === null)(
  'a standby answers those who do not need the newest, and nobody else; away, or too far behind, it is passed over',
  { timeout: hookTimeoutMs },
  async () => {
    prepared = await prepareWorld()
    const { env, token, databaseUrl } = prepared
    const { stdout } = await postgres('standby', folder ?? '', String(await freePort()))
    isRunning = true
    const replicaUrl = withDatabase(
      stdout.trim().replace(/^DATABASE_URL=/, ''),
      new URL(databaseUrl ?? '').pathname.slice(1),
    )
    const standby = connectPostgres({ url: replicaUrl, poolSize: 1 })
    const onStandby = (statement: string) => standby.asOwner((owner) => owner.script(statement))
    server = await startServer({ ...env, DATABASE_REPLICA_URL: replicaUrl })
    const { url } = server

    async function send(query: string, headers: Readonly<Record<string, string>> = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
        body: JSON.stringify({ query }),
      })
      return (await response.json()) as { data: { tenant: { name: string }; tenantUpdate: object } | null }
    }
    const nameOf = async (headers = {}) => (await send('{ tenant { name } }', headers)).data?.tenant.name
    const rename = (name: string) =>
      send(`mutation { tenantUpdate(input: { name: "${name}" }) { tenant { name } errors { code } } }`, stale)
    async function reads(by: string): Promise<number> {
      const metrics = await (await fetch(`${url}/metrics`)).text()
      return Number(new RegExp(`parley_replica_reads\\{by="${by}"\\} (\\d+)`).exec(metrics)?.[1] ?? 0)
    }

    await expect.poll(async () => (await nameOf(stale), await reads('replica')), { timeout: 20_000 }).toBeGreaterThan(0)
    const before = await reads('replica')
    await nameOf()
    expect(await reads('replica')).toBe(before)

    // It shows what was; a mutation shows what it did, whatever its caller could do with.
    const old = await nameOf()
    await onStandby('select pg_wal_replay_pause()')
    expect((await rename('New name')).data?.tenantUpdate).toEqual({ tenant: { name: 'New name' }, errors: [] })
    expect([await nameOf(), await nameOf(stale)]).toEqual(['New name', old])
    // Nobody is shown what is older than some seconds.
    await expect.poll(() => nameOf(stale), { timeout: 30_000, interval: 500 }).toBe('New name')
    await onStandby('select pg_wal_replay_resume()')
    const passedOver = await reads('replica')
    await expect
      .poll(async () => (await nameOf(stale), await reads('replica')), { timeout: 20_000 })
      .toBeGreaterThan(passedOver)

    await standby.close()
    await postgres('end-standby', folder ?? '')
    isRunning = false
    for (let again = 0; again < 20; again += 1) expect(await nameOf(stale)).toBe('New name')
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect((await rename('Last name')).data?.tenantUpdate).toMatchObject({ tenant: { name: 'Last name' } })
  },
)
