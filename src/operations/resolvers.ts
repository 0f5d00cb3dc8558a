import type * as gql from '../generated/schema.ts'
import { guard, type ModuleResolvers } from '../graphql/index.ts'
import { ApiError } from '../platform/errors.ts'
import { notFound } from '../platform/refusals.ts'

const mostJobs = 100

export const resolvers = {
  Query: {
    failedJobs: guard('operations:read', async ({ first }: gql.QueryFailedJobsArgs, ctx) => {
      const limit = first ?? 20
      if (limit < 1 || limit > mostJobs) throw new ApiError('BAD_USER_INPUT', `first must be 1 to ${mostJobs}.`)
      const dead = await ctx.jobs.listDeadJobs(ctx.tenantId, limit)
      return dead.map(({ diedAt, ...job }) => ({ ...job, failedAt: diedAt }))
    }),
  },
  Mutation: {
    failedJobReplay: guard('operations:write', async ({ id }: gql.MutationFailedJobReplayArgs, ctx) => {
      const replayed = await ctx.jobs.replayDeadJob(ctx.tenantId, id)
      return { replayed, errors: replayed ? [] : [notFound(['id'])] }
    }),
  },
} satisfies ModuleResolvers
