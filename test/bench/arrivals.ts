import { sql } from 'drizzle-orm'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { composeMessage } from '../../src/platform/channels/whatsapp/compose.ts'
import type { Services } from '../../src/platform/context.ts'
import { newId } from '../../src/platform/ids.ts'
import { openConnections, prebuilt, type Connections } from './connections.ts'
import { load, median, quantile } from './load.ts'
import { makeHouse, type BenchServer } from './server.ts'
import { makeShops, type Shop } from './shops.ts'

const shopCount = 10
const conversations = 200
const inFlight = 8
const roundMs = 4_000
const rounds = 3
/** Messages that go the whole way in a round. */
const readCount = 800

/**
 * Signed payloads acknowledged in a second, against the writes that one needs sent bare: the provider's event, the
 * conversation's counters, the message, the event of the log and the job, in one transaction. Then the whole way of a
 * message, until the assistant has read it and its reply is out; and how long one takes to a subscriber.
 */
export async function benchArrivals(): Promise<void> {
  const house = await makeHouse()
  try {
    const first = await house.backstage()
    // The jobs of these wait until they are thrown away.
    const patient = await makeShops(first.services, shopCount, conversations, 60_000)
    const prompt = await makeShops(first.services, shopCount, conversations, 0)
    await first.close()

    const acknowledged: number[] = []
    const bare: number[] = []
    const p99: number[] = []
    const read: number[] = []
    let firstEventMs: number[] = []
    let bareEventMs: number[] = []
    let [acknowledgeCpuMs, readCpuMs, residentMb] = [Number.NaN, Number.NaN, 0]
    for (let round = 0; round < rounds; round += 1) {
      const server = await house.start()
      const connections = openConnections(server.url)
      firstEventMs = [...firstEventMs, ...(await timesToFirstEvent(server, connections, prompt[0]))]
      await load(() => post(connections, any(patient)), inFlight, 1_500)
      const before = server.cpuMs()
      const measured = await load(() => post(connections, any(patient)), inFlight, roundMs)
      acknowledgeCpuMs = (server.cpuMs() - before) / (measured.perSecond * (roundMs / 1_000))
      acknowledged.push(measured.perSecond)
      p99.push(measured.p99Ms)

      const readBefore = server.cpuMs()
      const startedAt = performance.now()
      await Promise.all(Array.from({ length: inFlight }, () => postAll(connections, prompt, readCount / inFlight)))
      await drained(server)
      read.push(readCount / ((performance.now() - startedAt) / 1_000))
      readCpuMs = (server.cpuMs() - readBefore) / readCount
      residentMb = server.residentMb()
      connections.close()
      await server.stop()

      const { services, close } = await house.backstage()
      await load(async () => void (await write(services, any(patient))), inFlight, 500)
      bare.push((await load(async () => void (await write(services, any(patient))), inFlight, roundMs)).perSecond)
      bareEventMs = [...bareEventMs, ...(await timesToSee(services, any(patient)))]
      await services.db.runAsSystem('delete from pgboss.job')
      await close()
    }
    const ratio = median(acknowledged) / median(bare)
    console.log(`arrivals (${house.engine})`)
    console.log(
      `  acknowledged ${median(acknowledged).toFixed(0)}/s, the same writes bare ${median(bare).toFixed(0)}/s: ratio ${ratio.toFixed(2)}`,
    )
    console.log(
      `  server CPU ${acknowledgeCpuMs.toFixed(2)} ms a message, acknowledge p99 ${median(p99).toFixed(0)} ms`,
    )
    console.log(
      `  received, read by the assistant and answered: ${median(read).toFixed(0)}/s, server CPU ${readCpuMs.toFixed(2)} ms a message, ${residentMb} MB resident`,
    )
    const [seenMs, bareMs] = [median(firstEventMs), median(bareEventMs)]
    console.log(
      `  posted to seen by a subscriber: p50 ${seenMs.toFixed(1)} ms, p95 ${quantile(firstEventMs, 0.95).toFixed(1)} ms; the same writes and one read of them bare ${bareMs.toFixed(1)} ms: ratio ${(seenMs / bareMs).toFixed(1)}`,
    )
  } finally {
    await house.remove()
  }
}

const any = (shops: readonly Shop[]): Shop => {
  const shop = shops[Math.floor(Math.random() * shops.length)]
  if (shop === undefined) throw new Error('no shop')
  return shop
}
const anyCustomer = () => Math.floor(Math.random() * conversations) + 1

/** What customers write, in turn: an order, small talk, a change. */
const texts = [
  'Please send 2 cases of whole milk and one of white rice',
  'hello and good morning',
  '3 ground coffee too',
]

