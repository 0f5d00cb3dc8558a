import { randomBytes } from 'node:crypto'
import { connectChannelAccount } from '../../src/conversations/index.ts'
import type { Role } from '../../src/platform/auth/permissions.ts'
import {
  composeMessage,
  newProviderMessageId,
  type SignedDelivery,
  type WhatsAppBody,
} from '../../src/platform/channels/whatsapp/compose.ts'
import type { Ctx, Services } from '../../src/platform/context.ts'
import { createTenant, mintToken, type NewTenant } from '../../src/tenancy/index.ts'
import { createApiClient, type ApiClient } from './client.ts'

export type WorldSettings = Omit<NewTenant, 'slug'>

/** A tenant of one test's own: who works there, and who writes to it. */
export interface World {
  readonly tenantId: string
  readonly slug: string
  readonly account: {
    readonly id: string
    readonly phoneNumberId: string
    readonly appSecret: string
    readonly verifyToken: string
  }
  /** A caller with this role; the same one for each call. */
  as(role: Role): Promise<ApiClient>
  /** The owner: may do everything. */
  readonly owner: ApiClient
  /** The context of a verb called by the server itself, for building what a test begins with. */
  readonly ctx: Ctx
  /** Posts a signed payload as WhatsApp would; `from` is the customer's number. */
  say(message: string | WhatsAppBody, options?: SayOptions): Promise<{ status: number; providerMessageId: string }>
  /** Posts any delivery to the account's address. */
  deliver(delivery: Pick<SignedDelivery, 'body'> & { headers: Readonly<Record<string, string>> }): Promise<Response>
}

export interface SayOptions {
  readonly from?: string
  readonly name?: string
  readonly providerMessageId?: string
}

export async function makeWorld(
  app: { url: string; services: Services },
  settings: WorldSettings = {},
  slug: string = `test-${randomBytes(6).toString('hex')}`,
): Promise<World> {
  const { url, services } = app
  const made = await createTenant(services, { slug, currency: 'EUR', ...settings })
  if (!made.ok) throw new Error(`No tenant was made: ${JSON.stringify(made.errors)}`)
  const { tenantId } = made
  const ctx: Ctx = { ...services, tenantId, actor: { kind: 'SYSTEM', id: 'test' }, requestId: 'test' }
  const account = await connect(ctx)
  const callers = new Map<Role, ApiClient>()

  async function as(role: Role): Promise<ApiClient> {
    const known = callers.get(role)
    if (known !== undefined) return known
    const minted = await mintToken(services, { tenant: slug, role, ttlMs: 3_600_000 })
    if (!minted.ok) throw new Error(`No token was made: ${JSON.stringify(minted.errors)}`)
    const caller = createApiClient(url, minted.token)
    callers.set(role, caller)
    return caller
  }

  function deliver({ body, headers }: { body: string; headers: Readonly<Record<string, string>> }): Promise<Response> {
    return fetch(new URL(`/webhooks/whatsapp/${account.id}`, url), { method: 'POST', headers, body })
  }

  return {
    tenantId,
    slug,
    account,
    as,
    owner: await as('OWNER'),
    ctx,
    deliver,
    async say(message, options = {}) {
      const { from = '+573001112233', name = 'Ana', providerMessageId = newProviderMessageId() } = options
      const { phoneNumberId, appSecret } = account
      const sentAt = services.clock.now()
      const response = await deliver(
        composeMessage({ phoneNumberId, appSecret, from, profileName: name, sentAt, providerMessageId }, message),
      )
      return { status: response.status, providerMessageId }
    },
  }
}

async function connect(ctx: Ctx): Promise<World['account']> {
  const account = {
    phoneNumberId: `${Date.now()}${randomBytes(3).readUIntBE(0, 3)}`,
    appSecret: randomBytes(16).toString('hex'),
    verifyToken: randomBytes(16).toString('hex'),
  }
  const { phoneNumberId: routingKey, appSecret, verifyToken } = account
  const accessToken = randomBytes(16).toString('hex')
  const made = await connectChannelAccount(ctx, {
    type: 'WHATSAPP',
    name: 'Orders',
    routingKey,
    appSecret,
    verifyToken,
    accessToken,
  })
  if (!made.ok) throw new Error(`No channel account was connected: ${JSON.stringify(made.errors)}`)
  return { id: made.channelAccountId, ...account }
}
