import { and, eq } from 'drizzle-orm'
import { addressOf } from '../customers/index.ts'
import type { Address, ChannelAdapter, SendOutcome } from '../platform/channels/index.ts'
import type { Ctx, Services } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { columnsOf, rowOf, selectRows } from '../platform/db/rows.ts'
import { send, sendLast, statement } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { appendEvent } from '../platform/events/index.ts'
import { shareAssistantLock } from '../tenancy/index.ts'
import { noteAccountFault } from './account-health.ts'
import { openAccountSecret } from './account-secrets.ts'
import { sendMessagesJob } from './job-kinds.ts'
import type { MessageStatus } from './states.ts'
import { settleSent } from './store-status.ts'
import { channelAccounts, messages, type ChannelAccountRow, type MessageRow } from './tables.ts'

export interface DeliverMessages {
  readonly tenantId: string
  readonly conversationId: string
  readonly requestId: string
  readonly signal: AbortSignal
}

/** Tries of one message before it is given up. */
const mostAttempts = 8
const longestPauseMs = 60 * 60 * 1000
/** Sends of one run; more are left to another, so that no run outlives its time. */
const mostSends = 3
/** A send that began this long ago is not running any more, whatever its adapter's timeout is. */
const abandonedMs = 2 * 60 * 1000

/**
 * Sends what is queued in a conversation, oldest first, and stops at a message that has to wait. A message is marked
 * SENDING and committed before the network is touched; found in that state later, nobody can know whether it went out,
 * so it becomes UNKNOWN and is never sent again by itself: the provider's news settle it.
 */
export async function deliverMessages(services: Services, run: DeliverMessages): Promise<void> {
  const { tenantId, conversationId, requestId, signal } = run
  const ctx: Ctx = { ...services, tenantId, requestId, actor: { kind: 'SYSTEM', id: 'send-messages' } }
  for (let sends = 0; sends < mostSends; sends += 1) {
    const step = await ctx.db.withTenant(tenantId, (tx) => takeNext(ctx, tx, conversationId))
    if (step.type === 'nothing') return
    if (step.type === 'wait') return enqueueAgain(ctx, conversationId, step.delayMs)
    const outcome = step.isStopped
      ? stopped
      : step.send === null
        ? noAddress
        : await step.adapter.sendText(
            { routingKey: step.account.routingKey, accessToken: step.send.accessToken },
            {
              messageId: step.message.id,
              to: step.send.to,
              text: step.message.text ?? '',
              replyToProviderMessageId: step.message.replyToProviderMessageId,
            },
            signal,
          )
    await ctx.db.withTenant(tenantId, (tx) => settle(ctx, tx, step, outcome))
    // Nothing else was queued; what is by now has a job of its own, which waits for this one.
    if (step.isLast && outcome.outcome === 'sent') return
  }
  await enqueueAgain(ctx, conversationId, 0)
}

type Step =
  | { readonly type: 'nothing' }
  | { readonly type: 'wait'; readonly delayMs: number }
  | {
      readonly type: 'send'
      readonly message: MessageRow
      /** No other message of the conversation waited. */
      readonly isLast: boolean
      readonly account: ChannelAccountRow
      readonly adapter: ChannelAdapter
      /** The assistant wrote it, and was stopped since. */
      readonly isStopped: boolean
      /** Null when there is nowhere to send to, or nothing to send with. */
      readonly send: { readonly to: Address; readonly accessToken: string } | null
    }

const stopped: SendOutcome = {
  outcome: 'failed',
  isAccountFault: false,
  error: { code: 'ASSISTANT_STOPPED', message: 'The assistant was stopped before this was sent.' },
}

const noAddress: SendOutcome = {
  outcome: 'failed',
  isAccountFault: false,
  error: {
    code: 'NO_ADDRESS',
    message: 'The customer has no address on this channel, or the account no access token.',
  },
}

