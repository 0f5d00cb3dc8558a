import { and, inArray } from 'drizzle-orm'
import { piiFindings } from '../conversations/index.ts'
import type * as gql from '../generated/schema.ts'
import { descending, guard, page, read, reference, type ModuleResolvers } from '../graphql/index.ts'
import { reviewFinding } from './review.ts'
import { scanText } from './scan.ts'

export const resolvers = {
  Query: {
    piiScan: guard('privacy:scan', (args: gql.QueryPiiScanArgs, ctx) => scanText(ctx, args)),
    piiFindings: read(
      'privacy:review',
      page(piiFindings, {
        where: (finding, { filter }: gql.QueryPiiFindingsArgs) =>
          and(
            filter?.state ? inArray(finding.state, [...filter.state]) : undefined,
            filter?.type ? inArray(finding.type, [...filter.type]) : undefined,
          ),
        orderBy: (finding) => [descending(finding.createdAt), descending(finding.id)],
      }),
    ),
  },
  Mutation: {
    piiFindingReview: guard('privacy:review', async (args: gql.MutationPiiFindingReviewArgs, ctx) => {
      const result = await reviewFinding(ctx, args)
      return result.ok ? { finding: reference(result.findingId), errors: [] } : { finding: null, errors: result.errors }
    }),
  },
} satisfies ModuleResolvers
