import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { openConnections, prebuilt } from './connections.ts'
import { load, median } from './load.ts'
import { bodyOf, comparable, conversations, operations, type Json, type Operation } from './peers/operations.ts'
import { countStatements, type StatementCounter } from './peers/statement-counter.ts'
import { makeHouse, startServer, type BenchHouse, type BenchServer } from './server.ts'
import { makeShops, type Shop } from './shops.ts'

const inFlight = 32
const folder = join(import.meta.dirname, 'peers')

/** `hand-written` and `PostGraphile` are what the others are held against. */
const peers = ['hand-written', 'PostGraphile', 'Mercurius', 'Parley'] as const
type Peer = (typeof peers)[number]

interface Sizes {
  readonly shops: number
  readonly rounds: number
  readonly roundMs: number
  readonly warmUpMs: number
}
const full: Sizes = { shops: 50, rounds: 5, roundMs: 3_000, warmUpMs: 1_000 }
const short: Sizes = { shops: 5, rounds: 1, roundMs: 700, warmUpMs: 300 }

/**
 * Parley beside other servers on the same tables and connections: four operations, whose data must be the same before
 * anything is timed. With `--short` small, and only to see that all of it answers.
 * @throws Error when a server does not answer, answers other data, or Parley needs more than one statement
 */
export async function benchPeers({ isShort }: { readonly isShort: boolean }): Promise<void> {
  const sizes = isShort ? short : full
  install()
  const house = await makeHouse({ needsPostgres: true })
  try {
    const { services, close } = await house.backstage()
    const shops = await makeShops(services, sizes.shops, conversations)
    const jwks = JSON.stringify(await services.keyRing.publicKeys())
    await close()
    const statements = await compareAnswers(house, jwks, shops)
    const servers = new Map<Peer, BenchServer>()
    try {
      for (const peer of peers) servers.set(peer, await start(house, peer, jwks))
      for (const operation of operations) await compareSpeed(servers, operation, shops, sizes, statements)
    } finally {
      for (const server of servers.values()) await server.stop()
    }
  } finally {
    await house.remove()
  }
}

function databaseOf(house: BenchHouse): string {
  return house.env['DATABASE_URL'] ?? ''
}

/** The other servers' packages, exactly those of their lock file. */
function install(): void {
  if (existsSync(join(folder, 'node_modules'))) return
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
  if (status !== 0) throw new Error('The packages of the other servers could not be installed')
}

/** In production, with the settings that it has by itself. */
function start(house: BenchHouse, peer: Peer, jwks: string, databaseUrl = databaseOf(house)): Promise<BenchServer> {
  const settings = { NODE_ENV: 'production', DATABASE_URL: databaseUrl }
  if (peer === 'Parley') return house.start({ ...settings, LOG_LEVEL: 'info' })
  return startServer([join(folder, `${peer.toLowerCase()}.js`)], { ...settings, JWKS: jwks }, '/')
}

/** Holds every server's answers against the hand-written one's; gives the statements that each needs for a request. */
async function compareAnswers(house: BenchHouse, jwks: string, shops: readonly Shop[]): Promise<Map<string, number>> {
  const statements = new Map<string, number>()
  const expected = new Map<string, Json>()
  for (const peer of peers) {
    const counter = await countStatements(databaseOf(house))
    const server = await start(house, peer, jwks, counter.url)
    await untilQuiet(counter)
    for (const operation of operations) {
      for (const shop of shops.slice(0, 3)) {
        for (const id of operation.ids.slice(0, 3)) {
          const data = await ask(server, peer, operation, shop, id)
          const key = `${operation.name} ${shop.tenantId} ${id}`
          if (peer === 'hand-written') expected.set(key, comparable(data))
          else assertSame(peer, operation, comparable(data), expected.get(key) ?? null)
        }
      }
      counter.take()
      const requests = 100
      const startedAt = performance.now()
      for (let count = 0; count < requests; count += 1) {
        await ask(server, peer, operation, shops[0], operation.ids[count % operation.ids.length] ?? null)
      }
      const tookMs = performance.now() - startedAt
      const sent = counter.take()
      // What the server sends without being asked (its queue and events) belongs to no request.
      await new Promise((resolve) => setTimeout(resolve, tookMs))
      const each = Math.max(0, sent - counter.take()) / requests
      statements.set(`${peer} ${operation.name}`, each)
      if (peer === 'Parley' && each > 1.3)
        throw new Error(`${operation.name}: Parley sent ${each} statements a request`)
    }
    await refuses(server, peer)
    await server.stop()
    await counter.close()
  }
  return statements
}

/** A server that has just started has its own things to do, for each tenant, too. */
async function untilQuiet(counter: StatementCounter): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    counter.take()
    await new Promise((resolve) => setTimeout(resolve, 500))
    if (counter.take() <= 25) return
  }
  throw new Error('The server sends statements without being asked')
}

