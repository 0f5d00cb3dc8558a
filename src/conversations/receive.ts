import {
  equalInConstantTime,
  type ChannelAdapter,
  type ChannelType,
  type DeliveryPart,
} from '../platform/channels/index.ts'
import type { Ctx, Services } from '../platform/context.ts'
import { refusesValue } from '../platform/db/faults.ts'
import { ApiError } from '../platform/errors.ts'
import { openAccountSecret } from './account-secrets.ts'
import { noteInbound } from './account-health.ts'
import { findAccount, findAccountByRoute, recallAccount } from './accounts.ts'
import { noteEvent } from './provider-events.ts'
import { storeMessage, type StoredMessage } from './store-message.ts'
import { storeStatus } from './store-status.ts'
import type { QuarantineReason } from './states.ts'
import type { ChannelAccountRow } from './tables.ts'

export interface ReceiveDelivery {
  /** The account named in the path that was posted to. */
  readonly accountId: string
  /** The bytes of the body as they came. */
  readonly rawBody: Uint8Array
  /** The signature header. */
  readonly signature: string | undefined
  /** Of the HTTP request, for events and logs. */
  readonly requestId: string
}

/**
 * What to answer the provider. 200: everything is committed, some of it perhaps in quarantine. 400: signed, but no
 * delivery at all (kept in quarantine). 401: no such account or another signature; nothing is stored. 503: nothing is
 * lost, deliver it again.
 */
export interface Receipt {
  readonly status: 200 | 400 | 401 | 503
  /** Messages that are new here, in the order of the delivery. */
  readonly messages: readonly StoredMessage[]
  /** Parts that went into quarantine now. */
  readonly quarantined: number
}

const unsigned: Receipt = { status: 401, messages: [], quarantined: 0 }
const tryAgain: Receipt = { status: 503, messages: [], quarantined: 0 }

/** A WhatsApp delivery, from the bytes to the last commit. */
export async function receiveWhatsApp(services: Services, delivery: ReceiveDelivery): Promise<Receipt> {
  try {
    return await receiveDelivery(services, 'WHATSAPP', delivery)
  } catch (error) {
    services.log[isAway(error) ? 'warn' : 'error'](
      { err: error, accountId: delivery.accountId },
      'a delivery was put off',
    )
    return tryAgain
  }
}

/**
 * The provider's handshake when the address is configured: the text to answer with, null when it must be refused (403).
 */
export async function verifyWhatsApp(
  services: Services,
  { accountId, mode, token, challenge }: { accountId: string; mode?: string; token?: string; challenge?: string },
): Promise<string | null> {
  const account = await findAccount(services, accountId)
  if (account === null || account.type !== 'WHATSAPP' || mode !== 'subscribe' || token === undefined) return null
  const expected = openAccountSecret(services, account, 'verify_token')
  return expected !== null && equalInConstantTime(token, expected) ? (challenge ?? '') : null
}

async function receiveDelivery(services: Services, type: ChannelType, delivery: ReceiveDelivery): Promise<Receipt> {
  const adapter = services.channels[type]
  if (adapter === undefined) return unsigned
  const account = await signingAccount(services, adapter, delivery)
  if (account === null) return unsigned

  const parts = adapter.parse(delivery.rawBody)
  const stored: StoredMessage[] = []
  let quarantined = 0
  let isPutOff = false
  for (const part of parts) {
    try {
      const owner = await ownerOf(services, adapter, account, part, delivery)
      const outcome = await storePart(services, adapter, account, owner, part, delivery.requestId)
      if (outcome === 'quarantined') quarantined += 1
      else if (outcome !== null) stored.push(outcome)
    } catch (error) {
      // Away for this part is away for the next one. A fault of ours may be with this part alone: the others are stored
      // now, and the redelivery that is asked for finds them there.
      if (isAway(error)) throw error
      services.log.error({ err: error, accountId: account.id, key: part.key }, 'a part of a delivery was put off')
      isPutOff = true
    }
  }
  if (stored.length > 0) await noteInbound(services, account)
  if (isPutOff) return { ...tryAgain, messages: stored, quarantined }
  const isNoDelivery = parts.length > 0 && parts.every((part) => part.type === 'BAD' && part.routingKey === null)
  return { status: isNoDelivery ? 400 : 200, messages: stored, quarantined }
}

