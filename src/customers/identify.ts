import { and, eq, sql } from 'drizzle-orm'
import type { Address, Participant } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { columnsOf, rowOf } from '../platform/db/rows.ts'
import { send } from '../platform/db/statement.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { customerIdentities, customers, type CustomerIdentityRow } from './tables.ts'

export interface IdentifiedCustomer {
  readonly customerId: string
  /** The primary row of the person's identities: what a conversation points at. */
  readonly identityId: string
}

/** The identities that the addresses of one payload have now, for `identifyCustomer`. */
export async function findIdentities(
  ctx: Ctx,
  tx: Tx,
  { addresses }: Participant,
  portfolioId: string,
): Promise<CustomerIdentityRow[]> {
  const rows = await send(tx, {
    text: identitiesOf(addresses.length),
    values: [
      ctx.tenantId,
      ...addresses.flatMap((address) => [scopeOf(address, portfolioId), address.kind, address.value]),
    ],
    resultOf: (found) => found,
  })
  return rows.map((row) => rowOf(customerIdentities, row))
}

/** By the number of addresses. */
const identityQueries = new Map<number, string>()

function identitiesOf(count: number): string {
  const known = identityQueries.get(count)
  if (known !== undefined) return known
  const wanted = Array.from(
    { length: count },
    (_, place) => `($${place * 3 + 2}, $${place * 3 + 3}, $${place * 3 + 4})`,
  )
  const text = `/* findIdentities */ select ${columnsOf(customerIdentities)} from customer_identities
    where tenant_id = $1 and (scope, kind, value) in (${wanted.join(', ')})`
  identityQueries.set(count, text)
  return text
}

/**
 * Finds the customer behind the addresses of one payload, or makes one. All addresses that a provider names together
 * become aliases of one person; a name never makes two people one. Safe beside itself: two first messages of one
 * person make one customer.
 *
 * @param portfolioId the business portfolio (or channel account) within which BSUIDs are valid
 * @param known what `findIdentities` found in this transaction
 */
export async function identifyCustomer(
  ctx: Ctx,
  tx: Tx,
  participant: Participant,
  portfolioId: string,
  known: readonly CustomerIdentityRow[],
): Promise<IdentifiedCustomer> {
  const wanted = participant.addresses.map((address) => ({ ...address, scope: scopeOf(address, portfolioId) }))
  const settled = (rows: readonly CustomerIdentityRow[]) =>
    rows.length === wanted.length && rows.every((row) => row.primaryId === rows[0]?.primaryId)

  let found = known
  if (!settled(found)) {
    await lockAddresses(ctx, tx, wanted)
    found = await findIdentities(ctx, tx, participant, portfolioId)
    if (!settled(found)) {
      await settle(ctx, tx, wanted, found, participant.profileName)
      found = await findIdentities(ctx, tx, participant, portfolioId)
    }
  }
  const [row] = found
  if (row === undefined) throw new Error('identifyCustomer: no identity for a participant with addresses')
  await noteProfileName(ctx, tx, row.primaryId, found, participant.profileName)
  return { customerId: row.customerId, identityId: row.primaryId }
}

/**
 * Adds an address that the provider itself told for the person behind an identity, e.g. their new number. An address
 * that is known already stays with whom it is: people are not made one by a change of number.
 */
