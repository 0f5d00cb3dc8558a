import { and, eq, ne, sql } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { ApiError } from '../platform/errors.ts'
import type { Tx } from '../platform/db/database.ts'
import { violatedConstraint } from '../platform/db/faults.ts'
import { withIdempotency } from '../platform/db/idempotency.ts'
import { isId, newId } from '../platform/ids.ts'
import { appendEvent } from '../platform/events/index.ts'
import { compilePattern, compileRules, findPii, type PiiFinding } from '../platform/privacy/index.ts'
import { invalidInput, notFound, refusal, versionConflict, type Refusal } from '../platform/refusals.ts'
import { refused, type Result } from '../platform/results.ts'
import { piiRules, tenants } from '../tenancy/index.ts'
import { parseRule, type ParsedRule } from './parse-rule.ts'
import { checkLength, tenantPrivacy } from './scan.ts'

/** What every message of the tenant is held against. */
const mostRules = 50
const largestPatterns = 500

type Changed = Result<{ ruleId: string }>

/** Adds a rule: messages that come from now on are read by it. */
export async function createPiiRule(ctx: Ctx, input: unknown, idempotencyKey: string | null): Promise<Changed> {
  authorise(ctx.actor, 'privacy:write')
  const parsed = parseRule(input)
  if (!parsed.ok) return parsed
  const { rule } = parsed
  return orTaken(() =>
    ctx.db.withTenant(ctx.tenantId, (tx) =>
      withIdempotency(
        ctx,
        tx,
        { operation: 'piiRuleCreate', key: idempotencyKey, input },
        async (): Promise<Changed> => {
          await lockRules(ctx, tx)
          const errors = await boundErrors(ctx, tx, rule, null)
          if (errors.length > 0) return refused(...errors)
          const id = newId('piiRule')
          const now = ctx.clock.now()
          await tx.insert(piiRules).values({ tenantId: ctx.tenantId, id, ...rule, createdAt: now, updatedAt: now })
          await record(ctx, tx, id, 'CREATED')
          return { ok: true, ruleId: id }
        },
      ),
    ),
  )
}

export interface UpdatePiiRule {
  readonly id: string
  readonly input: unknown
  readonly expectedVersion: number
}

/** Replaces what a rule says. */
export async function updatePiiRule(ctx: Ctx, { id, input, expectedVersion }: UpdatePiiRule): Promise<Changed> {
  authorise(ctx.actor, 'privacy:write')
  const parsed = parseRule(input)
  if (!parsed.ok) return parsed
  const { rule } = parsed
  return orTaken(() =>
    ctx.db.withTenant(ctx.tenantId, async (tx) => {
      await lockRules(ctx, tx)
      const errors = [...(await stateErrors(ctx, tx, id, expectedVersion)), ...(await boundErrors(ctx, tx, rule, id))]
      if (errors.length > 0) return refused(...errors)
      await change(ctx, tx, id, rule)
      await record(ctx, tx, id, 'UPDATED')
      return { ok: true, ruleId: id }
    }),
  )
}

export interface ArchivePiiRule {
  readonly id: string
  readonly expectedVersion: number
}

/** Ends a rule for good. */
export async function archivePiiRule(ctx: Ctx, { id, expectedVersion }: ArchivePiiRule): Promise<Changed> {
  authorise(ctx.actor, 'privacy:write')
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    await lockRules(ctx, tx)
    const errors = await stateErrors(ctx, tx, id, expectedVersion)
    if (errors.length > 0) return refused(...errors)
    await change(ctx, tx, id, { state: 'ARCHIVED' })
    await record(ctx, tx, id, 'ARCHIVED')
    return { ok: true, ruleId: id }
  })
}

/**
 * What would be found in a text if there were this rule besides the others; nothing is stored.
 * @throws ApiError BAD_USER_INPUT when the text is too long or the rule cannot be
 */
