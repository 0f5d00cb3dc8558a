import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { modules } from '../../src/app.ts'
import { createSchema } from '../../src/graphql/index.ts'
import { executeOperation } from '../../src/graphql/read/execute.ts'
import type { Services } from '../../src/platform/context.ts'
import type { Database, ReadStatement } from '../../src/platform/db/database.ts'
import { mintToken } from '../../src/tenancy/index.ts'
import { contextOf, operationOf } from '../kit/library/world.ts'
import { numberedId, seedManyRows } from '../kit/many-rows.ts'
import { openConnections, prebuilt } from './connections.ts'
import { load, median } from './load.ts'
import { makeHouse, type BenchHouse } from './server.ts'

interface Stage {
  readonly name: string
  readonly tenants: number
  readonly messagesEach: number
}

const conversations = 100
const inFlight = 4
/** Tenants are written so many at a time. */
const atOnce = 50
/** How many of the tenants ask. */
const callers = 200

/** What is asked of both, and the beginning of its answer. */
const operations: Readonly<Record<string, string>> = {
  inbox: readFileSync(join(import.meta.dirname, '../../src/http/playground/01-inbox.graphql'), 'utf8'),
  'orders by total':
    '{ orders(first: 20, orderBy: TOTAL_DESC) { nodes { id number status total { amountMinor } customer { name } lines { name quantity } } pageInfo { hasNextPage endCursor } } }',
  'one conversation': `{ node(id: "${numberedId('cnv', 7)}") { ... on Conversation { id customer { name }
    timeline(last: 50) { nodes { __typename ... on Message { text author { __typename } } } } orders(first: 5) { nodes { number } } } } }`,
}

/**
 * The same tenants' everyday questions through the server where there are few tenants and where there are very many, in
 * turn: what grows with the others would show.
 */
export async function benchGrowth({ isShort = false } = {}): Promise<void> {
  const stages: Stage[] = isShort
    ? [
        { name: 'few', tenants: 5, messagesEach: 5 },
        { name: 'many', tenants: 50, messagesEach: 10 },
      ]
    : [
        { name: 'few', tenants: 10, messagesEach: 20 },
        { name: 'many', tenants: 1_000, messagesEach: 50 },
      ]
  const opened: { house: BenchHouse; close(): Promise<void> }[] = []
  try {
    const sides: Side[] = []
    for (const stage of stages) {
      const house = await makeHouse({ needsPostgres: true })
      const side = await openSide(house, stage)
      opened.push({ house, close: side.close })
      sides.push(side)
    }
    const [few, many] = sides
    if (few === undefined || many === undefined) throw new Error('two stages are compared')
    for (const operation of Object.keys(operations)) {
      const pages = [few, many].map(({ blocks }) => blocks.get(operation)).join(' → ')
      const p50: Record<string, number[]> = { few: [], many: [] }
      const p95: Record<string, number[]> = { few: [], many: [] }
      for (let round = 0; round < (isShort ? 2 : 6); round += 1) {
        for (const side of [few, many]) {
          const measured = await load(() => side.ask(operation), inFlight, isShort ? 500 : 2_500)
          // The first round warms both up.
          if (round === 0) continue
          p50[side.name]?.push(measured.p50Ms)
          p95[side.name]?.push(measured.p95Ms)
        }
      }
      const of = (figures: Record<string, number[]>, name: string) => median(figures[name] ?? [])
      console.log(
        `  ${operation.padEnd(17)} p50 ${of(p50, 'few').toFixed(1)} ms → ${of(p50, 'many').toFixed(1)} ms: × ` +
          `${(of(p50, 'many') / of(p50, 'few')).toFixed(2)}; p95 ${of(p95, 'few').toFixed(1)} ms → ${of(p95, 'many').toFixed(1)} ms; ` +
          `blocks of the database looked at ${pages}`,
      )
    }
  } finally {
    for (const { house, close } of opened) {
      await close()
      await house.remove()
    }
  }
}

