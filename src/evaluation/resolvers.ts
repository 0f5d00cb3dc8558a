import { eq } from 'drizzle-orm'
import { actorOf } from '../customers/index.ts'
import type * as gql from '../generated/schema.ts'
import {
  descending,
  guard,
  page,
  read,
  reference,
  requireCtx,
  subscribeEvents,
  type RequestContext,
} from '../graphql/index.ts'
import type { Result } from '../platform/results.ts'
import type { evaluationEvents } from './events.ts'
import { releasePrompt, rollBackPrompt } from './release-prompt.ts'
import { agentScore } from './shadow.ts'
import { startEvaluation } from './start.ts'
import { evaluationRuns } from './tables.ts'

export const resolvers = {
  Agent: {
    score: ({ id }: { id: string }, _args: object, context: RequestContext) => agentScore(requireCtx(context), id),
  },
  Query: {
    evaluationRuns: read(
      'assistant:read',
      page(evaluationRuns, {
        where: (row, { promptVersionId }: gql.QueryEvaluationRunsArgs) =>
          promptVersionId ? eq(row.promptVersionId, promptVersionId) : undefined,
        orderBy: (row) => [descending(row.createdAt), descending(row.id)],
      }),
    ),
  },
  Mutation: {
    evaluationRun: guard('assistant:configure', async (args: gql.MutationEvaluationRunArgs, ctx) => {
      const result = await startEvaluation(ctx, args.input, args.idempotencyKey ?? null)
      return result.ok
        ? { evaluationRun: reference(result.runId), errors: [] }
        : { evaluationRun: null, errors: result.errors }
    }),
    promptRelease: guard('assistant:configure', async (args: gql.MutationPromptReleaseArgs, ctx) =>
      promptPayload(await releasePrompt(ctx, args.id, args.input, args.expectedRelease ?? null)),
    ),
    promptRollback: guard('assistant:configure', async (args: gql.MutationPromptRollbackArgs, ctx) =>
      promptPayload(await rollBackPrompt(ctx, args.id, args.expectedRelease ?? null)),
    ),
  },
  Subscription: {
    evaluationProgress: subscribeEvents({
      access: 'assistant:read',
      types: ['evaluation.progressed'] satisfies (keyof typeof evaluationEvents)[],
      filter: (event, { evaluationRunId }: gql.SubscriptionEvaluationProgressArgs) =>
        evaluationRunId == null || event.subjectId === evaluationRunId,
      payload: (event) => ({ actor: actorOf(event.actor), evaluationRun: reference(event.subjectId), ...event.data }),
    }),
  },
}

function promptPayload(result: Result<{ promptId: string }>) {
  return result.ok ? { prompt: reference(result.promptId), errors: [] } : { prompt: null, errors: result.errors }
}
