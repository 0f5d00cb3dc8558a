import { importProducts } from '../../src/catalog/import.ts'
import type { DraftLine } from '../../src/orders/lines/lines-from-reading.ts'
import type * as gql from '../../src/generated/schema.ts'
import type { StaffActor } from '../../src/platform/auth/actor.ts'
import { rolePermissions, type Role } from '../../src/platform/auth/permissions.ts'
import type { Ctx } from '../../src/platform/context.ts'
import type { Database, Tx } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/ids.ts'
import { makeTenant } from './database.ts'
import { systemCtx } from './system.ts'

/** A clock that stands still until it is moved. */
export interface StillClock {
  now(): Date
  move(ms: number): void
}

export function stillClock(at = new Date('2026-11-20T10:00:00.000Z')): StillClock {
  let time = at.getTime()
  return {
    now: () => new Date(time),
    move(ms) {
      time += ms
    },
  }
}

/** A tenant with a customer, a conversation and a clock of its own: what orders are made of. */
export interface Shop {
  readonly ctx: Ctx
  readonly clock: StillClock
  readonly tenantId: string
  readonly customerId: string
  readonly conversationId: string
  /** The assistant, as which pipelines act. */
  readonly assistant: Ctx
  /** A new member of staff with this role's permissions. */
  member(role?: Role): Ctx
  /** Imports products; @returns their ids by SKU. */
  stock(products: readonly gql.ProductInput[]): Promise<Record<string, string>>
  /** A new message of the customer; @returns its id. */
  message(text: string): Promise<string>
  /** Runs in one transaction of this tenant. */
  within<T>(run: (tx: Tx) => Promise<T>): Promise<T>
}

export async function openShop(db: Database, settings: { currency?: string } = {}): Promise<Shop> {
  const tenant = await makeTenant(db, settings)
  const tenantId = tenant.id
  const clock = stillClock()
  const ctx = systemCtx(db, tenantId, { clock })
  const { customerId, conversationId, accountId } = await insertConversation(db, tenantId)
  let seq = 0
  return {
    ctx,
    clock,
    tenantId,
    customerId,
    conversationId,
    assistant: { ...ctx, actor: { kind: 'ASSISTANT', id: 'offline-1' } },
    member: (role = 'OPERATOR') => ({ ...ctx, actor: staff(tenantId, role) }),
    async stock(products) {
      const result = await importProducts(ctx, { products }, null)
      if (!result.ok) throw new Error(JSON.stringify(result.errors))
      return Object.fromEntries(products.map(({ sku }, index) => [sku, result.productIds[index] ?? '']))
    },
    within: (run) => db.withTenant(tenantId, run),
    async message(text) {
      const id = newId('message')
      seq += 1
      await db.asOwner((owner) =>
        owner.query(
          `insert into messages (tenant_id, id, conversation_id, channel_account_id, seq, direction, author_kind,
             author_id, kind, content, text, status, sent_at, created_at)
           values ($1, $2, $3, $4, $5, 'IN', 'CUSTOMER', $6, 'TEXT', '{}', $7, 'RECEIVED', now(), now())`,
          [tenantId, id, conversationId, accountId, seq, customerId, text],
        ),
      )
      return id
    },
  }
}

function staff(tenantId: string, role: Role): StaffActor {
  return {
    kind: 'USER',
    id: newId('user'),
    tenantId,
    permissions: new Set(rolePermissions[role]),
    role,
    membershipVersion: 1,
    suspended: false,
    tier: 'FREE',
    expiresAt: null,
    sessionId: null,
  }
}

/** A customer with a conversation, written behind the application's back: for tests that are not about how they come to be. */
export async function insertConversation(db: Database, tenantId: string, phone = '+573001112233') {
  const [customerId, identityId, accountId, conversationId] = [
    newId('customer'),
    newId('customerIdentity'),
    newId('channelAccount'),
    newId('conversation'),
  ]
  await db.asOwner(async (owner) => {
    await owner.query(
      `insert into customers (tenant_id, id, name, created_at, updated_at) values ($1, $2, 'Ana', now(), now())`,
      [tenantId, customerId],
    )
    await owner.query(
      `insert into customer_identities (tenant_id, id, customer_id, primary_id, kind, scope, value, created_at)
       values ($1, $2, $3, $2, 'PHONE', '', $4, now())`,
      [tenantId, identityId, customerId, phone],
    )
    await owner.query(
      `insert into channel_accounts (tenant_id, id, type, name, routing_key, portfolio_id, app_secret_sealed,
         verify_token_sealed, created_at, updated_at)
       values ($1, $2, 'WHATSAPP', 'Orders', $2, $2, '', '', now(), now())`,
      [tenantId, accountId],
    )
    await owner.query(
      `insert into conversations (tenant_id, id, customer_id, identity_id, channel_account_id, last_message_at,
         created_at, updated_at)
       values ($1, $2, $3, $4, $5, now(), now(), now())`,
      [tenantId, conversationId, customerId, identityId, accountId],
    )
  })
  return { customerId, conversationId, accountId }
}

/** A line as a model reads it, sure unless told otherwise. */
export function readLine(productId: string | null, more: Partial<DraftLine> = {}): DraftLine {
  return {
    productId,
    variantIds: [],
    quantity: '1',
    unit: null,
    options: [],
    confidence: 0.97,
    spans: [{ messageId: 'msg_01h455vb4pex5vsknk084sn02q', start: 0, end: 5, text: 'leche' }],
    candidates: [],
    ...more,
  }
}
