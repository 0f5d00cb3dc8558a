import { and, eq, ne } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx, Services } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { invalidInput, refusal, type Refusal } from '../platform/refusals.ts'
import { refused, type Result } from '../platform/results.ts'
import { changeConversation } from './change-conversation.ts'
import { wakeConversationJob } from './job-kinds.ts'
import { lockPerson } from './open-conversation.ts'
import type { ConversationStatus } from './states.ts'
import { statusChange } from './status-change.ts'
import { conversations, type ConversationRow } from './tables.ts'

export interface ChangeStatus {
  readonly id: string
  readonly expectedVersion?: number | null | undefined
}

/** From where each status may be reached by a person. */
const reachableFrom: Readonly<Record<ConversationStatus, readonly ConversationStatus[]>> = {
  OPEN: ['PENDING', 'SNOOZED', 'RESOLVED'],
  PENDING: ['OPEN', 'SNOOZED'],
  SNOOZED: ['OPEN', 'PENDING', 'SNOOZED'],
  RESOLVED: ['OPEN', 'PENDING', 'SNOOZED'],
}

/** Nothing is left to do; the unread messages count as read. */
export async function resolveConversation(ctx: Ctx, input: ChangeStatus): Promise<Result<{ conversationId: string }>> {
  return changeStatus(ctx, input, 'RESOLVED')
}

/** Waits for the customer. */
export async function pendConversation(ctx: Ctx, input: ChangeStatus): Promise<Result<{ conversationId: string }>> {
  return changeStatus(ctx, input, 'PENDING')
}

/** Opens it again; refused while the customer has a newer open conversation on the same account. */
export async function reopenConversation(ctx: Ctx, input: ChangeStatus): Promise<Result<{ conversationId: string }>> {
  return changeStatus(ctx, input, 'OPEN')
}

const longestSnoozeMs = 366 * 24 * 60 * 60 * 1000

/** Puts it aside until a time or the customer's next message. */
export async function snoozeConversation(
  ctx: Ctx,
  input: ChangeStatus & { readonly until: Date },
): Promise<Result<{ conversationId: string }>> {
  const delayMs = input.until.getTime() - ctx.clock.now().getTime()
  if (!(delayMs > 0 && delayMs <= longestSnoozeMs)) {
    return refused(invalidInput('Give a time in the future, at most a year ahead.', ['until']))
  }
  return changeStatus(ctx, input, 'SNOOZED', input.until)
}

async function changeStatus(
  ctx: Ctx,
  { id, expectedVersion }: ChangeStatus,
  to: ConversationStatus,
  snoozedUntil: Date | null = null,
): Promise<Result<{ conversationId: string }>> {
  authorise(ctx.actor, 'conversations:write')
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    if (to === 'OPEN') await lockPersonOf(ctx, tx, id)
    const result = await changeConversation(ctx, tx, id, expectedVersion, async (conversation) => {
      if (!reachableFrom[to].includes(conversation.status)) {
        return refusal('TRANSITION_REFUSED', `The conversation is ${conversation.status} and cannot become ${to}.`)
      }
      if (conversation.status === 'RESOLVED' && (await hasOpenSuccessor(ctx, tx, conversation))) return successorRefusal
      return statusChange(conversation.status, to, snoozedUntil)
    })
    if (result.ok && snoozedUntil !== null) await enqueueWake(ctx, tx, id, snoozedUntil)
    return result
  })
}

const successorRefusal: Refusal = refusal(
  'TRANSITION_REFUSED',
  'The customer has a newer open conversation on the same channel account.',
)

/** Before the row is locked, as whoever stores a message does it in this order. */
async function lockPersonOf(ctx: Ctx, tx: Tx, id: string): Promise<void> {
  const [person] = await tx
    .select({ channelAccountId: conversations.channelAccountId, identityId: conversations.identityId })
    .from(conversations)
    .where(and(eq(conversations.tenantId, ctx.tenantId), eq(conversations.id, id)))
  if (person !== undefined) await lockPerson(ctx, tx, person)
}

async function hasOpenSuccessor(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<boolean> {
  const [open] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.tenantId, ctx.tenantId),
        eq(conversations.channelAccountId, conversation.channelAccountId),
        eq(conversations.identityId, conversation.identityId),
        ne(conversations.status, 'RESOLVED'),
      ),
    )
  return open !== undefined
}

async function enqueueWake(ctx: Ctx, tx: Tx, conversationId: string, at: Date): Promise<void> {
  const delayMs = Math.max(0, at.getTime() - ctx.clock.now().getTime())
  await ctx.jobs.enqueue(tx, wakeConversationJob, { tenantId: ctx.tenantId, conversationId }, { delayMs })
}

/** Opens a snoozed conversation whose time has come; one that was snoozed anew meanwhile is left to its later job. */
export async function wakeConversation(
  services: Services,
  { tenantId, conversationId, requestId }: { tenantId: string; conversationId: string; requestId: string },
): Promise<void> {
  const ctx: Ctx = { ...services, tenantId, requestId, actor: { kind: 'SYSTEM', id: 'wake-conversations' } }
  await ctx.db.withTenant(tenantId, async (tx) => {
    await changeConversation(ctx, tx, conversationId, null, ({ status, snoozedUntil }) => {
      const isDue = status === 'SNOOZED' && snoozedUntil !== null && snoozedUntil <= ctx.clock.now()
      return isDue ? statusChange('SNOOZED', 'OPEN') : null
    })
  })
}
