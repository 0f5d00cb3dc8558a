/** The door of evaluation: what another prompt or model would read better or worse, before customers find out. */
import type { DomainModule } from '../graphql/index.ts'
import { evaluationResult, evaluationRun } from './graph.ts'
import { runEvaluationHandler } from './jobs.ts'
import { resolvers } from './resolvers.ts'

export { evaluationEvents } from './events.ts'

export const evaluationModule = {
  name: 'evaluation',
  types: [evaluationRun, evaluationResult],
  plain: ['EvaluationFigures'],
  resolvers,
  jobs: [runEvaluationHandler],
} satisfies DomainModule
