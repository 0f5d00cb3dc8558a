import type { DomainModule } from '../graphql/index.ts'
import { aiResponse, conversationAnswers, readingTypes } from './graph.ts'
import { resolvers } from './resolvers.ts'

export { answerQuestion, type Answer } from './answer-question.ts'
export { assistantEvents, type AssistantEventName } from './events.ts'
export { decide } from './decide.ts'
export { logAnswers } from './log-answer.ts'
export { readOrderFrom, type CallRecord, type OrderReadingResult } from './read-order.ts'
export { reviewReasonCodes, type ReviewReason, type ReviewReasonCode } from './reasons.ts'
export { replies, replyLanguage, type OrderSummary, type ReplyLanguage } from './replies.ts'
export { aiResponses } from './tables.ts'

export const assistantModule = {
  name: 'assistant',
  types: [aiResponse, conversationAnswers, ...readingTypes],
  plain: ['OrderExtraction', 'ExtractedLine', 'ExtractedOption', 'AiBudget', 'AiUsage', 'UsageAlert'],
  resolvers,
} satisfies DomainModule