interface Side {
  readonly name: string
  /** How many blocks of 8 kB the statements of an operation look at: what does not waver with the machine's load. */
  readonly blocks: ReadonlyMap<string, number>
  /** Sends the operation as one of the tenants, each in turn. */
  ask(operation: string): Promise<void>
  close(): Promise<void>
}

async function openSide(house: BenchHouse, { name, tenants, messagesEach }: Stage): Promise<Side> {
  const { services, close } = await house.backstage()
  const startedAt = performance.now()
  const size = { conversations, messagesEach, orders: 200, products: 60, docs: 10 }
  await services.db.asOwner(async (owner) => {
    for (let from = 1; from <= tenants; from += atOnce) {
      await seedManyRows(owner, from, Math.min(from + atOnce - 1, tenants), size)
    }
    // As autovacuum would have done it in the life of such a database.
    await owner.script('vacuum (analyze)')
  })
  const [counted] = await services.db.asOwner((owner) =>
    owner.query<{ count: string; size: string }>(
      'select count(*) as count, pg_size_pretty(pg_database_size(current_database())) as size from messages',
    ),
  )
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0)
  console.log(`${name}: ${tenants} tenants, ${counted?.count} messages, ${counted?.size}; seeded in ${seconds} s`)
  const tokens = await mintTokens(services, tenants)
  const blocks = await countBlocks(services.db, numberedId('ten', Math.ceil(tenants / 2)))
  await close()
  const server = await house.start()
  const connections = openConnections(server.url)
  const requests = new Map(
    Object.entries(operations).map(([operation, query]) => [
      operation,
      tokens.map((token) =>
        prebuilt(
          '/graphql',
          { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          JSON.stringify({ query }),
        ),
      ),
    ]),
  )
  let next = 0
  return {
    name,
    blocks,
    async ask(operation) {
      const all = requests.get(operation) ?? []
      const request = all[next++ % all.length]
      if (request === undefined) throw new Error('no tenant')
      const { status, body } = await connections.send(request)
      const begins = body.toString('utf8', 0, 400)
      if (status !== 200 || !begins.startsWith('{"data":{') || begins.includes('"nodes":[]') || body.length < 1_000) {
        throw new Error(begins)
      }
    },
    async close() {
      connections.close()
      await server.stop()
    },
  }
}

async function countBlocks(db: Database, tenantId: string): Promise<Map<string, number>> {
  const schema = createSchema(modules)
  const counted = new Map<string, number>()
  for (const [operation, query] of Object.entries(operations)) {
    let sent: readonly ReadStatement[] = []
    const recording: Database = {
      ...db,
      read(id, statements) {
        sent = statements
        return db.read(id, statements)
      },
    }
    await executeOperation(operationOf(schema, query, contextOf(recording, { tenantId })))
    const explaining = sent.map(({ text, values }) => ({
      text: `explain (analyze, buffers, format json) ${text}`,
      values,
    }))
    const plans = await db.read(tenantId, explaining)
    counted.set(
      operation,
      plans
        .flatMap((plan) => planSchema.parse(JSON.parse(plan ?? 'null')))
        .reduce((sum, { Plan }) => sum + Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'], 0),
    )
  }
  return counted
}

const planSchema = z.array(
  z.object({ Plan: z.object({ 'Shared Hit Blocks': z.number(), 'Shared Read Blocks': z.number() }) }),
)

/** Owners' tokens of tenants that lie evenly among all. */
async function mintTokens(services: Services, tenants: number): Promise<string[]> {
  const step = Math.max(1, Math.floor(tenants / callers))
  const tokens: string[] = []
  for (let n = 1; n <= tenants; n += step) {
    const minted = await mintToken(services, { tenant: `many-${n}`, role: 'OWNER', ttlMs: 86_400_000 })
    if (!minted.ok) throw new Error(`no token for many-${n}: ${JSON.stringify(minted.errors)}`)
    tokens.push(minted.token)
  }
  return tokens
}
