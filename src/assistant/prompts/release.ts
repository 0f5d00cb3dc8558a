import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvent } from '../../platform/events/index.ts'
import { isId, newId } from '../../platform/ids.ts'
import { notFound, versionConflict } from '../../platform/refusals.ts'
import { refused, type Result } from '../../platform/results.ts'
import { promptReleases, prompts, promptVersions, type PromptShare } from './tables.ts'

export interface LockedPrompt {
  readonly id: string
  readonly level: typeof prompts.$inferSelect.level
  readonly task: typeof prompts.$inferSelect.task
  /** The release that holds; null before the first. */
  readonly release: {
    readonly number: number
    readonly shares: readonly PromptShare[]
    readonly before: number | null
  } | null
}

/**
 * A prompt and its release, locked until the transaction ends: of two who release at once, the second sees the first.
 * Another person's own prompt is not there.
 */
export async function lockPrompt(
  ctx: Ctx,
  tx: Tx,
  id: string,
  expectedRelease: number | null,
): Promise<Result<{ prompt: LockedPrompt }>> {
  const [prompt] = isId('prompt', id)
    ? await tx
        .select({ id: prompts.id, level: prompts.level, task: prompts.task, userId: prompts.userId })
        .from(prompts)
        .where(and(eq(prompts.tenantId, ctx.tenantId), eq(prompts.id, id)))
        .for('update')
    : []
  if (prompt === undefined || (prompt.level === 'USER' && prompt.userId !== ctx.actor.id)) return refused(notFound())
  const [release = null] = await tx
    .select({ number: promptReleases.number, shares: promptReleases.shares, before: promptReleases.before })
    .from(promptReleases)
    .where(and(eq(promptReleases.tenantId, ctx.tenantId), eq(promptReleases.promptId, id)))
    .orderBy(desc(promptReleases.number))
    .limit(1)
  const current = release?.number ?? 0
  if (expectedRelease !== null && expectedRelease !== current) return refused(versionConflict(current))
  return { ok: true, prompt: { id, level: prompt.level, task: prompt.task, release } }
}

/** The ids of a prompt's versions by their numbers; a number that it does not have is not in it. */
export async function versionIds(
  ctx: Ctx,
  tx: Tx,
  promptId: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx
    .select({ id: promptVersions.id, number: promptVersions.number })
    .from(promptVersions)
    .where(
      and(
        eq(promptVersions.tenantId, ctx.tenantId),
        eq(promptVersions.promptId, promptId),
        inArray(promptVersions.number, [...numbers]),
      ),
    )
  return new Map(rows.map(({ id, number }) => [number, id]))
}

/** Lets other versions hold from now on. The caller has locked the prompt. */
export async function appendRelease(
  ctx: Ctx,
  tx: Tx,
  { id, release }: LockedPrompt,
  shares: readonly PromptShare[],
): Promise<void> {
  await append(ctx, tx, id, {
    number: (release?.number ?? 0) + 1,
    shares,
    isRollback: false,
    before: release?.number ?? 0,
  })
}

/**
 * Lets the versions hold again that held before the present ones; done again, it goes one step further back. False when there is
 * nothing to go back to. The caller has locked the prompt.
 */
export async function appendRollback(ctx: Ctx, tx: Tx, { id, release }: LockedPrompt): Promise<boolean> {
  if (release === null || release.before === null) return false
  const [earlier = null] = await tx
    .select({ shares: promptReleases.shares, before: promptReleases.before })
    .from(promptReleases)
    .where(
      and(
        eq(promptReleases.tenantId, ctx.tenantId),
        eq(promptReleases.promptId, id),
        eq(promptReleases.number, release.before),
      ),
    )
  await append(ctx, tx, id, {
    number: release.number + 1,
    shares: earlier?.shares ?? [],
    isRollback: true,
    before: earlier?.before ?? null,
  })
  return true
}

async function append(
  ctx: Ctx,
  tx: Tx,
  promptId: string,
  release: Pick<typeof promptReleases.$inferInsert, 'number' | 'shares' | 'isRollback' | 'before'>,
): Promise<void> {
  const { number, shares, isRollback } = release
  await tx.insert(promptReleases).values({
    tenantId: ctx.tenantId,
    id: newId('promptRelease'),
    promptId,
    ...release,
    createdByKind: ctx.actor.kind,
    createdById: ctx.actor.id,
    createdAt: ctx.clock.now(),
  })
  await appendEvent(tx, ctx, {
    type: 'ai.prompt_released',
    subjectId: promptId,
    data: { number, isRollback, shares: shares.map(({ number: version, weight }) => ({ version, weight })) },
  })
}
