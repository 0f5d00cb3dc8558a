import { jobDefinitions } from '../../src/app.ts'
import { readConversationJob, sendMessagesJob } from '../../src/conversations/job-kinds.ts'
import { receiveWhatsApp } from '../../src/conversations/receive.ts'
import { composeMessage } from '../../src/platform/channels/whatsapp/compose.ts'
import type { Services } from '../../src/platform/context.ts'
import { words, type Recorded } from './arrivals-bare.ts'
import type { Shop } from './shops.ts'

const from = '+573000000001'

/** Posts a message past the server; gives its conversation's id. */
export async function receive(services: Services, shop: Shop, text: string): Promise<string> {
  const { phoneNumberId, appSecret, accountId } = shop
  const { body, headers } = composeMessage({ phoneNumberId, appSecret, from, sentAt: new Date() }, text)
  const delivery = { accountId, rawBody: Buffer.from(body), signature: headers['x-hub-signature-256'] }
  const { messages } = await receiveWhatsApp(services, { ...delivery, requestId: 'bench' })
  const [stored] = messages
  if (stored === undefined) throw new Error('A message of the measurement was not stored')
  return stored.conversationId
}

/** The statements with which a message of a known customer is acknowledged, and its job. */
export async function record(services: Services, shop: Shop): Promise<Recorded> {
  // The first one of a customer notes their name.
  const conversationId = await receive(services, shop, words)
  const statements = await statementsOf(services, () => receive(services, shop, words))
  const data = { tenantId: shop.tenantId, conversationId, seq: 0 }
  const job = await services.db.withTenant(shop.tenantId, async () =>
    services.jobs.newJob(readConversationJob, data, { orderKey: conversationId, delayMs: 60_000 }),
  )
  return { statements, job: String(job.values[0]), conversationId }
}

/** The statements of the whole way of an order message, besides the queue's own. */
export async function wholeWay(services: Services, shop: Shop, text: string): Promise<readonly string[]> {
  const definition = (name: string) => jobDefinitions.find((known) => known.name === name)
  return statementsOf(services, async () => {
    const conversationId = await receive(services, shop, text)
    const run = { id: 'bench', attempt: 1, signal: new AbortController().signal }
    const data = { tenantId: shop.tenantId, conversationId, seq: 1_000_000 }
    for (const { name } of [readConversationJob, sendMessagesJob]) await definition(name)?.handle(services, data, run)
  })
}

async function statementsOf(services: Services, run: () => Promise<unknown>): Promise<readonly string[]> {
  const statements: string[] = []
  const stop = services.db.onStatement((text) => statements.push(text))
  await run()
  stop()
  return statements
}
