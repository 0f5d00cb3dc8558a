import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { jobDefinitions } from '../../src/app.ts'
import { openBackstage } from '../../src/backstage.ts'
import { parseConfig } from '../../src/config.ts'
import { readConversationJob } from '../../src/conversations/index.ts'
import { composeMessage } from '../../src/platform/channels/whatsapp/compose.ts'
import { pgbench } from './arrivals-bare.ts'
import { receive, record, wholeWay } from './arrivals-counts.ts'
import { openConnections, prebuilt, type Connections } from './connections.ts'
import { load, median, quantile } from './load.ts'
import { makeHouse, type BenchHouse, type BenchServer } from './server.ts'
import { makeShops, type Shop } from './shops.ts'

const shopCount = 10
const conversations = 200
const inFlight = 8
const roundMs = 4_000
const rounds = 3
/** Messages that go the whole way in a round. */
const readCount = 1_600
/** The same before, so that what is measured is not a server's first minute. */
const readWarmUp = 400

/** Statements, so that one more is noticed: to acknowledge a message of a known customer, and on the whole way of an order. */
const mostStatements = { acknowledge: 8, wholeWay: 43 }

/**
 * Signed payloads acknowledged in a second, against pgbench with the very statements that one needs; with the model down
 * as well. Then the whole way of a message, until the assistant has read it and its reply is out; how soon its job
 * starts; and how long one takes to a subscriber. The short form only counts statements.
 */
export async function benchArrivals({ isShort = false } = {}): Promise<void> {
  const house = await makeHouse()
  try {
    const first = await house.backstage()
    // The jobs of these wait until they are thrown away.
    const patient = await makeShops(first.services, isShort ? 1 : shopCount, conversations, 60_000)
    const prompt = await makeShops(first.services, isShort ? 1 : shopCount, conversations, 0)
    const recorded = await record(first.services, one(patient))
    for (const text of texts) await wholeWay(first.services, one(patient), text)
    const [order = ''] = texts
    const whole = await wholeWay(first.services, one(patient), order)
    await first.close()
    console.log(`arrivals (${house.engine})`)
    console.log(
      `  statements: ${recorded.statements.length} to acknowledge a message, ${whole.length} for an order's whole way`,
    )
    if (recorded.statements.length > mostStatements.acknowledge || whole.length > mostStatements.wholeWay) {
      console.error(`  more than ${mostStatements.acknowledge} and ${mostStatements.wholeWay}`)
      process.exitCode = 1
    }
    if (isShort) return

    const acknowledged: number[] = []
    const bare: number[] = []
    const p99: number[] = []
    const p99Down: number[] = []
    const read: number[] = []
    const wakeMs: number[] = []
    let firstEventMs: number[] = []
    let [acknowledgeCpuMs, readCpuMs, residentMb] = [Number.NaN, Number.NaN, 0]
    for (let round = 0; round < rounds; round += 1) {
      const server = await house.start()
      const connections = openConnections(server.url)
      firstEventMs = [...firstEventMs, ...(await timesToFirstEvent(server, connections, prompt[0]))]
      await load(() => post(connections, any(patient)), inFlight, 1_500)
      const before = server.cpuMs()
      const measured = await load(() => post(connections, any(patient)), inFlight, roundMs)
      acknowledgeCpuMs = (server.cpuMs() - before) / measured.count
      acknowledged.push(measured.perSecond)
      p99.push(measured.p99Ms)

      const readAll = async (count: number) => {
        await Promise.all(Array.from({ length: inFlight }, () => postAll(connections, prompt, count / inFlight)))
        await drained(server)
      }
      await readAll(readWarmUp)
      const readBefore = server.cpuMs()
      const startedAt = performance.now()
      await readAll(readCount)
      read.push(readCount / ((performance.now() - startedAt) / 1_000))
      readCpuMs = (server.cpuMs() - readBefore) / readCount
      residentMb = server.residentMb()
      connections.close()
      await server.stop()

      p99Down.push(await withModelDown(house, prompt))
      const databaseUrl = house.env['DATABASE_URL']
      const options = { clients: inFlight, seconds: roundMs / 1_000, customers: conversations }
      const perSecond = databaseUrl === undefined ? null : pgbench(databaseUrl, recorded, patient, options)
      if (perSecond !== null) bare.push(perSecond)
      wakeMs.push(...(await timesToWake(house, prompt)))
    }
    const ratio = median(acknowledged) / median(bare)
    const against =
      bare.length === 0
        ? ''
        : `, the same statements under pgbench ${median(bare).toFixed(0)}/s: ratio ${ratio.toFixed(2)}`
    console.log(`  acknowledged ${median(acknowledged).toFixed(0)}/s${against}`)
    console.log(
      `  server CPU ${acknowledgeCpuMs.toFixed(2)} ms a message; acknowledge p99 ${median(p99).toFixed(0)} ms, with the model down and its jobs running ${median(p99Down).toFixed(0)} ms`,
    )
    console.log(
      `  received, read by the assistant and answered: ${median(read).toFixed(0)}/s, server CPU ${readCpuMs.toFixed(2)} ms a message, ${residentMb} MB resident`,
    )
    console.log(
      `  commit to start of the job on an idle queue: p50 ${median(wakeMs).toFixed(1)} ms, p95 ${quantile(wakeMs, 0.95).toFixed(1)} ms`,
    )
    console.log(
      `  posted to seen by a subscriber: p50 ${median(firstEventMs).toFixed(1)} ms, p95 ${quantile(firstEventMs, 0.95).toFixed(1)} ms`,
    )
  } finally {
    await house.remove()
  }
}

