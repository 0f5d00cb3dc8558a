import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema } from '../../src/graphql/index.ts'
import { openSocket, type RawSocket } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import { dice, generator, type Payload } from './documents.ts'
import { isFull } from './full.ts'
import { furnish, type Furnished } from './furnish.ts'

const schema = createSchema(modules)
const count = isFull ? 10_000 : 500
/** Printed with what fails, and given to find it again. */
const seed = Number(process.env['PARLEY_WALLS_SEED'] ?? (isFull ? Date.now() % 1_000_000_000 : 20_261_120))

let app: TestApp
let tenant: Furnished
let inside: RegExp
beforeAll(async () => {
  app = await startApp({ logLevel: 'error' })
  tenant = await furnish(app, 'minea')
  inside = await wordsOfInside()
}, 120_000)
afterAll(() => app.stop())

describe(`of ${count} documents, generated and damaged (seed ${seed})`, () => {
  test('none is answered with a fault of ours, or with a word of what is inside', { timeout: 900_000 }, async () => {
    const random = dice(seed)
    const ids = [...tenant.ids].flatMap(([kind, id]) => (['membership', 'user'].includes(kind) ? [] : [id]))
    const { document, mutated } = generator(schema, random, ids)
    const faults: string[] = []
    let answered = 0
    const look = (payload: Payload, text: string) => {
      if (text.includes('"data":{')) answered += 1
      const told = inside.exec(withoutOwnWords(text, payload))
      if (/"code":"(INTERNAL|UNAVAILABLE)"/.test(text) || told !== null) {
        const cause = app.logLines.find(
          (line) => text.includes(`"requestId":"${String(line['requestId'])}"`) && 'err' in line,
        )
        faults.push(
          `${told?.[0] ?? ''} ${JSON.stringify(payload)}\n  ${text.slice(0, 600)}\n  ${JSON.stringify(cause)}`,
        )
      }
    }
    const payloads = Array.from({ length: count }, () => (random.chance(0.6) ? document() : mutated()))
    const overSocket = payloads.filter((_payload, index) => index % 5 === 4)
    const overHttp = payloads.filter((_payload, index) => index % 5 !== 4)
    await Promise.all([
      ...Array.from({ length: 6 }, async () => {
        for (let next = overHttp.pop(); next !== undefined; next = overHttp.pop()) look(next, await post(next))
      }),
      follow(overSocket, look),
    ])

    expect(faults.slice(0, 20)).toEqual([])
    // Documents that are all refused for their form would prove little.
    expect(answered).toBeGreaterThan(count / 10)
    expect((await fetch(new URL('/livez', app.url))).status).toBe(200)
    expect(await tenant.world.owner.query('{ __typename }')).toEqual({ __typename: 'Query' })
  })
})

async function post(payload: Payload): Promise<string> {
  const response = await fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tenant.world.owner.token}` },
    body: JSON.stringify(payload),
  })
  return response.text()
}

/** One after another on a socket; on a new one when a message was no message of the protocol. */
async function follow(payloads: Payload[], look: (payload: Payload, text: string) => void): Promise<void> {
  let socket: RawSocket | null = null
  for (const [index, payload] of payloads.entries()) {
    socket ??= await connected()
    const closed = socket.closed.then(({ code, reason }) => ({ type: 'closed', payload: { code, reason } }))
    socket.send({ id: String(index), type: 'subscribe', payload })
    const answer = await Promise.race([socket.next(), closed])
    look(payload, JSON.stringify(answer))
    if (answer.type === 'next') await Promise.race([socket.next(), closed])
    if (answer.type === 'closed') {
      expect([4400, 1009]).toContain((answer.payload as { code: number }).code)
      socket = null
    }
  }
  socket?.end()
}

async function connected(): Promise<RawSocket> {
  const socket = await openSocket(app.url)
  await socket.init({ authorization: `Bearer ${tenant.world.owner.token}` })
  return socket
}

/** What a caller sent may come back to them. */
function withoutOwnWords(text: string, { query }: Payload): string {
  return text
    .split('\\"')
    .filter((part) => !query.includes(part))
    .join(' ')
}

/** Tables, roles, files, hosts, and the way Postgres, Node and the driver speak of failures. */
async function wordsOfInside(): Promise<RegExp> {
  const tables = await app.database.db.asOwner((owner) =>
    owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname ~ '_'
         and relkind in ('r', 'p', 'i')`,
    ),
  )
  const words = [
    ...tables.map(({ name }) => `\\b${name}\\b`),
    'parley_(app|system)',
    'pgboss',
    'node_modules',
    '/src/',
    '\\.ts:\\d',
    '\\bat \\S+ \\(',
    'node:internal',
    '\\b(select|SELECT) .* (from|FROM)\\b',
    'insert into',
    'INSERT INTO',
    'relation \\\\?"',
    'violates .* constraint',
    'syntax error at or near',
    'invalid input syntax',
    'out of range for type',
    'row-level security',
    'PostgresError',
    'PGlite',
    'TypeError',
    'RangeError',
    'ECONN[A-Z]+',
    // With a port: a session shows the address that its person came from.
    '127\\.0\\.0\\.1:\\d',
    'localhost',
    process.cwd().replaceAll('/', '\\/'),
  ]
  return new RegExp(words.join('|'))
}
