import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../../src/app.ts'
import { createGraphQLApi } from '../../src/graphql/index.ts'
import { allPermissions } from '../../src/platform/auth/permissions.ts'
import type { Ctx, Services } from '../../src/platform/context.ts'
import type { ReadStatement } from '../../src/platform/db/database.ts'
import { createEventFeed } from '../../src/platform/events/index.ts'
import { openConnections, prebuilt } from './connections.ts'
import { load, median } from './load.ts'
import { makeHouse } from './server.ts'
import { makeShops, type Shop } from './shops.ts'

const document = readFileSync(join(import.meta.dirname, '../../src/http/playground/01-inbox.graphql'), 'utf8')
const shopCount = 20
const conversations = 100
const inFlight = 16
const roundMs = 4_000
const rounds = 3

/** The inbox query through the whole server, against the statements it becomes, sent bare over the same driver. */
export async function benchInbox(): Promise<void> {
  const house = await makeHouse()
  try {
    const first = await house.backstage()
    const shops = await makeShops(first.services, shopCount, conversations)
    const statements = await compiled(first.services, shops[0])
    await first.close()

    const viaServer: number[] = []
    const bare: number[] = []
    let cpuMs = Number.NaN
    let bytes = 0
    let [startedMb, residentMb] = [0, 0]
    const requests = shops.map(({ token }) => inboxRequest(token))
    for (let round = 0; round < rounds; round += 1) {
      // One process at a time may have the embedded database open, so the server is started anew for each round.
      const server = await house.start()
      startedMb = server.residentMb()
      const connections = openConnections(server.url)
      const ask = async () => {
        const { status, body } = await connections.send(
          requests[Math.floor(Math.random() * requests.length)] ?? nothing,
        )
        const begins = body.toString('utf8', 0, 500)
        if (status !== 200 || !begins.startsWith('{"data":{"conversations"')) throw new Error(begins)
        bytes = body.length
      }
      await load(ask, inFlight, 1_500)
      const before = server.cpuMs()
      const measured = await load(ask, inFlight, roundMs)
      cpuMs = (server.cpuMs() - before) / (measured.perSecond * (roundMs / 1_000))
      viaServer.push(measured.perSecond)
      residentMb = server.residentMb()
      connections.close()
      await server.stop()

      const { services, close } = await house.backstage()
      const send = async () => {
        const shop = shops[Math.floor(Math.random() * shops.length)]
        await services.db.read(
          shop?.tenantId ?? '',
          statements.map((one) => forTenant(one, shops[0], shop)),
        )
      }
      await load(send, inFlight, 1_000)
      bare.push((await load(send, inFlight, roundMs)).perSecond)
      await close()
    }
    const ratio = median(viaServer) / median(bare)
    console.log(`inbox (${house.engine}): ${statements.length} statement a request, ${bytes} bytes`)
    console.log(
      `  through the server ${median(viaServer).toFixed(0)}/s, the same statements bare ${median(bare).toFixed(0)}/s: ratio ${ratio.toFixed(2)}`,
    )
    console.log(
      `  server CPU ${cpuMs.toFixed(2)} ms a request, ${startedMb} MB resident at first, ${residentMb} MB then`,
    )
  } finally {
    await house.remove()
  }
}

const nothing = Buffer.alloc(0)

function inboxRequest(token: string): Buffer {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  return prebuilt('/graphql', headers, JSON.stringify({ query: document }))
}

/** What the server would send to the database for the inbox of this shop. */
async function compiled(services: Services, shop: Shop | undefined): Promise<readonly ReadStatement[]> {
  if (shop === undefined) throw new Error('no shop')
  let sent: readonly ReadStatement[] = []
  const db: Services['db'] = {
    ...services.db,
    readBytes(tenantId, statements) {
      sent = statements
      return services.db.readBytes(tenantId, statements)
    },
  }
  const recording = { ...services, db }
  const feed = createEventFeed({ db, log: services.log })
  const api = createGraphQLApi({ modules, services: recording, feed })
  const actor: Ctx['actor'] = {
    kind: 'USER',
    id: 'usr_bench',
    tenantId: shop.tenantId,
    permissions: new Set(allPermissions),
    role: 'OWNER',
    membershipVersion: 1,
    suspended: false,
    tier: 'FREE',
    expiresAt: null,
    sessionId: null,
  }
  const ctx: Ctx = { ...recording, tenantId: shop.tenantId, actor, requestId: 'bench' }
  const context = { ctx, services: recording, requestId: 'bench', address: null, userAgent: null }
  const prepared = api.prepare({ query: document }, context)
  if (!('schema' in prepared)) throw new Error(JSON.stringify(prepared))
  const result = await api.execute(prepared)
  if (result.errors !== undefined) throw new Error(JSON.stringify(result.errors))
  await feed.close()
  return sent
}

function forTenant(statement: ReadStatement, from: Shop | undefined, to: Shop | undefined): ReadStatement {
  return {
    text: statement.text,
    values: statement.values.map((value) => (value === from?.tenantId ? to?.tenantId : value)),
  }
}
