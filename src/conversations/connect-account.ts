import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authorise } from '../platform/auth/permissions.ts'
import { channelTypes } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, notFound, refusal, versionConflict } from '../platform/refusals.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { sealAccountSecret } from './account-secrets.ts'
import { forgetAccount } from './accounts.ts'
import { channelAccountStatuses } from './states.ts'
import { channelAccounts, channelRoutes } from './tables.ts'

const name = z.string().trim().min(1, { error: 'A name needs at least one character.' }).max(100)
const address = z.string().trim().min(1).max(320).nullish()
const secret = z.string().min(8, { error: 'A secret has at least 8 characters.' }).max(4096)

const connectSchema = z.object({
  type: z.enum(channelTypes),
  name,
  routingKey: z.string().regex(/^[\w.@+-]{1,128}$/, { error: 'This is not a routing key, such as a phone number id.' }),
  address,
  portfolioId: z.string().trim().min(1).max(128).nullish(),
  appSecret: secret,
  verifyToken: secret,
  accessToken: secret.nullish(),
})

export type ConnectChannelAccount = z.input<typeof connectSchema>

/** Connects a number or address of the tenant. Its routing key then belongs to it, over all tenants. */
export async function connectChannelAccount(
  ctx: Ctx,
  input: ConnectChannelAccount,
): Promise<Result<{ channelAccountId: string }>> {
  authorise(ctx.actor, 'channels:write')
  const parsed = parseInput(connectSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const { type, routingKey, appSecret, verifyToken, accessToken, portfolioId } = parsed.value
  if (ctx.channels[type] === undefined) {
    return refused(invalidInput(`${type} cannot be connected on this installation.`, ['input', 'type']))
  }
  const id = newId('channelAccount')
  const now = ctx.clock.now()
  return ctx.db
    .withTenant(ctx.tenantId, async (tx) => {
      await tx.insert(channelAccounts).values({
        tenantId: ctx.tenantId,
        id,
        type,
        name: parsed.value.name,
        routingKey,
        address: parsed.value.address ?? null,
        portfolioId: portfolioId ?? id,
        appSecretSealed: sealAccountSecret(ctx, id, 'app_secret', appSecret),
        verifyTokenSealed: sealAccountSecret(ctx, id, 'verify_token', verifyToken),
        accessTokenSealed: accessToken == null ? null : sealAccountSecret(ctx, id, 'access_token', accessToken),
        createdAt: now,
        updatedAt: now,
      })
      // Whether the key is free cannot be read, only tried: a tenant sees no other tenant's routes.
      const [claimed] = await tx
        .insert(channelRoutes)
        .values({ tenantId: ctx.tenantId, id, type, routingKey })
        .onConflictDoNothing()
        .returning({ id: channelRoutes.id })
      if (claimed === undefined) throw new RouteTaken()
      await appendEvent(tx, ctx, { type: 'channel_account.connected', subjectId: id, data: {} })
      return { ok: true, channelAccountId: id } as const
    })
    .catch((error: unknown) => {
      if (!(error instanceof RouteTaken)) throw error
      return refused(refusal('ALREADY_EXISTS', 'This routing key is connected already.', ['input', 'routingKey']))
    })
}

/** Rolls the transaction back. */
class RouteTaken extends Error {}

const updateSchema = z.object({
  name: name.optional(),
  status: z.enum(channelAccountStatuses).optional(),
  address,
  appSecret: secret.optional(),
  verifyToken: secret.optional(),
  accessToken: secret.nullish(),
})

export interface UpdateChannelAccount {
  readonly id: string
  readonly expectedVersion?: number | null | undefined
  readonly input: Readonly<Record<string, unknown>>
}

/** Changes a channel account; secrets are replaced. An absent field stays. */
export async function updateChannelAccount(
  ctx: Ctx,
  { id, input, expectedVersion }: UpdateChannelAccount,
): Promise<Result<{ channelAccountId: string }>> {
  authorise(ctx.actor, 'channels:write')
  const parsed = parseInput(updateSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const { appSecret, verifyToken, accessToken, ...plain } = parsed.value
  const changes = {
    ...plain,
    appSecretSealed: appSecret && sealAccountSecret(ctx, id, 'app_secret', appSecret),
    verifyTokenSealed: verifyToken && sealAccountSecret(ctx, id, 'verify_token', verifyToken),
    accessTokenSealed: accessToken && sealAccountSecret(ctx, id, 'access_token', accessToken),
  }
  const result: Result<{ channelAccountId: string }> = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const mine = and(eq(channelAccounts.tenantId, ctx.tenantId), eq(channelAccounts.id, id))
    const [changed] = await tx
      .update(channelAccounts)
      // Drizzle leaves out what is undefined.
      .set({ ...changes, version: sql`${channelAccounts.version} + 1`, updatedAt: ctx.clock.now() })
      .where(and(mine, expectedVersion == null ? undefined : eq(channelAccounts.version, expectedVersion)))
      .returning({ id: channelAccounts.id })
    if (changed === undefined) {
      const [current] = await tx.select({ version: channelAccounts.version }).from(channelAccounts).where(mine)
      return refused(current === undefined ? notFound(['id']) : versionConflict(current.version))
    }
    const fields = Object.keys(input)
    await appendEvent(tx, ctx, { type: 'channel_account.updated', subjectId: id, data: { fields } })
    return { ok: true, channelAccountId: id }
  })
  forgetAccount(ctx, id)
  return result
}