function isAway(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'UNAVAILABLE'
}

/** The account that was posted to, if it signed. One whose secret has just been changed is looked at anew. */
async function signingAccount(
  services: Services,
  adapter: ChannelAdapter,
  delivery: ReceiveDelivery,
): Promise<ChannelAccountRow | null> {
  for (const find of [recallAccount, findAccount]) {
    const account = await find(services, delivery.accountId)
    if (account?.type === adapter.type && isSigned(services, adapter, account, delivery)) return account
  }
  return null
}

function isSigned(
  services: Services,
  adapter: ChannelAdapter,
  account: ChannelAccountRow,
  { rawBody, signature }: ReceiveDelivery,
): boolean {
  const secret = openAccountSecret(services, account, 'app_secret')
  return secret !== null && adapter.verify({ rawBody, signature }, secret)
}

/**
 * The account that a part is for, null when nobody here has its routing key. One provider app may serve several
 * numbers through one address, also of several tenants; but what was signed with one account's secret is believed for
 * another only if that one's own secret signs it too, or a tenant could write into another's inbox.
 */
async function ownerOf(
  services: Services,
  adapter: ChannelAdapter,
  account: ChannelAccountRow,
  part: DeliveryPart,
  delivery: ReceiveDelivery,
): Promise<ChannelAccountRow | null> {
  if (part.routingKey === null || part.routingKey === account.routingKey) return account
  const other = await findAccountByRoute(services, account.type, part.routingKey)
  return other !== null && isSigned(services, adapter, other, delivery) ? other : null
}

/**
 * One part in one transaction. What the database will never take is quarantined, so that it neither is lost nor comes
 * for days.
 * @throws whatever else went wrong: that was not the part's fault, and the provider must keep it until it is stored
 */
async function storePart(
  services: Services,
  adapter: ChannelAdapter,
  account: ChannelAccountRow,
  owner: ChannelAccountRow | null,
  part: DeliveryPart,
  requestId: string,
): Promise<StoredMessage | 'quarantined' | null> {
  if (owner === null) {
    const detail = `No channel account has the routing key ${part.routingKey}.`
    return quarantine(services, account, part, requestId, 'UNKNOWN_ROUTE', detail)
  }
  if (part.type === 'BAD') return quarantine(services, owner, part, requestId, part.reason, part.detail)
  const ctx = channelCtx(services, owner, requestId)
  try {
    return await services.db.withTenant(owner.tenantId, async (tx) => {
      switch (part.type) {
        case 'MESSAGE':
        case 'ECHO':
          return storeMessage(ctx, tx, adapter, owner, part)
        case 'STATUS':
          await storeStatus(ctx, tx, owner, part)
          return null
        case 'NOTICE':
          await noteEvent(ctx, tx, owner, part)
          return null
      }
    })
  } catch (error) {
    if (!refusesValue(error)) throw error
    services.log.error({ err: error, accountId: owner.id, key: part.key }, 'a part of a delivery could not be stored')
    return quarantine(services, owner, part, requestId, 'NOT_STORED', 'Storing it failed; the log tells why.')
  }
}

async function quarantine(
  services: Services,
  account: ChannelAccountRow,
  part: DeliveryPart,
  requestId: string,
  reason: QuarantineReason,
  detail: string,
): Promise<'quarantined' | null> {
  const ctx = channelCtx(services, account, requestId)
  const noted = await services.db.withTenant(account.tenantId, (tx) =>
    noteEvent(ctx, tx, account, part, { reason, detail }),
  )
  return noted === null ? null : 'quarantined'
}

function channelCtx(services: Services, account: ChannelAccountRow, requestId: string): Ctx {
  return { ...services, tenantId: account.tenantId, requestId, actor: { kind: 'SYSTEM', id: 'receive-deliveries' } }
}