/** Takes the oldest queued message for sending. What others may still be sending is waited for, or given up. */
async function takeNext(ctx: Ctx, tx: Tx, conversationId: string): Promise<Step> {
  const now = ctx.clock.now()
  const key = { tenantId: ctx.tenantId, conversationId }
  const [, open, [found], to] = await together([
    // Whoever stops the assistant waits until the message is marked as being sent, or is seen here.
    shareAssistantLock(ctx, tx),
    send(tx, openMessages.with(key)),
    send(tx, accountOf.with(key)),
    addressOf(ctx, tx, conversationId),
  ])
  for (const message of open) {
    if (message.status === 'SENDING') {
      const restMs = abandonedMs - (now.getTime() - (message.attemptedAt ?? message.createdAt).getTime())
      if (restMs > 0) return { type: 'wait', delayMs: restMs }
      await setStatus(ctx, tx, message, 'UNKNOWN', {
        code: 'ABANDONED',
        message: 'Sending was interrupted, so the message may or may not have been sent.',
      })
      continue
    }
    const waitMs = (message.nextAttemptAt?.getTime() ?? 0) - now.getTime()
    // Later messages wait too: the customer gets them in the order in which they were written.
    if (waitMs > 0) return { type: 'wait', delayMs: waitMs }
    const account = found === undefined ? null : rowOf(channelAccounts, found)
    const adapter = account === null ? undefined : ctx.channels[account.type]
    if (account === null || adapter === undefined) throw new Error(`No channel sends ${message.id}`)
    const accessToken = openAccountSecret(ctx, account, 'access_token')
    await sendLast(tx, [markSending.with({ tenantId: ctx.tenantId, id: message.id, now })])
    return {
      type: 'send',
      message: { ...message, attempts: message.attempts + 1 },
      isLast: message === open.at(-1),
      account,
      adapter,
      isStopped: message.authorKind === 'ASSISTANT' && found?.isStopped === true,
      send: to === null || accessToken === null ? null : { to, accessToken },
    }
  }
  return { type: 'nothing' }
}

interface ConversationKey {
  readonly tenantId: string
  readonly conversationId: string
}

const openMessages = selectRows<ConversationKey, typeof messages>(
  messages,
  'takeNext',
  `where tenant_id = $tenantId and conversation_id = $conversationId and status in ('QUEUED', 'SENDING')
  order by seq limit 20 for update`,
)

/** The columns of the account, and whether the assistant is stopped. */
const accountOf = statement<ConversationKey, { readonly isStopped: boolean }>(
  `/* takeNext */
  select ${columnsOf(channelAccounts)},
    (select assistant_stopped_at is not null from tenants where id = $tenantId) as "isStopped"
  from channel_accounts where tenant_id = $tenantId
    and id = (select channel_account_id from conversations where tenant_id = $tenantId and id = $conversationId)`,
)

const markSending = statement<{ tenantId: string; id: string; now: Date }>(
  `/* takeNext */
  update messages set status = 'SENDING', attempts = attempts + 1, attempted_at = $now, next_attempt_at = null,
    error_code = null, error_message = null
  where tenant_id = $tenantId and id = $id`,
)

async function settle(
  ctx: Ctx,
  tx: Tx,
  { message, account, adapter }: Extract<Step, { type: 'send' }>,
  outcome: SendOutcome,
): Promise<void> {
  switch (outcome.outcome) {
    case 'sent':
      return settleSent(ctx, tx, adapter, message, outcome.providerMessageId)
    case 'unknown':
      return setStatus(ctx, tx, message, 'UNKNOWN', outcome.error)
    case 'failed':
      if (outcome.isAccountFault) await noteAccountFault(ctx, tx, account, outcome.error.message)
      return setStatus(ctx, tx, message, 'FAILED', outcome.error)
    case 'retry': {
      if (message.attempts >= mostAttempts) return setStatus(ctx, tx, message, 'FAILED', outcome.error)
      const pauseMs = Math.min(outcome.afterMs * 2 ** (message.attempts - 1), Math.max(longestPauseMs, outcome.afterMs))
      const nextAttemptAt = new Date(ctx.clock.now().getTime() + pauseMs)
      return setStatus(ctx, tx, message, 'QUEUED', outcome.error, nextAttemptAt)
    }
  }
}

/** Moves a message that is being sent; when news of the provider have settled it meanwhile, they stand. */
async function setStatus(
  ctx: Ctx,
  tx: Tx,
  message: Pick<MessageRow, 'id' | 'conversationId'>,
  status: MessageStatus,
  error: { readonly code: string; readonly message: string },
  nextAttemptAt: Date | null = null,
): Promise<void> {
  const [moved] = await tx
    .update(messages)
    .set({ status, errorCode: error.code, errorMessage: error.message, nextAttemptAt })
    .where(and(eq(messages.tenantId, ctx.tenantId), eq(messages.id, message.id), eq(messages.status, 'SENDING')))
    .returning({ id: messages.id })
  if (moved === undefined) return
  await appendEvent(tx, ctx, {
    type: 'message.status_changed',
    subjectId: message.id,
    conversationId: message.conversationId,
    data: { status },
  })
}

async function enqueueAgain(ctx: Ctx, conversationId: string, delayMs: number): Promise<void> {
  const data = { tenantId: ctx.tenantId, conversationId }
  await ctx.db.withTenant(ctx.tenantId, (tx) =>
    ctx.jobs.enqueue(tx, sendMessagesJob, data, { orderKey: conversationId, delayMs }),
  )
}
