import { and, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { templateMistake } from '../../platform/ai/prompt-template.ts'
import { authorise } from '../../platform/auth/permissions.ts'
import { cleanText } from '../../platform/channels/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { withIdempotency } from '../../platform/db/idempotency.ts'
import { newId } from '../../platform/ids.ts'
import { invalidInput } from '../../platform/refusals.ts'
import { parseInput, refused, type Result } from '../../platform/results.ts'
import { tenantSettings } from '../../tenancy/index.ts'
import { promptLevels, promptVariableTypes, prompts, promptVersions, type PromptVariable } from './tables.ts'
import { givenVariables, promptValues, valueOf } from './values.ts'

const mostVariables = 20
const mostVersions = 1_000

const variable = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, {
      error: 'A name has up to 40 small letters, digits and underscores, and begins with a letter.',
    }),
    type: z.enum(promptVariableTypes),
    value: z.string().max(1_000, { error: 'A value has at most 1,000 characters.' }).transform(cleanText),
  })
  .superRefine((one, context) => {
    try {
      valueOf(one)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      context.addIssue({ code: 'custom', message: error.message, path: ['value'] })
    }
  })

const versionSchema = z.strictObject({
  // Answers to questions are the knowledge base's own words: there is nothing to tell a model.
  task: z.enum(['READ_ORDER'], { error: 'This task asks no model that could be told anything.' }),
  level: z.enum(promptLevels).default('TENANT'),
  template: z.string().transform(cleanText),
  variables: z
    .array(variable)
    .max(mostVariables, { error: `At most ${mostVariables} variables.` })
    .default([])
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, { error: 'A name is given twice.' })
    .refine((all) => !all.some(({ name }) => (givenVariables as readonly string[]).includes(name)), {
      error: `${givenVariables.join(', ')} are there already.`,
    }),
  note: z.string().max(500, { error: 'A note has at most 500 characters.' }).transform(cleanText).nullish(),
})

/**
 * Adds a version to the caller's prompt for a task, the tenant's or their own. It is used by nobody until it is released. A template
 * that does not render with its variables is refused here, so that none fails when a customer waits.
 */
export async function createPromptVersion(
  ctx: Ctx,
  input: unknown,
  idempotencyKey: string | null,
): Promise<Result<{ versionId: string }>> {
  authorise(ctx.actor, 'assistant:configure')
  const parsed = parseInput(versionSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const { task, level, template, variables, note = null } = parsed.value
  if (level === 'USER' && ctx.actor.kind !== 'USER') {
    return refused(invalidInput('Only people have prompts of their own.', ['input', 'level']))
  }
  return ctx.db.withTenant(ctx.tenantId, (tx) =>
    withIdempotency(ctx, tx, { operation: 'promptVersionCreate', key: idempotencyKey, input }, async () => {
      const tenant = await tenantSettings(tx, ctx.tenantId)
      const mistake = templateMistake(template, promptValues(tenant, variables, ctx.clock.now()))
      if (mistake !== null) return refused(invalidInput(mistake, ['input', 'template']))
      const promptId = await keepPrompt(ctx, tx, { task, level, userId: level === 'USER' ? ctx.actor.id : '' })
      const number = await nextNumber(ctx, tx, promptId)
      if (number > mostVersions) return refused(invalidInput('This prompt has too many versions.', null))
      const versionId = await insertVersion(ctx, tx, { promptId, number, template, variables, note })
      return { ok: true as const, versionId }
    }),
  )
}

/** The prompt's id, made when it is not there. Its row is what those who add to it at once wait for. */
async function keepPrompt(
  ctx: Ctx,
  tx: Tx,
  owner: Pick<typeof prompts.$inferInsert, 'task' | 'level' | 'userId'>,
): Promise<string> {
  const { task, level, userId } = owner
  await tx
    .insert(prompts)
    .values({ tenantId: ctx.tenantId, id: newId('prompt'), task, level, userId, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
  const [row] = await tx
    .select({ id: prompts.id })
    .from(prompts)
    .where(
      and(
        eq(prompts.tenantId, ctx.tenantId),
        eq(prompts.task, task),
        eq(prompts.level, level),
        eq(prompts.userId, userId),
      ),
    )
    .for('update')
  if (row === undefined) throw new Error('A prompt was not written.')
  return row.id
}

async function nextNumber(ctx: Ctx, tx: Tx, promptId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(promptVersions.number) })
    .from(promptVersions)
    .where(and(eq(promptVersions.tenantId, ctx.tenantId), eq(promptVersions.promptId, promptId)))
  return (last?.number ?? 0) + 1
}

async function insertVersion(
  ctx: Ctx,
  tx: Tx,
  version: {
    readonly promptId: string
    readonly number: number
    readonly template: string
    readonly variables: readonly PromptVariable[]
    readonly note: string | null
  },
): Promise<string> {
  const id = newId('promptVersion')
  await tx.insert(promptVersions).values({
    tenantId: ctx.tenantId,
    id,
    ...version,
    createdByKind: ctx.actor.kind,
    createdById: ctx.actor.id,
    createdAt: ctx.clock.now(),
  })
  return id
}