async function ask(
  server: BenchServer,
  peer: Peer,
  operation: Operation,
  shop: Shop | undefined,
  id: string | null,
): Promise<Json> {
  if (shop === undefined) throw new Error('no shop')
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${shop.token}` },
    body: bodyOf(operation, peer === 'PostGraphile', shop, id),
  })
  const text = await answer.text()
  if (answer.status !== 200 || !text.startsWith('{"data":{')) {
    throw new Error(`${peer}, ${operation.name}: ${answer.status} ${text.slice(0, 500)}`)
  }
  const { data } = JSON.parse(text) as { data: Json }
  return peer === 'PostGraphile' ? operation.reshape(data) : data
}

/** A server that answers anybody would be a cheaper one. */
async function refuses(server: BenchServer, peer: Peer): Promise<void> {
  const [operation] = operations
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer wrong' },
    body: JSON.stringify({
      operationName: operation?.name,
      query: peer === 'PostGraphile' ? operation?.postgraphile : operation?.document,
    }),
  })
  const text = await answer.text()
  if (text.includes('"nodes"')) throw new Error(`${peer} answers without a token`)
}

function assertSame(peer: Peer, operation: Operation, data: Json, expected: Json): void {
  if (isDeepStrictEqual(data, expected) && JSON.stringify(expected).length > 200) return
  throw new Error(
    `${peer} answers ${operation.name} otherwise:\n  ${JSON.stringify(data).slice(0, 2_000)}\ninstead of\n  ${JSON.stringify(expected).slice(0, 2_000)}`,
  )
}

interface Rounds {
  readonly perSecond: number[]
  readonly p50Ms: number[]
  readonly p99Ms: number[]
  readonly cpuMs: number[]
  residentMb: number
}

/** One operation, the servers taking turns. */
async function compareSpeed(
  servers: ReadonlyMap<Peer, BenchServer>,
  operation: Operation,
  shops: readonly Shop[],
  sizes: Sizes,
  statements: ReadonlyMap<string, number>,
): Promise<void> {
  const measured = new Map<Peer, Rounds>()
  let bytes = 0
  for (let round = 0; round < sizes.rounds; round += 1) {
    for (const [peer, server] of servers) {
      const connections = openConnections(server.url)
      const requests = shops.flatMap((shop) =>
        operation.ids.map((id) =>
          prebuilt(
            '/graphql',
            { 'content-type': 'application/json', authorization: `Bearer ${shop.token}` },
            bodyOf(operation, peer === 'PostGraphile', shop, id),
          ),
        ),
      )
      const once = async () => {
        const request = requests[Math.floor(Math.random() * requests.length)] ?? Buffer.alloc(0)
        const { status, body } = await connections.send(request)
        // Only what has errors stands before or without data.
        if (status !== 200 || body.indexOf('{"data":{') !== 0)
          throw new Error(`${peer}: ${status} ${body.toString('utf8', 0, 500)}`)
        if (peer === 'Parley') bytes = body.length
      }
      await load(once, inFlight, sizes.warmUpMs)
      const before = server.cpuMs()
      const found = await load(once, inFlight, sizes.roundMs)
      const known = measured.get(peer) ?? { perSecond: [], p50Ms: [], p99Ms: [], cpuMs: [], residentMb: 0 }
      known.perSecond.push(found.perSecond)
      known.p50Ms.push(found.p50Ms)
      known.p99Ms.push(found.p99Ms)
      known.cpuMs.push((server.cpuMs() - before) / found.count)
      known.residentMb = server.residentMb()
      measured.set(peer, known)
      connections.close()
    }
  }
  print(operation, bytes, measured, statements)
}

function print(
  operation: Operation,
  bytes: number,
  measured: ReadonlyMap<Peer, Rounds>,
  statements: ReadonlyMap<string, number>,
): void {
  const rate = (peer: Peer) => median(measured.get(peer)?.perSecond ?? [])
  console.log(`\n${operation.title} (${bytes} bytes)`)
  console.log(row(['', 'a second', '× hand', '× PostGr.', 'p50 ms', 'p99 ms', 'CPU ms', 'statements', 'MB']))
  for (const [peer, { p50Ms, p99Ms, cpuMs, residentMb }] of measured) {
    console.log(
      row([
        peer,
        rate(peer).toFixed(0),
        (rate(peer) / rate('hand-written')).toFixed(2),
        (rate(peer) / rate('PostGraphile')).toFixed(2),
        median(p50Ms).toFixed(1),
        median(p99Ms).toFixed(1),
        median(cpuMs).toFixed(2),
        (statements.get(`${peer} ${operation.name}`) ?? Number.NaN).toFixed(2),
        String(residentMb),
      ]),
    )
  }
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(11))).join('')
}
