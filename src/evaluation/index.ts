/** The door of evaluation: what another prompt or model would read better or worse, before customers find out. */
import type { DomainModule } from '../graphql/index.ts'
import { agentReadings, evaluationResult, evaluationRun, shadowReading } from './graph.ts'
import { runEvaluationHandler, shadowReadHandler } from './jobs.ts'
import { resolvers } from './resolvers.ts'

export { evaluationEvents } from './events.ts'

export const evaluationModule = {
  name: 'evaluation',
  types: [evaluationRun, evaluationResult, shadowReading, agentReadings],
  plain: ['EvaluationFigures', 'AgentScore'],
  resolvers,
  jobs: [runEvaluationHandler, shadowReadHandler],
} satisfies DomainModule
