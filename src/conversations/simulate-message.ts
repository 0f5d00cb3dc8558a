import { and, asc, eq } from 'drizzle-orm'
import { composeMessage, newProviderMessageId, type SignedDelivery } from '../platform/channels/whatsapp/compose.ts'
import type { Services } from '../platform/context.ts'
import { openAccountSecret } from './account-secrets.ts'
import { channelAccounts } from './tables.ts'

export interface SimulateMessage {
  readonly tenantId: string
  /** The customer's number, with or without `+`. */
  readonly from: string
  /** Name in the customer's profile. */
  readonly profileName: string
  readonly text: string
}

export interface SimulatedMessage {
  readonly accountId: string
  /** By which the message is found again once it was received. */
  readonly providerMessageId: string
  readonly delivery: SignedDelivery
}

/**
 * What WhatsApp would post if a customer wrote this to the tenant's oldest account, signed with the account's own
 * secret; null when the tenant has no account. For the operator's `simulate` alone.
 */
export async function simulateMessage(services: Services, input: SimulateMessage): Promise<SimulatedMessage | null> {
  const [account] = await services.db.withTenant(input.tenantId, (tx) =>
    tx
      .select()
      .from(channelAccounts)
      .where(and(eq(channelAccounts.tenantId, input.tenantId), eq(channelAccounts.type, 'WHATSAPP')))
      .orderBy(asc(channelAccounts.createdAt), asc(channelAccounts.id))
      .limit(1),
  )
  const appSecret = account === undefined ? null : openAccountSecret(services, account, 'app_secret')
  if (account === undefined || appSecret === null) return null
  const providerMessageId = newProviderMessageId()
  const { from, profileName, text } = input
  const sentAt = services.clock.now()
  const options = { phoneNumberId: account.routingKey, appSecret, from, profileName, sentAt, providerMessageId }
  return { accountId: account.id, providerMessageId, delivery: composeMessage(options, text) }
}
