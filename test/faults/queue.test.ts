import { afterAll, beforeAll, describe, expect } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { readConversationJob } from '../../src/conversations/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { createApiClient } from '../kit/client.ts'
import type { World } from '../kit/world.ts'
import { jobsLeft, startCluster, type Cluster } from './cluster.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { hookTimeoutMs, onPostgres, report, scaled } from './scale.ts'
import { groceryProducts, sendAll, wishes, type Wish } from './senders.ts'

const products = (world: World) => importProducts(world.ctx, { products: groceryProducts }, null)

describe('among very many good messages', () => {
  let prepared: PreparedWorld
  let cluster: Cluster
  beforeAll(async () => {
    if (process.env['TEST_DATABASE_URL'] === undefined) return
    prepared = await prepareWorld({ furnish: async (world) => void (await products(world)) })
    // Something that the assistant chokes on, whatever it tries, until somebody mends it.
    await prepared.look(
      `create function choke() returns trigger language plpgsql as $$ begin
         if exists (select from messages m where m.id = any(new.message_ids) and m.text like '%veneno%') then
           raise exception 'cannot digest this';
         end if;
         return new;
       end $$`,
    )
    await prepared.look('create trigger choke before insert on ai_responses for each row execute function choke()')
    cluster = await startCluster(prepared, 2)
  }, hookTimeoutMs)
  afterAll(async () => {
    await cluster?.stop()
    await prepared?.remove()
  })

  const good = scaled(100, 1_000)
  const bad = scaled(3, 20)

  onPostgres(
    `${bad} that poison their jobs harm no other, are kept with their error, and are done when an operator says so`,
    async () => {
      const poison = Array.from({ length: bad }, (_wish, n): Wish[] => [
        { id: `wamid.poison.${n}`, from: `+57301${1_000_000 + n}`, text: '2 leche entera, veneno' },
      ])
      const messages = [...wishes(good / 10), ...poison].toSorted(() => Math.random() - 0.5)
      await sendAll(prepared, messages, { senders: 8, target: cluster.anyUrl })
      // Between two tries lie seconds, then minutes: nobody waits for them here.
      const hurry = setInterval(() => {
        prepared.look(`update pgboss.job set start_after = now() where state = 'retry'`).catch(() => {})
      }, 250)
      const url = cluster.urls[0] ?? ''
      const client = createApiClient(url, prepared.token)
      const done = async () => {
        const [row] = await prepared.look<{ count: number }>('select count(*)::int as count from order_messages')
        return row?.count
      }
      const failed = async () =>
        (
          await client.query<{ failedJobs: { id: string; name: string; attempts: number; error: string }[] }>(
            '{ failedJobs(first: 100) { id name attempts error } }',
          )
        ).failedJobs
      await expect.poll(done, { timeout: 120_000, interval: 250 }).toBe(good)
      await expect.poll(async () => (await failed()).length, { timeout: 120_000, interval: 250 }).toBe(bad)
      clearInterval(hurry)
      for (const job of await failed()) {
        expect(job).toMatchObject({ name: 'conversation.read', attempts: 7 })
        expect(job.error).toContain('cannot digest this')
      }

      await prepared.look('drop trigger choke on ai_responses')
      for (const { id } of await failed()) {
        const answer = await client.mutate<{ failedJobReplay: { replayed: boolean } }>(
          'mutation ($id: ID!) { failedJobReplay(id: $id) { replayed } }',
          { id },
        )
        expect(answer.failedJobReplay.replayed).toBe(true)
      }
      await expect.poll(done, { timeout: 60_000, interval: 250 }).toBe(good + bad)
      expect(await failed()).toEqual([])
      report('poison', { good, poison: bad, done: (await done()) ?? 0 })
    },
    300_000,
  )
})