/** Acknowledge p99 while every job asks a model that is not there. */
async function withModelDown(house: BenchHouse, shops: readonly Shop[]): Promise<number> {
  const server = await house.start({ OPENAI_API_KEY: 'none', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })
  const connections = openConnections(server.url)
  await load(() => post(connections, any(shops), texts[0]), inFlight, 1_000)
  const { p99Ms } = await load(() => post(connections, any(shops), texts[0]), inFlight, roundMs / 2)
  connections.close()
  await server.stop()
  const { services, close } = await house.backstage()
  await services.db.runAsSystem('delete from pgboss.job')
  await close()
  return p99Ms
}

/** One message at a time on an idle queue: from the commit of its transaction until its job starts. */
async function timesToWake(house: BenchHouse, shops: readonly Shop[]): Promise<number[]> {
  const times: number[] = []
  let started = Promise.withResolvers<void>()
  const listening = jobDefinitions.map((definition) => ({
    ...definition,
    handle: async (...given: Parameters<typeof definition.handle>) => {
      if (definition.name === readConversationJob.name) started.resolve()
      else await definition.handle(...given)
    },
  }))
  const { services, jobs, close } = await openBackstage(parseConfig(house.env), listening)
  await services.db.runAsSystem('delete from pgboss.job')
  jobs.start(services)
  for (let count = 0; count < 20; count += 1) {
    started = Promise.withResolvers<void>()
    await receive(services, one(shops), 'hello and good morning')
    const committedAt = performance.now()
    await started.promise
    times.push(performance.now() - committedAt)
    // Until the queue has noted the end and rests.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await close()
  return times
}

const one = (shops: readonly Shop[]): Shop => {
  const [shop] = shops
  if (shop === undefined) throw new Error('no shop')
  return shop
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
  for (let index = 0; index < count; index += 1) await post(connections, any(shops), textOf(index))
}

/** Another amount each time: the same list twice from one customer would go to a person as a duplicate. */
function textOf(index: number): string {
  const text = texts[index % texts.length] ?? ''
  return text.replace(/\d/, String(2 + (index % 97)))
}

/** Waits until the server has no job that is due. */
async function drained(server: BenchServer): Promise<void> {
  for (;;) {
    const page = await (await fetch(`${server.url}/metrics`)).text()
    const isDue = /^parley_jobs_(oldest_seconds|running)\{queue="(conversation\.read|message\.send)"\} (?!0$)/m.test(
      page,
    )
    if (!isDue) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
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