export async function previewPiiRule(
  ctx: Ctx,
  { input, text }: { input: unknown; text: string },
): Promise<PiiFinding[]> {
  authorise(ctx.actor, 'privacy:scan')
  checkLength(text)
  const parsed = parseRule(input)
  if (!parsed.ok) throw new ApiError('BAD_USER_INPUT', parsed.errors.map(({ message }) => message).join(' '))
  const tried = compileRules([{ ...parsed.rule, id: 'tried' }])
  const { region, rules } = await tenantPrivacy(ctx)
  const together = {
    finders: [...(rules?.finders ?? []), ...tried.finders],
    exceptions: [...(rules?.exceptions ?? []), ...tried.exceptions],
  }
  return findPii(text, { ...(region && { region }), rules: together })
}

/** Makes those who change rules take turns until they commit, so that the bounds hold. */
async function lockRules(ctx: Ctx, tx: Tx): Promise<void> {
  // Not the key: messages that come meanwhile refer to it.
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, ctx.tenantId)).for('no key update')
}

/** Why a rule cannot be changed: it is not there, not in use any more, or another one than the caller has read. */
async function stateErrors(ctx: Ctx, tx: Tx, id: string, expectedVersion: number): Promise<Refusal[]> {
  const [rule] = isId('piiRule', id)
    ? await tx
        .select({ version: piiRules.version })
        .from(piiRules)
        .where(and(eq(piiRules.tenantId, ctx.tenantId), eq(piiRules.id, id), eq(piiRules.state, 'ACTIVE')))
    : []
  if (rule === undefined) return [notFound(['id'])]
  return rule.version === expectedVersion ? [] : [versionConflict(rule.version)]
}

async function boundErrors(ctx: Ctx, tx: Tx, rule: ParsedRule, id: string | null): Promise<Refusal[]> {
  const others = await tx
    .select({ pattern: piiRules.pattern })
    .from(piiRules)
    .where(
      and(
        eq(piiRules.tenantId, ctx.tenantId),
        eq(piiRules.state, 'ACTIVE'),
        id === null ? undefined : ne(piiRules.id, id),
      ),
    )
  if (others.length >= mostRules) {
    return [invalidInput(`At most ${mostRules} rules are in use at a time; archive one first.`, ['input'])]
  }
  const size = [rule, ...others].reduce((sum, { pattern }) => sum + sizeOf(pattern), 0)
  if (rule.pattern === null || size <= largestPatterns) return []
  const message = `With this pattern those in use would count ${size}; at most ${largestPatterns} are taken together.`
  return [invalidInput(message, ['input', 'pattern'])]
}

function sizeOf(pattern: string | null): number {
  const compiled = pattern === null ? null : compilePattern(pattern)
  return compiled === null || typeof compiled === 'string' ? 0 : compiled.size
}

async function change(ctx: Ctx, tx: Tx, id: string, changes: Partial<typeof piiRules.$inferInsert>): Promise<void> {
  await tx
    .update(piiRules)
    .set({ ...changes, version: sql`${piiRules.version} + 1`, updatedAt: ctx.clock.now() })
    .where(and(eq(piiRules.tenantId, ctx.tenantId), eq(piiRules.id, id)))
}

/** Announces a change, and makes the rules that processes keep stale. */
async function record(ctx: Ctx, tx: Tx, id: string, what: 'CREATED' | 'UPDATED' | 'ARCHIVED'): Promise<void> {
  await tx
    .update(tenants)
    .set({ piiRulesVersion: sql`${tenants.piiRulesVersion} + 1` })
    .where(eq(tenants.id, ctx.tenantId))
  await appendEvent(tx, ctx, { type: 'privacy.rule_changed', subjectId: id, data: { change: what } })
}

async function orTaken(run: () => Promise<Changed>): Promise<Changed> {
  try {
    return await run()
  } catch (error) {
    if (violatedConstraint(error) !== 'pii_rules_name_key') throw error
    return refused(refusal('ALREADY_EXISTS', 'A rule of this name is in use already.', ['input', 'name']))
  }
}
