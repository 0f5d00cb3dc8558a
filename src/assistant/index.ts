import type { DomainModule } from '../graphql/index.ts'
import {
  aiRating,
  aiResponse,
  citation,
  conversationAnswers,
  learnedAlias,
  learnedExample,
  readingTypes,
} from './graph.ts'
import { agentTypes } from './agents/graph.ts'
import { promptTypes } from './prompts/graph.ts'
import { resolvers } from './resolvers.ts'

export { shadowReadJob, type ShadowRead } from './agents/job-kinds.ts'
export { asAgent, loadAgents, rulesFor, stillHolds, type AgentRules } from './agents/rules.ts'
export { agents, type AgentRow } from './agents/tables.ts'
export { answerQuestion, logAnswerToQuestion, logCitations, type Answer, type Citation } from './answer-question.ts'
export { replyRequest, summaryRequest, type ReplyMaterial } from './writing/text-prompts.ts'
export { unsupportedIn, writeText, type OwnWords } from './writing/write-text.ts'
export { assistantEvents, type AssistantEventName } from './events.ts'
export { calibrationError, curveOf, mostWrong, thresholdFor, type CurvePoint, type Outcome } from './calibrate.ts'
export { decide } from './decide.ts'
export { logAnswers, newAnswers } from './log-answer.ts'
export { costOf, readOrderFrom, type CallRecord, type OrderReadingResult } from './read-order.ts'
export { reviewReasonCodes, type ReviewReason, type ReviewReasonCode } from './reasons.ts'
export { draftQuestion, type DoubtfulLine, type DoubtfulOrder } from './questions.ts'
export { wouldBeSure } from './would-be-sure.ts'
export { appendRelease, appendRollback, lockPrompt, versionIds, type LockedPrompt } from './prompts/release.ts'
export { promptText, resolvePrompt, type ResolvedPrompt } from './prompts/resolve.ts'
export { prompts, promptVersions, type PromptShare } from './prompts/tables.ts'
export { replies, replyLanguage, type OrderSummary, type ReplyLanguage } from './writing/replies.ts'
export { aiResponses, learnedAliases, learnedExamples } from './tables.ts'
export { learnExample, learnWords, type CorrectedLine } from './learning/learn.ts'
export { learnedPhrases, likestExamples } from './learning/learned.ts'

export const assistantModule = {
  name: 'assistant',
  types: [
    ...agentTypes,
    ...promptTypes,
    aiResponse,
    aiRating,
    citation,
    learnedAlias,
    learnedExample,
    conversationAnswers,
    ...readingTypes,
  ],
  plain: [
    'BuiltInPrompt',
    'PromptInForce',
    'OrderExtraction',
    'ExtractedLine',
    'ExtractedOption',
    'AiBudget',
    'AiUsage',
    'UsageAlert',
  ],
  resolvers,
} satisfies DomainModule
