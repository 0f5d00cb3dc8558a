import {
  pauseBot,
  readConversationJob,
  summariseConversationJob,
  summariseEvery,
  type ConversationData,
  type ReadConversation,
} from '../conversations/index.ts'
import type { Ctx, Services } from '../platform/context.ts'
import type { JobDefinition, JobRun } from '../platform/jobs/jobs.ts'
import { calibrateJob, type Calibrate } from '../tenancy/index.ts'
import { calibrate } from './calibration.ts'
import { readConversation } from './reading/read-conversation.ts'
import { summarise } from './writing/summarise.ts'

/** The tenant stated another target. */
export const calibrateHandler: JobDefinition<Calibrate> = {
  ...calibrateJob,
  handle: (services, { tenantId }, job) => {
    const ctx = assistantCtx(services, tenantId, job)
    return ctx.db.withTenant(tenantId, (tx) => calibrate(ctx, tx))
  },
}

/** Reads waiting messages; enqueued by conversations with each message that has something to read. */
export const readConversationHandler: JobDefinition<ReadConversation> = {
  ...readConversationJob,
  handle: (services, { tenantId, conversationId, seq }, job) =>
    readConversation(assistantCtx(services, tenantId, job), { conversationId, seq }),
  // No customer waits for an assistant that cannot read them: a person sees that the conversation is theirs now.
  giveUp(services, { tenantId, conversationId }, job) {
    const ctx = assistantCtx(services, tenantId, job)
    return ctx.db.withTenant(tenantId, (tx) => pauseBot(ctx, tx, conversationId, 'ERROR'))
  },
}

/** Sums conversations up; enqueued by conversations with every dozenth message. */
export const summariseHandler: JobDefinition<ConversationData> = {
  ...summariseConversationJob,
  // An earlier one, or a person who asked, may have done most of it.
  handle: (services, { tenantId, conversationId }, job) =>
    summarise(assistantCtx(services, tenantId, job), conversationId, summariseEvery / 2),
}

function assistantCtx(services: Services, tenantId: string, job: JobRun): Ctx {
  return { ...services, tenantId, requestId: job.id, actor: { kind: 'ASSISTANT', id: services.models.order.name } }
}
