import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { hashPassword } from '../platform/auth/passwords.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx, Services } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { violatedConstraint } from '../platform/db/faults.ts'
import { selectRows } from '../platform/db/rows.ts'
import { send } from '../platform/db/statement.ts'
import { newId } from '../platform/ids.ts'
import { tenantTiers } from '../platform/limits/tiers.ts'
import { notFound, refusal, versionConflict } from '../platform/refusals.ts'
import { record } from './events.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { emailSchema, nameSchema } from './fields.ts'
import { copyLibraryJob, shareLibraryLock } from './library-job.ts'
import { announceRevocation } from './revocations.ts'
import { memberships, tenants, type TenantRow } from './tables.ts'
import { calibrateJob } from './threshold.ts'
import { ensureUser } from './users.ts'

const settings = {
  name: nameSchema,
  aiConfidenceThreshold: z.number({ error: 'The threshold lies between 0 and 1.' }).min(0).max(1),
  aiTargetErrorRate: z
    .number({ error: 'The target lies above 0 and is at most 0.5.' })
    .gt(0, { error: 'The target lies above 0 and is at most 0.5.' })
    .max(0.5, { error: 'The target lies above 0 and is at most 0.5.' })
    .nullable(),
  aiSampleRate: z.number({ error: 'The share lies between 0 and 1.' }).min(0).max(1),
  monthlyAiBudgetMicroUsd: z
    .union([z.bigint(), z.number().int(), z.string().regex(/^\d{1,18}$/)], { error: 'A budget is a whole number.' })
    .transform(BigInt)
    .refine((budget) => budget >= 0n, { error: 'A budget is zero or more.' })
    .nullable(),
  currency: z.string().refine(isCurrency, { error: 'This is not an ISO 4217 currency code.' }),
  locale: z.string().refine(isLocale, { error: 'This is not a BCP 47 language tag.' }),
  timeZone: z.string().refine(isTimeZone, { error: 'This is not an IANA time zone.' }),
  debounceMs: z
    .int({ error: 'The wait lies between 0 and 60000 milliseconds.' })
    .min(0, { error: 'The wait lies between 0 and 60000 milliseconds.' })
    .max(60_000, { error: 'The wait lies between 0 and 60000 milliseconds.' }),
  autoConfirm: z.boolean(),
  linkVerifiedEmail: z.boolean(),
  redactPrompts: z.boolean(),
}

const settingsSchema = z.strictObject(settings).partial()

const newTenantSchema = z.strictObject({
  ...settingsSchema.shape,
  slug: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, { error: 'A slug is 1 to 63 of a-z, 0-9 and inner hyphens.' }),
  tier: z.enum(tenantTiers).optional(),
  owner: z
    .strictObject({ email: emailSchema, name: nameSchema, password: z.string().min(8).max(256) })
    .partial()
    .optional(),
})

export type NewTenant = z.input<typeof newTenantSchema>

/** What is left out stays; null clears where the column may be empty, and is refused elsewhere. */
export type TenantSettings = {
  readonly [K in keyof typeof settings]?: z.input<(typeof settings)[K]> | null | undefined
}

/**
 * Makes a tenant with its owner; for the command line, seeds and tests, never for a request. The owner's e-mail is
 * `owner@<slug>.example` when none is given; a password is set only for somebody who has none.
 */
export async function createTenant(
  services: Services,
  input: NewTenant,
): Promise<Result<{ tenantId: string; userId: string; membershipId: string }>> {
  const parsed = parseInput(newTenantSchema, input, [])
  if (!parsed.ok) return parsed
  const { slug, owner, name = slug, currency = 'USD', locale = 'en-US', timeZone = 'UTC', ...rest } = parsed.value
  const email = owner?.email ?? `owner@${slug}.example`
  const now = services.clock.now()
  const passwordHash = owner?.password === undefined ? null : await hashPassword(owner.password)
  const userId = await services.db.withSystem((tx) => ensureUser(tx, { email, passwordHash, now }))
  const tenantId = newId('tenant')
  const membershipId = newId('membership')
  const stamps = { createdAt: now, updatedAt: now }
  const ctx = operatorCtx(services, tenantId, 'create-tenant')
  try {
    await services.db.withTenant(tenantId, async (tx) => {
      await shareLibraryLock(tx)
      const settingsOf = withoutUndefined({ ...rest, name, currency, locale, timeZone })
      await tx.insert(tenants).values({ id: tenantId, slug, ...settingsOf, ...stamps })
      await tx
        .insert(memberships)
        .values({ tenantId, id: membershipId, userId, name: owner?.name ?? 'Owner', email, role: 'OWNER', ...stamps })
      await record(tx, ctx, 'tenant.created', tenantId, { slug })
      // Whatever is in the library by then: who changes it asks for all tenants that there are.
      await services.jobs.enqueue(tx, copyLibraryJob, { tenantId }, { orderKey: tenantId })
    })
  } catch (error) {
    if (violatedConstraint(error) !== 'tenants_slug_key') throw error
    return refused(refusal('ALREADY_EXISTS', `There is a tenant ${slug} already.`, ['slug']))
  }
  return { ok: true, tenantId, userId, membershipId }
}

