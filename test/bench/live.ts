import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { receiveWhatsApp } from '../../src/conversations/index.ts'
import { signAccessToken } from '../../src/platform/auth/access-tokens.ts'
import { composeMessage } from '../../src/platform/channels/whatsapp/compose.ts'
import type { Services } from '../../src/platform/context.ts'
import { quantile } from './load.ts'
import { makeHouse, type BenchHouse } from './server.ts'
import { makeShops, type Shop } from './shops.ts'
import type { ClientOrder, ClientReport } from './live-clients.ts'
import type { ServerUse } from './live-server.ts'

/** One way of following, measured. */
interface Trial {
  readonly sockets: number
  /** Equal subscriptions, or a query per subscriber. */
  readonly areEqual: boolean
  readonly eventsPerSecond: number
  readonly seconds: number
}

interface Outcome {
  /** From the moment at which the writer was told of its commit, and from the one at which it began to write. */
  readonly afterCommitMs: readonly number[]
  readonly afterCallMs: readonly number[]
  readonly cpuMsPerEvent: number
  readonly readsPerEvent: number
  readonly feedReadsPerEvent: number
  readonly residentMb: readonly number[]
  readonly delivered: number
  readonly expected: number
  readonly astray: number
}

/**
 * Sockets of one tenant over two server processes while a third process commits messages: how long from the commit to
 * the delivery, what it costs, and the same with a query per subscriber. The short form looks at counts, not at times.
 */
export async function benchLive(options: { isShort: boolean }): Promise<void> {
  const house = await makeHouse({ needsPostgres: true })
  try {
    if (options.isShort) {
      const trial = { sockets: 50, areEqual: true, eventsPerSecond: 20, seconds: 3 }
      const outcome = await measure(house, trial)
      print(trial, outcome)
      const single = await measure(house, { ...trial, areEqual: false, eventsPerSecond: 5 })
      print({ ...trial, areEqual: false, eventsPerSecond: 5 }, single)
      hold(outcome, 'equal', 2)
      hold(single, 'single', trial.sockets)
      return
    }
    const equal = { sockets: 1_000, areEqual: true, eventsPerSecond: 20, seconds: 20 }
    const single = { sockets: 1_000, areEqual: false, eventsPerSecond: 1, seconds: 10 }
    const outcomes = [await measure(house, equal), await measure(house, single)] as const
    print(equal, outcomes[0])
    print(single, outcomes[1])
    const ratio = (of: (outcome: Outcome) => number) => (of(outcomes[1]) / of(outcomes[0])).toFixed(0)
    console.log(
      `  a query per subscriber takes ${ratio(({ cpuMsPerEvent }) => cpuMsPerEvent)} times the CPU, ${ratio(({ readsPerEvent }) => readsPerEvent)} times the reads of an event`,
    )
  } finally {
    await house.remove()
  }
}

async function measure(house: BenchHouse, trial: Trial): Promise<Outcome> {
  const writer = await house.backstage()
  const processes: ChildProcess[] = []
  try {
    const { services } = writer
    // The assistant is to wait longer than this takes: its work is another measurement.
    const [shop] = await makeShops(services, 1, 20, 60_000)
    if (shop === undefined) throw new Error('no shop')
    const tokens = await people(services, shop, trial.sockets)

    const servers = [start(house, processes), start(house, processes)]
    const clients: ChildProcess[] = []
    for (const [index, server] of servers.entries()) {
      const url = await answer<string>(server)
      const client = fork(join(import.meta.dirname, 'live-clients.ts'), { serialization: 'advanced' })
      processes.push(client)
      clients.push(client)
      const own = tokens.filter((_token, number) => number % servers.length === index)
      await ask<ClientOrder, string>(client, { url, tokens: own, areEqual: trial.areEqual })
    }
    const counts = () => Promise.all(clients.map((client) => ask<string, number>(client, 'count')))
    await untilAllHear(services, shop, counts, trial.sockets)

    const use = () => Promise.all(servers.map((server) => ask<string, ServerUse>(server, 'use')))
    const before = await use()
    const heard = sum(await counts())
    const written = await write(services, shop, trial)
    const expected = written.length * trial.sockets
    for (let tries = 0; sum(await counts()) - heard < expected && tries < 200; tries += 1) await sleep(50)
    const after = await use()
    const reports = await Promise.all(clients.map((client) => ask<string, ClientReport>(client, 'report')))

    const spent = (of: (use: ServerUse) => number) => (sum(after.map(of)) - sum(before.map(of))) / written.length
    const afterCommitMs: number[] = []
    const afterCallMs: number[] = []
    for (const { arrivals } of reports) {
      for (let index = 0; index < arrivals.length; index += 2) {
        const message = written[(arrivals[index] ?? 0) - 1]
        if (message === undefined) continue
        afterCommitMs.push((arrivals[index + 1] ?? Number.NaN) - message.committedAt)
        afterCallMs.push((arrivals[index + 1] ?? Number.NaN) - message.calledAt)
      }
    }
    return {
      afterCommitMs,
      afterCallMs,
      cpuMsPerEvent: spent(({ cpuMs }) => cpuMs),
      readsPerEvent: spent(({ reads }) => reads),
      feedReadsPerEvent: spent(({ feedReads }) => feedReads),
      residentMb: after.map(({ residentMb }) => residentMb),
      delivered: afterCommitMs.length,
      expected,
      astray: sum(reports.map(({ astray, closed }) => astray + closed.length)),
    }
  } finally {
    await Promise.all(
      processes.map(async (child) => {
        if (child.exitCode !== null) return
        child.kill('SIGTERM')
        await once(child, 'exit')
      }),
    )
    await writer.close()
  }
}

