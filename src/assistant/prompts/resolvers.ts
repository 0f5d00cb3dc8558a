import type * as gql from '../../generated/schema.ts'
import { descending, guard, page, read, reference } from '../../graphql/index.ts'
import { createPromptVersion } from './create-version.ts'
import { builtInPrompts, promptInForce } from './in-force.ts'
import { prompts } from './tables.ts'

export const promptResolvers = {
  Query: {
    builtInPrompts: guard('assistant:read', () => builtInPrompts),
    prompts: read(
      'assistant:read',
      page(prompts, { where: () => undefined, orderBy: (row) => [descending(row.createdAt), descending(row.id)] }),
    ),
    promptInForce: guard('assistant:read', (args: gql.QueryPromptInForceArgs, ctx) => promptInForce(ctx, args)),
  },
  Mutation: {
    promptVersionCreate: guard('assistant:configure', async (args: gql.MutationPromptVersionCreateArgs, ctx) => {
      const result = await createPromptVersion(ctx, args.input, args.idempotencyKey ?? null)
      return result.ok ? { version: reference(result.versionId), errors: [] } : { version: null, errors: result.errors }
    }),
  },
}