describe('beside two tenants with very many waiting jobs', () => {
  const waiting = scaled(1_500, 10_000)
  let prepared: PreparedWorld
  let cluster: Cluster
  const busy: World[] = []
  beforeAll(async () => {
    if (process.env['TEST_DATABASE_URL'] === undefined) return
    prepared = await prepareWorld({
      async furnish(world, another) {
        await products(world)
        for (let n = 0; n < 2; n += 1) {
          const other = await another()
          await products(other)
          await keepBusy(other, waiting)
          busy.push(other)
        }
      },
    })
    await prepared.look(`update pgboss.job set start_after = now() where name = $1`, [readConversationJob.name])
    cluster = await startCluster(prepared, 2)
  }, hookTimeoutMs)
  afterAll(async () => {
    await cluster?.stop()
    await prepared?.remove()
  })

  onPostgres(
    `${waiting} each, those of another are done within moments`,
    async () => {
      // Of different customers: those of one would wait for each other.
      const mine = wishes(10).flatMap((all) => all.slice(0, 1))
      for (const wish of mine) await sendAll(prepared, [[wish]], { senders: 1, target: cluster.anyUrl })
      const delays = async () =>
        prepared.look<{ ms: number }>(
          `select (extract(epoch from o.created_at - m.created_at) * 1000)::float8 as ms
           from order_messages om join messages m on (m.tenant_id, m.id) = (om.tenant_id, om.message_id)
           join orders o on (o.tenant_id, o.id) = (om.tenant_id, om.order_id)
           where om.tenant_id <> all($1) order by ms`,
          [busy.map(({ tenantId }) => tenantId)],
        )
      await expect.poll(async () => (await delays()).length, { timeout: 60_000, interval: 100 }).toBe(mine.length)
      const left = await jobsLeft(cluster.urls[0] ?? '', readConversationJob.name)
      // Else it was no wonder.
      expect(left).toBeGreaterThan(waiting)
      const times = (await delays()).map(({ ms }) => ms)
      const longestMs = Math.round(times.at(-1) ?? Number.NaN)
      report('beside two busy tenants', {
        'jobs of each': waiting,
        'still waiting': left ?? 0,
        'median ms': Math.round(times[Math.floor(times.length / 2)] ?? Number.NaN),
        'longest ms': longestMs,
      })
      expect(longestMs).toBeLessThan(scaled(4_000, 2_000))
    },
    300_000,
  )
})

/** So many customers with a message each that nobody has read, and a job for each that is not due for an hour. */
async function keepBusy(world: World, count: number): Promise<void> {
  const { ctx, tenantId, account } = world
  const rows = Array.from({ length: count }, (_row, n) => ({
    customer: newId('customer'),
    identity: newId('customerIdentity'),
    conversation: newId('conversation'),
    message: newId('message'),
    phone: `+57302${1_000_000 + n}`,
    text: `${2 + (n % 8)} leche entera`,
  }))
  await ctx.db.asOwner(async (owner) => {
    const from = `from jsonb_to_recordset($2::jsonb) as r(customer text, identity text, conversation text, message text, phone text, text text)`
    const values = [tenantId, JSON.stringify(rows)]
    await owner.query(
      `insert into customers (tenant_id, id, name, created_at, updated_at) select $1, customer, 'Ana', now(), now() ${from}`,
      values,
    )
    await owner.query(
      `insert into customer_identities (tenant_id, id, customer_id, primary_id, kind, scope, value, created_at)
       select $1, identity, customer, identity, 'PHONE', '', phone, now() ${from}`,
      values,
    )
    await owner.query(
      `insert into conversations (tenant_id, id, customer_id, identity_id, channel_account_id, last_seq, last_message_seq,
         last_message_at, window_expires_at, created_at, updated_at)
       select $1, conversation, customer, identity, $3, 1, 1, now(), now() + interval '1 day', now(), now() ${from}`,
      [...values, account.id],
    )
    await owner.query(
      `insert into messages (tenant_id, id, conversation_id, channel_account_id, seq, direction, author_kind, author_id,
         kind, content, text, status, sent_at, created_at)
       select $1, message, conversation, $3, 1, 'IN', 'CUSTOMER', customer, 'TEXT', '{}', text, 'RECEIVED', now(), now() ${from}`,
      [...values, account.id],
    )
  })
  for (let n = 0; n < rows.length; n += 500) {
    await ctx.db.withTenant(tenantId, async (tx) => {
      for (const { conversation } of rows.slice(n, n + 500)) {
        const data = { tenantId, conversationId: conversation, seq: 1 }
        await ctx.jobs.enqueue(tx, readConversationJob, data, { orderKey: conversation, delayMs: 3_600_000 })
      }
    })
  }
}