/** The tenant of this slug, made when there is none: for seeds that run more than once. */
export async function ensureTenant(
  services: Services,
  input: NewTenant,
): Promise<Result<{ tenantId: string; created: boolean }>> {
  const known = await findTenant(services, input.slug)
  if (known !== null) return { ok: true, tenantId: known.id, created: false }
  const made = await createTenant(services, input)
  if (made.ok) return { ok: true, tenantId: made.tenantId, created: true }
  // Somebody else may have made it in between.
  const others = await findTenant(services, input.slug)
  return others === null ? made : { ok: true, tenantId: others.id, created: false }
}

/** A tenant by slug or id, null when there is none; for the command line, which may see all tenants. */
export async function findTenant(
  services: Pick<Services, 'db'>,
  slugOrId: string,
): Promise<{ id: string; slug: string; name: string; isActive: boolean } | null> {
  const [found] = await services.db.withSystem((tx) =>
    tx
      .select({ id: tenants.id, slug: tenants.slug, name: tenants.name, isActive: tenants.isActive })
      .from(tenants)
      .where(sql`${slugOrId} in (${tenants.id}, ${tenants.slug})`),
  )
  return found ?? null
}

const tenantRow = selectRows<{ tenantId: string }, typeof tenants>(tenants, 'tenantSettings', 'where id = $tenantId')

/** The tenant's row, read in the caller's transaction: currency, threshold and the other settings. */
export async function tenantSettings(tx: Tx, tenantId: string): Promise<TenantRow> {
  const [tenant] = await send(tx, tenantRow.with({ tenantId }))
  if (tenant === undefined) throw new Error('The tenant of this transaction is not there.')
  return tenant
}

/** Suspends a tenant (it then only reads) or brings it back; for the operator of the server. */
export async function setTenantActive(
  services: Services,
  input: { tenantId: string; isActive: boolean },
): Promise<Result<{ tenantId: string }>> {
  const { tenantId, isActive } = input
  const ctx = operatorCtx(services, tenantId, 'set-tenant-active')
  const found = await services.db.withTenant(tenantId, async (tx) => {
    const changed = await tx
      .update(tenants)
      .set({ isActive, version: sql`${tenants.version} + 1`, updatedAt: services.clock.now() })
      .where(eq(tenants.id, tenantId))
      .returning({ id: tenants.id })
    if (changed.length === 0) return false
    await record(tx, ctx, isActive ? 'tenant.resumed' : 'tenant.suspended', tenantId, {})
    return true
  })
  if (!found) return refused(notFound(['tenantId']))
  await announceRevocation(services.db)
  return { ok: true, tenantId }
}

/** Changes the settings of the caller's tenant; what is left out stays. */
export async function updateTenant(
  ctx: Ctx,
  input: TenantSettings,
  expectedVersion: number | null = null,
): Promise<Result<{ tenantId: string }>> {
  authorise(ctx.actor, 'tenant:write')
  const parsed = parseInput(settingsSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const changes = withoutUndefined(parsed.value)
  const refusals = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const expected = expectedVersion === null ? undefined : eq(tenants.version, expectedVersion)
    const changed = await tx
      .update(tenants)
      .set({ ...changes, version: sql`${tenants.version} + 1`, updatedAt: ctx.clock.now() })
      .where(and(eq(tenants.id, ctx.tenantId), expected))
      .returning({ version: tenants.version })
    if (changed.length === 0) {
      const [now] = await tx.select({ version: tenants.version }).from(tenants).where(eq(tenants.id, ctx.tenantId))
      return [now === undefined ? notFound([]) : versionConflict(now.version)]
    }
    await record(tx, ctx, 'tenant.updated', ctx.tenantId, { fields: Object.keys(changes) })
    if ('aiTargetErrorRate' in changes) await ctx.jobs.enqueue(tx, calibrateJob, { tenantId: ctx.tenantId })
    return []
  })
  return refusals.length > 0 ? refused(...refusals) : { ok: true, tenantId: ctx.tenantId }
}

function operatorCtx(services: Services, tenantId: string, command: string): Ctx {
  return { ...services, tenantId, actor: { kind: 'SYSTEM', id: command }, requestId: command }
}

/** The same without keys that hold undefined: Drizzle and `exactOptionalPropertyTypes` tell them from absent ones. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code)
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0)
    // Offsets such as +05:00 are accepted there too, but know no summer time.
    return /^[A-Z]/.test(name)
  } catch {
    return false
  }
}
