import { and, count, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { modelNamed, modelNames } from '../../platform/ai/models.ts'
import { authorise } from '../../platform/auth/permissions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { violatedConstraint } from '../../platform/db/faults.ts'
import { withIdempotency } from '../../platform/db/idempotency.ts'
import { appendEvent } from '../../platform/events/index.ts'
import { isId, newId } from '../../platform/ids.ts'
import { invalidInput, notFound, refusal, type Refusal } from '../../platform/refusals.ts'
import { asSeen, parseInput, refused, type Result } from '../../platform/results.ts'
import { takeAssistantLock } from '../../tenancy/index.ts'
import { mostAgents } from './rules.ts'
import { agentModes, agents, agentTasks, agentTools, outsideHours } from './tables.ts'

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'A time is HH:MM.' })
const openingHours = z
  .strictObject({
    days: z
      .array(z.int().min(1).max(7, { error: 'Days are 1, Monday, to 7, Sunday.' }))
      .min(1, { error: 'Name a day.' })
      .max(7, { error: 'A week has seven days.' }),
    from: time.refine((from) => from !== '24:00', { error: 'A day begins at 00:00.' }),
    to: time,
  })
  .refine(({ from, to }) => from !== to, { error: 'It ends when it begins; leave the hours out for always.' })

const changes = {
  name: z
    .string()
    .trim()
    .min(1, { error: 'It needs a name.' })
    .max(100, { error: 'A name has at most 100 characters.' }),
  mode: z.enum(agentModes),
  model: z.string().max(200, { error: 'A model has a shorter name.' }).nullable(),
  may: z.array(z.enum(agentTools)).transform((may) => [...new Set(may)]),
  channels: z.array(z.enum(['WHATSAPP', 'SMS', 'EMAIL'])).transform((channels) => [...new Set(channels)]),
  hours: z.array(openingHours).max(20, { error: 'At most 20 entries.' }),
  outsideHours: z.enum(outsideHours),
}
const createSchema = z.strictObject({
  ...changes,
  task: z.enum(agentTasks, { error: 'Agents read orders and answer questions.' }),
  mode: changes.mode.default('OFF'),
  model: changes.model.default(null),
  may: changes.may.default([...agentTools]),
  channels: changes.channels.default([]),
  hours: changes.hours.default([]),
  outsideHours: changes.outsideHours.default('PEOPLE'),
})
const updateSchema = z.strictObject(changes).partial()

/** Sets up an agent. Off unless told otherwise: setting one up changes nothing by itself. */
export async function createAgent(
  ctx: Ctx,
  input: unknown,
  idempotencyKey: string | null,
): Promise<Result<{ agentId: string }>> {
  authorise(ctx.actor, 'assistant:configure')
  const parsed = parseInput(createSchema, withoutNull(input), ['input'])
  if (!parsed.ok) return parsed
  const wrong = modelError(ctx, parsed.value.model)
  if (wrong !== null) return refused(wrong)
  return orOneIsLive(() =>
    ctx.db.withTenant(ctx.tenantId, (tx) =>
      withIdempotency(ctx, tx, { operation: 'agentCreate', key: idempotencyKey, input }, async () => {
        await takeAssistantLock(ctx, tx)
        const [all] = await tx.select({ count: count() }).from(agents).where(eq(agents.tenantId, ctx.tenantId))
        if ((all?.count ?? 0) >= mostAgents) {
          return refused(invalidInput(`A tenant has at most ${mostAgents} agents.`, null))
        }
        const now = ctx.clock.now()
        const agentId = newId('agent')
        await tx
          .insert(agents)
          .values({ tenantId: ctx.tenantId, id: agentId, ...parsed.value, createdAt: now, updatedAt: now })
        await announce(ctx, tx, agentId)
        return { ok: true as const, agentId }
      }),
    ),
  )
}

/**
 * Changes an agent, or switches it: what it is doing just now is done before, or sees the change. What is left out stays.
 */
export async function updateAgent(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion: number | null,
): Promise<Result<{ agentId: string }>> {
  authorise(ctx.actor, 'assistant:configure')
  const parsed = parseInput(updateSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const wrong = modelError(ctx, parsed.value.model ?? null)
  if (wrong !== null) return refused(wrong)
  if (!isId('agent', id)) return refused(notFound())
  return orOneIsLive(() =>
    ctx.db.withTenant(ctx.tenantId, async (tx) => {
      await takeAssistantLock(ctx, tx)
      const mine = and(eq(agents.tenantId, ctx.tenantId), eq(agents.id, id))
      const seen = asSeen(await tx.select().from(agents).where(mine).for('update'), expectedVersion)
      if (!seen.ok) return seen
      const set = Object.fromEntries(Object.entries(parsed.value).filter(([, value]) => value !== undefined))
      await tx
        .update(agents)
        .set({ ...set, version: sql`${agents.version} + 1`, updatedAt: ctx.clock.now() })
        .where(mine)
      await announce(ctx, tx, id)
      return { ok: true, agentId: id }
    }),
  )
}

/** Left out and null are the same where something is made. */
function withoutNull(input: unknown): unknown {
  return typeof input === 'object' && input !== null
    ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))
    : input
}

function modelError(ctx: Ctx, model: string | null): Refusal | null {
  if (model === null || modelNamed(ctx.models, model) !== null) return null
  return invalidInput(`Only these models can be asked here: ${modelNames(ctx.models).join(', ')}.`, ['input', 'model'])
}

async function orOneIsLive(write: () => Promise<Result<{ agentId: string }>>): Promise<Result<{ agentId: string }>> {
  try {
    return await write()
  } catch (error) {
    if (violatedConstraint(error) !== 'agents_live_key') throw error
    return refused(
      refusal('ALREADY_EXISTS', 'Another agent is live for this task: switch that one first.', ['input', 'mode']),
    )
  }
}

async function announce(ctx: Ctx, tx: Tx, agentId: string): Promise<void> {
  await appendEvent(tx, ctx, { type: 'ai.agent_changed', subjectId: agentId, data: {} })
}
