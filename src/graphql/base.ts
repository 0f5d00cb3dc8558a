import { ApiError } from '../platform/errors.ts'
import type { DomainModule } from './module.ts'
import { explainCost } from './explain-cost.ts'
import { embeddedType } from './read/declare.ts'
import { formatMoney } from './read/money.ts'
import { byId, guard, reference } from './root-fields.ts'
import { scalars } from './scalars.ts'

const mostNodes = 100

interface ExplainCostArgs {
  readonly document: string
  readonly variables?: unknown
  readonly operationName?: string | null
}

/** What base.graphql declares: the scalars, `Money` inside JSON, and objects by their global id. */
export const baseModule: DomainModule = {
  name: 'graphql',
  types: [embeddedType('Money', (v) => ({ formatted: formatMoney(v.long('amountMinor'), v.text('currency')) }))],
  plain: ['SystemActor', 'AssistantActor', 'CostExplanation', 'CostMeasure', 'CostRefusal', 'CostPart'],
  resolvers: {
    ...scalars,
    Query: {
      node: byId(({ id }: { id: string }) => id),
      nodes: guard('signed-in', ({ ids }: { ids: readonly string[] }) => {
        if (ids.length > mostNodes)
          throw new ApiError('BAD_USER_INPUT', `At most ${mostNodes} ids can be asked for at once.`)
        return ids.map(reference)
      }),
      explainCost: guard('signed-in', ({ document, variables, operationName }: ExplainCostArgs, _ctx, { schema }) => {
        if (variables != null && (typeof variables !== 'object' || Array.isArray(variables)))
          throw new ApiError('BAD_USER_INPUT', 'Variables are an object.')
        return explainCost(schema, { document, operationName: operationName ?? null, variables: { ...variables } })
      }),
    },
  },
}
