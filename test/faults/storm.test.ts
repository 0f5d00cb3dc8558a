import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { startWhatsAppServer, type WhatsAppServer } from '../kit/whatsapp-server.ts'
import { cutAtRandom, jobsLeft, killAtRandom, startCluster } from './cluster.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { hookTimeoutMs, report, scaled } from './scale.ts'
import { groceries, groceryProducts, sendAll, wishes } from './senders.ts'

const isEmbedded = process.env['TEST_DATABASE_URL'] === undefined
const customers = isEmbedded ? scaled(6, 500) : scaled(20, 2_000)
const messageCount = customers * groceries.length
const nodes = isEmbedded ? 1 : 2

let provider: WhatsAppServer
let prepared: PreparedWorld
beforeAll(async () => {
  provider = await startWhatsAppServer()
  prepared = await prepareWorld({
    env: { WHATSAPP_API_URL: provider.url },
    furnish: async (world) => void (await importProducts(world.ctx, { products: groceryProducts }, null)),
  })
}, hookTimeoutMs)
afterAll(async () => {
  await prepared.remove()
  await provider.close()
})

test(
  `${messageCount} messages, each sent one to five times, survive kill -9 and cut connections: each is stored once, and done once`,
  {
    timeout: scaled(300_000, 7_200_000),
  },
  async () => {
    const startedAtMs = performance.now()
    const cluster = await startCluster(prepared, nodes)
    onTestFinished(async () => void (await cluster.stop()))
    const killing = killAtRandom(cluster, scaled(1_500, isEmbedded ? 6_000 : 3_000), scaled(2, Infinity))
    const cutting = prepared.databaseUrl === null ? null : cutAtRandom(prepared.databaseUrl, scaled(400, 1_000), 3)
    const sent = await sendAll(prepared, wishes(customers), {
      senders: 8,
      target: cluster.anyUrl,
      attention: () => expect(cluster.crashes).toEqual([]),
    })
    const kills = await killing.stop()
    const cuts = (await cutting?.stop()) ?? 0
    expect(kills).toBeGreaterThan(0)

    const url = cluster.urls[0] ?? ''
    const left = { timeout: scaled(60_000, 1_200_000), interval: 250 }
    await expect.poll(() => jobsLeft(url, 'conversation.read'), left).toBe(0)
    // In the short form nobody waits until a reply that was being sent when its process was killed is given up.
    if (scaled(false, true)) await expect.poll(() => jobsLeft(url, 'message.send'), left).toBe(0)
    expect(await cluster.stop()).toEqual(Array.from({ length: nodes }, () => 0))

    const stored = await prepared.look<{ id: string; customer: number; n: number; seq: number; at: number }>(
      `select provider_message_id as id, split_part(provider_message_id, '.', 2)::int as customer,
       split_part(provider_message_id, '.', 3)::int as n, row_number() over (partition by conversation_id order by seq)::int as seq,
       (extract(epoch from created_at) * 1000)::float8 as at
     from messages where direction = 'IN'`,
    )
    const ids = new Set(stored.map(({ id }) => id))
    const lost = [...sent.acknowledgedAtMs.keys()].filter((id) => !ids.has(id))
    expect([stored.length, ids.size, sent.acknowledgedAtMs.size]).toEqual([messageCount, messageCount, messageCount])
    expect(lost).toEqual([])
    // A message that was lost after its acknowledgement, and brought back by a repeat, would be younger than that.
    expect(stored.filter(({ id, at }) => at > (sent.acknowledgedAtMs.get(id) ?? 0))).toEqual([])
    // In the order in which each customer wrote.
    expect(stored.filter(({ n, seq }) => seq !== n + 1)).toEqual([])

    // One line of an order each, of what was asked for, and in the same order.
    const effects = await prepared.look<{ customer: number; n: number; lines: number; wrong: number; place: number }>(
      `select split_part(m.provider_message_id, '.', 2)::int as customer, split_part(m.provider_message_id, '.', 3)::int as n,
       count(l.id)::int as lines, count(l.id) filter (where trim_scale(l.quantity) || ' ' || l.name <> m.text)::int as wrong,
       row_number() over (partition by m.conversation_id order by min(o.number), min(l.position))::int as place
     from messages m
     left join order_lines l on l.tenant_id = m.tenant_id and l.spans @> jsonb_build_array(jsonb_build_object('messageId', m.id))
     left join orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
     where m.direction = 'IN' group by m.tenant_id, m.id`,
    )
    expect(effects.filter(({ lines, wrong }) => lines !== 1 || wrong !== 0)).toEqual([])
    expect(effects.filter(({ n, place }) => place !== n + 1)).toEqual([])
    const [counts] = await prepared.look<{
      lines: number
      orders: number
      read: number
      replies: number
      dead: number
    }>(
      `select (select count(*) from order_lines)::int as lines, (select count(*) from orders)::int as orders,
       (select count(*) from order_messages)::int as read,
       (select count(*) from messages where direction = 'OUT')::int as replies,
       (select count(*) from pgboss.job where name = 'dead-letters')::int as dead`,
    )
    expect(counts).toMatchObject({ lines: messageCount, read: messageCount, dead: 0 })
    // A reply to each reading, and none went out twice.
    const turns = await prepared.look<{ count: number }>(
      `select count(*)::int as count from ai_responses where task = 'READ_ORDER'`,
    )
    expect(counts?.replies).toBe(turns[0]?.count)
    const replies = provider.sends.map(({ body }) => body['biz_opaque_callback_data'])
    expect(new Set(replies).size).toBe(replies.length)
    report(`storm, ${isEmbedded ? 'embedded' : `Postgres, ${nodes} processes`}`, {
      messages: messageCount,
      deliveries: sent.deliveries,
      'sent again': sent.repeats,
      kills,
      cuts,
      seconds: Math.round((performance.now() - startedAtMs) / 1_000),
      lost: lost.length,
      duplicates: stored.length - ids.size + effects.reduce((sum, { lines }) => sum + Math.max(0, lines - 1), 0),
      replies: counts?.replies ?? 0,
    })
  },
)
