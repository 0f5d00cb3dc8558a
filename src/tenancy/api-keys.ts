import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import type { ApiClientActor } from '../platform/auth/actor.ts'
import { authorise, can, isPermission, keyPermissions } from '../platform/auth/permissions.ts'
import { hashSecret, newSecret } from '../platform/auth/secrets.ts'
import type { Ctx, Services } from '../platform/context.ts'
import { withIdempotency } from '../platform/db/idempotency.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/refusals.ts'
import { record } from './events.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { nameSchema } from './fields.ts'
import { announceRevocation } from './revocations.ts'
import { apiKeys, tenants } from './tables.ts'

/** How every API key begins, so that people, logs and secret scanners know one when they see it. */
export const apiKeyPrefix = 'pk_'
/** Of a key, this much is kept readable. */
const shownCharacters = apiKeyPrefix.length + 6
const lastUsedGrainMs = 60_000

export interface ApiKeyInput {
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt?: Date | string | null | undefined
  readonly trustedDocumentsOnly?: boolean | null | undefined
}

/**
 * Makes an API key for a program. Its scopes are permissions that its maker holds. The secret is returned once: a
 * repeated idempotency key gives the same key with a null secret.
 */
export async function createApiKey(
  ctx: Ctx,
  input: ApiKeyInput,
  idempotencyKey: string | null = null,
): Promise<Result<{ apiKeyId: string; secret: string | null }>> {
  authorise(ctx.actor, 'api-keys:write')
  const parsed = parseInput(apiKeySchema(ctx), input, ['input'])
  if (!parsed.ok) return parsed
  const { name, scopes, expiresAt, trustedDocumentsOnly } = parsed.value
  let secret: string | null = null
  const made = await ctx.db.withTenant(ctx.tenantId, (tx) =>
    withIdempotency(ctx, tx, { operation: 'apiKeyCreate', key: idempotencyKey, input: parsed.value }, async () => {
      secret = `${apiKeyPrefix}${newSecret()}`
      const id = newId('apiKey')
      await tx.insert(apiKeys).values({
        tenantId: ctx.tenantId,
        id,
        name,
        prefix: secret.slice(0, shownCharacters),
        secretHash: hashSecret(secret),
        scopes,
        createdByKind: ctx.actor.kind,
        createdById: ctx.actor.id,
        createdAt: ctx.clock.now(),
        expiresAt,
        trustedDocumentsOnly,
      })
      await record(tx, ctx, 'api_key.created', id, { scopes })
      return { id }
    }),
  )
  return { ok: true, apiKeyId: made.id, secret }
}

/** Revokes a key for good; one that is revoked already is left as it is. */
export async function revokeApiKey(ctx: Ctx, input: { id: string }): Promise<Result<{ apiKeyId: string }>> {
  authorise(ctx.actor, 'api-keys:write')
  const here = and(eq(apiKeys.tenantId, ctx.tenantId), eq(apiKeys.id, input.id))
  const found = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: ctx.clock.now() })
      .where(and(here, isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id })
    if (revoked.length > 0) {
      await record(tx, ctx, 'api_key.revoked', input.id, {})
      return true
    }
    return (await tx.select({ id: apiKeys.id }).from(apiKeys).where(here)).length > 0
  })
  if (!found) return refused(notFound())
  await announceRevocation(ctx.db)
  return { ok: true, apiKeyId: input.id }
}

/** The program behind a presented key; null when it is unknown, revoked or expired. */
export async function authenticateApiKey(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  presented: string,
): Promise<ApiClientActor | null> {
  const now = clock.now()
  // Compared by the hash of a 32-byte secret: what an index lookup tells by its time cannot be used to guess one.
  const [key] = await db.withSystem((tx) =>
    tx
      .select({
        tenantId: apiKeys.tenantId,
        id: apiKeys.id,
        scopes: apiKeys.scopes,
        expiresAt: apiKeys.expiresAt,
        lastUsedAt: apiKeys.lastUsedAt,
        trustedDocumentsOnly: apiKeys.trustedDocumentsOnly,
        isActive: tenants.isActive,
        tier: tenants.tier,
      })
      .from(apiKeys)
      .innerJoin(tenants, eq(tenants.id, apiKeys.tenantId))
      .where(and(eq(apiKeys.secretHash, hashSecret(presented)), isNull(apiKeys.revokedAt))),
  )
  if (key === undefined || (key.expiresAt !== null && key.expiresAt <= now)) return null
  if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() >= lastUsedGrainMs) {
    await recordUse(db, key, now)
  }
  const suspended = !key.isActive
  return {
    kind: 'API_CLIENT',
    id: key.id,
    tenantId: key.tenantId,
    permissions: keyPermissions({ scopes: key.scopes, suspended }),
    suspended,
    tier: key.tier,
    trustedDocumentsOnly: key.trustedDocumentsOnly,
    expiresAt: key.expiresAt,
  }
}

/** Many requests that arrive together with the minute write once: the condition is looked at again under the row. */
async function recordUse(db: Services['db'], key: { tenantId: string; id: string }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - lastUsedGrainMs)
  await db.withTenant(key.tenantId, (tx) =>
    tx
      .update(apiKeys)
      .set({ lastUsedAt: now })
      .where(
        and(
          eq(apiKeys.tenantId, key.tenantId),
          eq(apiKeys.id, key.id),
          or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before)),
        ),
      ),
  )
}

function apiKeySchema(ctx: Ctx) {
  const scope = z
    .string()
    .refine(isPermission, { error: 'There is no such permission.', abort: true })
    .transform((name) => (isPermission(name) ? name : z.NEVER))
    .refine((name) => can(ctx.actor, name), { error: 'Nobody can give a permission that they do not hold.' })
  return z.strictObject({
    name: nameSchema,
    scopes: z
      .array(scope)
      .min(1, { error: 'A key needs at least one scope.' })
      .transform((names) => [...new Set(names)].toSorted()),
    expiresAt: z.coerce
      .date({ error: 'This is not a point in time.' })
      .refine((end) => end > ctx.clock.now(), { error: 'The key would have ended already.' })
      .nullish()
      .transform((end) => end ?? null),
    trustedDocumentsOnly: z
      .boolean()
      .nullish()
      .transform((only) => only ?? false),
  })
}