async function post(connections: Connections, shop: Shop, text = 'hello and good morning'): Promise<void> {
  const from = `+5730${String(anyCustomer()).padStart(8, '0')}`
  const { phoneNumberId, appSecret } = shop
  const { body, headers } = composeMessage({ phoneNumberId, appSecret, from, sentAt: new Date() }, text)
  const { status } = await connections.send(prebuilt(`/webhooks/whatsapp/${shop.accountId}`, headers, body))
  if (status !== 200) throw new Error(`a message was answered with ${status}`)
}

async function postAll(connections: Connections, shops: readonly Shop[], count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await post(connections, any(shops), texts[index % texts.length])
}

/** Waits until the server has no job that is due. */
async function drained(server: BenchServer): Promise<void> {
  for (;;) {
    const page = await (await fetch(`${server.url}/metrics`)).text()
    const isDue = /^parley_jobs_(oldest_seconds|running)\{queue="(conversation\.read|message\.send)"\} (?!0$)/m.test(
      page,
    )
    if (!isDue) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The writes of one arrival and nothing else; gives the message's id. */
async function write(services: Services, shop: Shop): Promise<string> {
  const customer = String(anyCustomer()).padStart(25, '0')
  const [event, message, delivery] = [newId('event'), newId('message'), newId('providerEvent')]
  const conversation = `cnv_0${customer}`
  await services.db.withTenant(shop.tenantId, async (tx) => {
    await tx.execute(sql`insert into provider_events (tenant_id, id, channel_account_id, key, type, state, raw, received_at)
      values (${shop.tenantId}, ${delivery}, ${shop.accountId}, ${delivery}, 'MESSAGE', 'ACCEPTED', '{"text":{"body":"hello and good morning"}}', now())`)
    await tx.execute(sql`update conversations set last_seq = last_seq + 1, last_message_seq = last_seq + 1,
      unread_count = unread_count + 1, version = version + 1, last_message_at = now() where tenant_id = ${shop.tenantId} and id = ${conversation}`)
    await tx.execute(sql`insert into messages (tenant_id, id, conversation_id, channel_account_id, seq, direction,
        author_kind, author_id, kind, content, text, provider_message_id, provider_event_id, status, sent_at, created_at)
      select tenant_id, ${message}, id, channel_account_id, last_seq, 'IN', 'CUSTOMER', customer_id, 'TEXT',
        '{"body":"hello and good morning"}', 'hello and good morning', ${message}, ${delivery}, 'RECEIVED', now(), now()
      from conversations where tenant_id = ${shop.tenantId} and id = ${conversation}`)
    await tx.execute(sql`insert into events (tenant_id, id, type, subject_id, conversation_id, actor_kind, actor_id, request_id, data, occurred_at)
      values (${shop.tenantId}, ${event}, 'bench.written', ${message}, ${conversation}, 'CUSTOMER', 'bench', 'bench', '{}', now())`)
    await tx.execute(sql`insert into pgboss.job_common (id, name, data, singleton_key)
      values (gen_random_uuid(), 'knowledge.index', '{}', ${conversation})`)
  })
  return message
}

/** One arrival at a time written bare, then read by another statement: the least that it takes to be seen. */
async function timesToSee(services: Services, shop: Shop): Promise<number[]> {
  const times: number[] = []
  const text = 'select row_to_json(m)::text from messages m where tenant_id = $1 and id = $2'
  for (let count = 0; count < 30; count += 1) {
    const startedAt = performance.now()
    const id = await write(services, shop)
    await services.db.read(shop.tenantId, [{ text, values: [shop.tenantId, id] }])
    times.push(performance.now() - startedAt)
  }
  return times
}

/** One message at a time: from before the post until the subscriber has it. */
async function timesToFirstEvent(
  server: BenchServer,
  connections: Connections,
  shop: Shop | undefined,
): Promise<number[]> {
  if (shop === undefined) throw new Error('no shop')
  const client = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${shop.token}` },
  })
  const query = 'subscription { messageAdded { cursor message { id direction text } } }'
  const events = client.iterate<{ messageAdded: { message: { direction: string } } }>({ query })
  const times: number[] = []
  // The subscription stands when its first event has come.
  const opened = events.next()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await post(connections, shop)
  await opened
  for (let count = 0; count < 30; count += 1) {
    const startedAt = performance.now()
    await post(connections, shop)
    // Replies of the assistant come on the same subscription.
    let seen = await events.next()
    while (seen.value?.data?.messageAdded.message.direction !== 'IN') seen = await events.next()
    times.push(performance.now() - startedAt)
  }
  await events.return?.()
  await client.dispose()
  return times
}
