import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { createApiClient } from '../kit/client.ts'
import { jobsLeft, startCluster, type Cluster } from './cluster.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { onOwnPostgres, onPostgres, report, scaled } from './scale.ts'
import { groceryProducts, sendAll, wishes } from './senders.ts'

describe('under load', () => {
  let prepared: PreparedWorld | null = null
  let cluster: Cluster | null = null
  let customerId = ''
  afterEach(async () => {
    await cluster?.stop()
    await prepared?.remove()
    cluster = prepared = null
  })

  async function start(): Promise<{ prepared: PreparedWorld; cluster: Cluster }> {
    prepared = await prepareWorld({
      async furnish(world) {
        await importProducts(world.ctx, { products: groceryProducts }, null)
        await world.say('hola')
        const found = await world.owner.query<{ customers: { nodes: { id: string }[] } }>(
          '{ customers(first: 1) { nodes { id } } }',
        )
        customerId = found.customers.nodes[0]?.id ?? ''
      },
    })
    cluster = await startCluster(prepared, 2)
    return { prepared, cluster }
  }

  onPostgres(
    'one server after the other is restarted, and no change fails whose sender tries once more',
    async () => {
      const { prepared, cluster } = await start()
      let isOver = false
      let [made, retried] = [0, 0]
      const failed: string[] = []
      const create = `mutation ($input: OrderCreateInput!, $key: String) {
        orderCreate(input: $input, idempotencyKey: $key) { order { id } errors { code message } } }`
      const lines = [{ name: 'something', quantity: '1' }]

      async function tryOn(index: number, key: string): Promise<string | null> {
        const client = createApiClient(cluster.urls[index] ?? '', prepared.token)
        const answer = await client
          .send<{ orderCreate: { order: object | null } }>(create, { input: { customerId, lines }, key })
          .catch((error: unknown) => String(error))
        if (typeof answer === 'string') return answer
        return answer.data?.orderCreate.order == null ? JSON.stringify([answer.data, answer.errors]) : null
      }
      async function caller(n: number): Promise<void> {
        while (!isOver) {
          const key = randomUUID()
          // As through a load balancer: the second try goes elsewhere.
          const first = (n + made) % 2
          if ((await tryOn(first, key)) !== null) {
            retried += 1
            const problem = await tryOn(1 - first, key)
            if (problem !== null) failed.push(problem)
          }
          made += 1
        }
      }
      const callers = Array.from({ length: 6 }, (_caller, n) => caller(n))
      const seconds: number[] = []
      for (let round = 0; round < scaled(1, 4); round += 1) {
        for (const index of [0, 1]) {
          const startedAtMs = performance.now()
          expect(await cluster.end(index, 'SIGTERM')).toBe(0)
          seconds.push((performance.now() - startedAtMs) / 1_000)
          await cluster.start(index)
        }
      }
      isOver = true
      await Promise.all(callers)
      expect(failed).toEqual([])
      const [stored] = await prepared.look<{ count: number }>('select count(*)::int as count from orders')
      expect(stored?.count).toBe(made)
      expect(Math.max(...seconds)).toBeLessThan(25)
      report('rolling restart', {
        changes: made,
        'tried twice': retried,
        failed: failed.length,
        restarts: seconds.length,
        'longest s': Number(Math.max(...seconds).toFixed(1)),
      })
    },
    180_000,
  )

  onOwnPostgres(
    'Postgres crashes and is restarted: no server ends, and nothing that was acknowledged is lost',
    async (folder) => {
      const { prepared, cluster } = await start()
      const name = new URL(prepared.databaseUrl ?? '').pathname.slice(1)
      // The throw-away server is fast because it may forget; here it may not.
      await prepared.look(`alter database ${name} set synchronous_commit = on`)
      for (const index of [0, 1]) {
        await cluster.end(index, 'SIGTERM')
        await cluster.start(index)
      }
      const messages = wishes(scaled(20, 200))
      let isSending = true
      let restarts = 0
      const restarting = (async () => {
        while (isSending && restarts < scaled(2, 10)) {
          await new Promise((resolve) => setTimeout(resolve, 1_500))
          await promisify(execFile)('bash', [
            join(import.meta.dirname, '../kit/postgres.sh'),
            'restart',
            folder,
            restarts % 2 === 0 ? 'immediate' : 'fast',
          ])
          restarts += 1
        }
      })()
      const sent = await sendAll(prepared, messages, { senders: 8, target: cluster.anyUrl })
      isSending = false
      await restarting
      expect(restarts).toBeGreaterThan(0)
      expect(cluster.crashes).toEqual([])
      await expect
        .poll(() => jobsLeft(cluster.urls[0] ?? '', 'conversation.read'), { timeout: 90_000, interval: 250 })
        .toBe(0)
      const stored = await prepared.look<{ id: string; at: number; effects: number }>(
        `select provider_message_id as id, (extract(epoch from created_at) * 1000)::float8 as at,
           (select count(*) from order_lines l where l.spans @> jsonb_build_array(jsonb_build_object('messageId', m.id)))::int
             as effects
         from messages m where direction = 'IN' and text <> 'hola'`,
      )
      expect(stored.length).toBe(messages.flat().length)
      expect(stored.filter(({ id, at }) => at > (sent.acknowledgedAtMs.get(id) ?? 0))).toEqual([])
      expect(stored.filter(({ effects }) => effects !== 1)).toEqual([])
      report('Postgres restarted', {
        messages: stored.length,
        deliveries: sent.deliveries,
        restarts,
        crashes: cluster.crashes.length,
      })
    },
    300_000,
  )
})
