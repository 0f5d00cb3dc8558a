import { and, eq, inArray } from 'drizzle-orm'
import { piiFindings } from '../conversations/index.ts'
import type * as gql from '../generated/schema.ts'
import { descending, guard, page, read, reference, type ModuleResolvers } from '../graphql/index.ts'
import { labelOf, type PiiFinding } from '../platform/privacy/index.ts'
import type { Result } from '../platform/results.ts'
import { piiRules } from '../tenancy/index.ts'
import { reviewFinding } from './review.ts'
import { archivePiiRule, createPiiRule, previewPiiRule, updatePiiRule } from './rules.ts'
import { scanText } from './scan.ts'

export const resolvers = {
  Query: {
    piiScan: guard('privacy:scan', async (args: gql.QueryPiiScanArgs, ctx) =>
      (await scanText(ctx, args)).map(labelled),
    ),
    piiRulePreview: guard('privacy:scan', async (args: gql.QueryPiiRulePreviewArgs, ctx) =>
      (await previewPiiRule(ctx, args)).map(labelled),
    ),
    piiRules: read(
      'privacy:review',
      page(piiRules, {
        where: (rule, { state }: gql.QueryPiiRulesArgs) => (state ? eq(rule.state, state) : undefined),
        orderBy: (rule) => [descending(rule.createdAt), descending(rule.id)],
      }),
    ),
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
    piiRuleCreate: guard('privacy:write', async ({ input, idempotencyKey }: gql.MutationPiiRuleCreateArgs, ctx) =>
      rulePayload(await createPiiRule(ctx, input, idempotencyKey ?? null)),
    ),
    piiRuleUpdate: guard('privacy:write', async (args: gql.MutationPiiRuleUpdateArgs, ctx) =>
      rulePayload(await updatePiiRule(ctx, args)),
    ),
    piiRuleArchive: guard('privacy:write', async (args: gql.MutationPiiRuleArchiveArgs, ctx) =>
      rulePayload(await archivePiiRule(ctx, args)),
    ),
    piiFindingReview: guard('privacy:review', async (args: gql.MutationPiiFindingReviewArgs, ctx) => {
      const result = await reviewFinding(ctx, args)
      return result.ok ? { finding: reference(result.findingId), errors: [] } : { finding: null, errors: result.errors }
    }),
  },
} satisfies ModuleResolvers

function labelled(found: PiiFinding) {
  return { ...found, label: labelOf(found) }
}

function rulePayload(result: Result<{ ruleId: string }>) {
  return result.ok ? { rule: reference(result.ruleId), errors: [] } : { rule: null, errors: result.errors }
}