export async function addIdentityAlias(
  ctx: Ctx,
  tx: Tx,
  identityId: string,
  address: Address,
  portfolioId: string,
): Promise<void> {
  const [primary] = await tx
    .select()
    .from(customerIdentities)
    .where(and(eq(customerIdentities.tenantId, ctx.tenantId), eq(customerIdentities.id, identityId)))
  if (primary === undefined) return
  await tx
    .insert(customerIdentities)
    .values({
      tenantId: ctx.tenantId,
      id: newId('customerIdentity'),
      customerId: primary.customerId,
      primaryId: primary.primaryId,
      kind: address.kind,
      scope: scopeOf(address, portfolioId),
      value: address.value,
      profileName: primary.profileName,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
}

type ScopedAddress = Address & { readonly scope: string }

/** Phone numbers and e-mail addresses mean the same person on every channel; a BSUID holds within one portfolio. */
export function scopeOf(address: Address, portfolioId: string): string {
  return address.kind === 'BSUID' ? portfolioId : ''
}

/** Whoever wants to settle one of these addresses waits for the others; always in one order, so nobody waits in a ring. */
async function lockAddresses(ctx: Ctx, tx: Tx, wanted: readonly ScopedAddress[]): Promise<void> {
  const keys = wanted.map(({ scope, kind, value }) => `identity ${ctx.tenantId} ${scope} ${kind} ${value}`).sort()
  for (const key of keys) {
    await tx.execute(sql`/* identifyCustomer */ select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
  }
}

/** Brings all wanted addresses into one group of one customer; the caller holds their locks. */
async function settle(
  ctx: Ctx,
  tx: Tx,
  wanted: readonly ScopedAddress[],
  found: readonly CustomerIdentityRow[],
  profileName: string | null,
): Promise<void> {
  const home = await chooseHome(ctx, tx, found)
  const customerId = home?.customerId ?? (await createCustomer(ctx, tx, profileName))
  const now = ctx.clock.now()
  let primaryId = home?.primaryId
  for (const { kind, scope, value } of wanted) {
    if (found.some((row) => row.kind === kind && row.value === value)) continue
    const id = newId('customerIdentity')
    primaryId ??= id
    await tx
      .insert(customerIdentities)
      .values({ tenantId: ctx.tenantId, id, customerId, primaryId, kind, scope, value, profileName, createdAt: now })
  }
}

/**
 * The group that the addresses belong to from now on, null when none of them is known. When number and BSUID were
 * known as two people, the number's history wins and the BSUID's whole group moves; but when the number's group has
 * another BSUID already, the number has changed hands, and only the number moves.
 */
async function chooseHome(
  ctx: Ctx,
  tx: Tx,
  found: readonly CustomerIdentityRow[],
): Promise<{ customerId: string; primaryId: string } | null> {
  const phone = found.find((row) => row.kind === 'PHONE')
  const bsuid = found.find((row) => row.kind === 'BSUID')
  if (phone === undefined || bsuid === undefined || phone.primaryId === bsuid.primaryId) return found[0] ?? null
  const [other] = await tx
    .select({ id: customerIdentities.id })
    .from(customerIdentities)
    .where(
      and(
        eq(customerIdentities.tenantId, ctx.tenantId),
        eq(customerIdentities.primaryId, phone.primaryId),
        eq(customerIdentities.kind, 'BSUID'),
        eq(customerIdentities.scope, bsuid.scope),
      ),
    )
    .limit(1)
  const changedHands = other !== undefined
  const home = changedHands ? bsuid : phone
  const moved = changedHands ? phone : bsuid
  await tx
    .update(customerIdentities)
    .set({ customerId: home.customerId, primaryId: home.primaryId })
    .where(
      and(
        eq(customerIdentities.tenantId, ctx.tenantId),
        changedHands ? eq(customerIdentities.id, phone.id) : eq(customerIdentities.primaryId, bsuid.primaryId),
      ),
    )
  await appendEvent(tx, ctx, {
    type: 'customer.identity_moved',
    subjectId: home.customerId,
    data: { identityId: moved.id, fromCustomerId: moved.customerId },
  })
  return home
}

async function createCustomer(ctx: Ctx, tx: Tx, profileName: string | null): Promise<string> {
  const id = newId('customer')
  const now = ctx.clock.now()
  const name = profileName?.trim().slice(0, 200) || null
  await tx.insert(customers).values({ tenantId: ctx.tenantId, id, name, createdAt: now, updatedAt: now })
  await appendEvent(tx, ctx, { type: 'customer.created', subjectId: id, data: {} })
  return id
}

/** Keeps the profile's name as last seen; the customer's own name is the tenant's and stays. */
async function noteProfileName(
  ctx: Ctx,
  tx: Tx,
  primaryId: string,
  found: readonly CustomerIdentityRow[],
  profileName: string | null,
): Promise<void> {
  if (profileName === null || found.every((row) => row.profileName === profileName)) return
  await tx
    .update(customerIdentities)
    .set({ profileName })
    .where(and(eq(customerIdentities.tenantId, ctx.tenantId), eq(customerIdentities.primaryId, primaryId)))
}