function start(house: BenchHouse, processes: ChildProcess[]): ChildProcess {
  const server = fork(join(import.meta.dirname, 'live-server.ts'), {
    env: { PATH: process.env['PATH'], ...house.env, PORT: '0' },
    execArgv: ['--max-semi-space-size=32'],
    serialization: 'advanced',
  })
  processes.push(server)
  return server
}

/** Each socket is another person's; all of them may see the same. */
async function people(services: Services, { tenantId }: Shop, count: number): Promise<string[]> {
  const id = (prefix: string) => `'${prefix}_0' || lpad(n::text, 25, '0')`
  await services.db.asOwner((owner) =>
    owner.script(`
      insert into users (id, email, created_at, updated_at)
        select ${id('usr')}, 'agent' || n || '@bench.example', now(), now() from generate_series(1, ${count}) n
        on conflict do nothing;
      insert into memberships (tenant_id, id, user_id, name, email, role, created_at, updated_at)
        select '${tenantId}', ${id('mem')}, ${id('usr')}, 'Agent ' || n, 'agent' || n || '@bench.example', 'SUPPORT', now(), now()
        from generate_series(1, ${count}) n`),
  )
  return Promise.all(
    Array.from({ length: count }, async (_token, index) => {
      const userId = `usr_0${String(index + 1).padStart(25, '0')}`
      const claims = { tenantId, userId, role: 'SUPPORT', sessionId: null } as const
      return (await signAccessToken(services.keyRing, services.clock, claims, 3_60_000)).token
    }),
  )
}

/** The protocol does not say when a subscription stands, so it knocks until everybody has heard the same knock. */
async function untilAllHear(
  services: Services,
  shop: Shop,
  counts: () => Promise<number[]>,
  sockets: number,
): Promise<void> {
  for (let knocks = 0; knocks < 20; knocks += 1) {
    const before = sum(await counts())
    await receive(services, shop, 0)
    for (let tries = 0; tries < 40; tries += 1) {
      await sleep(50)
      if (sum(await counts()) - before >= sockets) return sleep(500)
    }
  }
  throw new Error('Not all subscriptions stand')
}

/** Commits messages at uneven intervals that make up the rate, not waiting for one before the next. */
async function write(services: Services, shop: Shop, { eventsPerSecond, seconds }: Trial) {
  const total = eventsPerSecond * seconds
  const written: { calledAt: number; committedAt: number }[] = []
  const startedAt = performance.now()
  for (let number = 1; number <= total; number += 1) {
    const dueMs = ((number - 1 + Math.random()) * 1_000) / eventsPerSecond
    await sleep(Math.max(0, startedAt + dueMs - performance.now()))
    // One after the other, so that the order in which they are committed is known.
    written.push(await receive(services, shop, number))
  }
  return written
}

const now = () => performance.timeOrigin + performance.now()

async function receive(services: Services, shop: Shop, number: number) {
  const { accountId, phoneNumberId, appSecret } = shop
  const from = `+5730${String((number % 20) + 1).padStart(8, '0')}`
  const composed = composeMessage({ phoneNumberId, appSecret, from, sentAt: new Date() }, `n${number}`)
  const calledAt = now()
  const { status } = await receiveWhatsApp(services, {
    accountId,
    rawBody: Buffer.from(composed.body),
    signature: composed.headers['x-hub-signature-256'],
    requestId: `bench-${number}`,
  })
  if (status !== 200) throw new Error(`A message was answered with ${status}`)
  return { calledAt, committedAt: now() }
}

function print({ sockets, areEqual, eventsPerSecond }: Trial, outcome: Outcome): void {
  const at = (values: readonly number[]) =>
    `p50 ${quantile(values, 0.5).toFixed(1)}, p95 ${quantile(values, 0.95).toFixed(1)}, p99 ${quantile(values, 0.99).toFixed(1)} ms`
  console.log(
    [
      `live: ${sockets} sockets over two servers, ${areEqual ? 'equal subscriptions' : 'a query per subscriber'}, ${eventsPerSecond} events/s`,
      `  commit to delivery ${at(outcome.afterCommitMs)}; call to delivery ${at(outcome.afterCallMs)}`,
      `  server CPU ${outcome.cpuMsPerEvent.toFixed(1)} ms an event; ${outcome.readsPerEvent.toFixed(2)} reads and ${outcome.feedReadsPerEvent.toFixed(2)} looks into the log an event`,
      `  delivered ${outcome.delivered} of ${outcome.expected}, astray ${outcome.astray}; resident ${outcome.residentMb.join(' and ')} MB`,
    ].join('\n'),
  )
}

/** Everything was delivered once and in order, by no more reads than promised. */
function hold(outcome: Outcome, name: string, readsPerEvent: number): void {
  const { delivered, expected, astray } = outcome
  if (delivered !== expected || astray > 0) throw new Error(`${name}: ${delivered} of ${expected}, ${astray} astray`)
  const reads = outcome.readsPerEvent
  if (reads > readsPerEvent) throw new Error(`${name}: ${reads} reads an event instead of ${readsPerEvent}`)
}

function ask<Question extends object | string, Answer>(child: ChildProcess, question: Question): Promise<Answer> {
  child.send(question)
  return answer<Answer>(child)
}

/** Each question has one answer, whose type the other file declares. */
async function answer<Answer>(child: ChildProcess): Promise<Answer> {
  const ended = new AbortController()
  const gone = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`A process of the measurement ended with ${code}`)
  })
  const [message] = await Promise.race([once(child, 'message', { signal: ended.signal }), gone])
  ended.abort()
  gone.catch(() => {})
  return message as Answer
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
