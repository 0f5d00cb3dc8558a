import type { DomainModule } from '../graphql/index.ts'
import { conversationTypes } from './graph.ts'
import { jobs } from './jobs.ts'
import { resolvers } from './resolvers.ts'

export { channelOf } from './channel-of.ts'
export { assignConversation, handBackStopped, isOfStop, pauseBot, setBot } from './change-hands.ts'
export { pendConversation, reopenConversation, resolveConversation, snoozeConversation } from './change-status.ts'
export {
  connectChannelAccount,
  updateChannelAccount,
  type ConnectChannelAccount,
  type UpdateChannelAccount,
} from './connect-account.ts'
export { conversationEventSchemas } from './events.ts'
export {
  readConversationJob,
  summariseConversationJob,
  type ConversationData,
  type ReadConversation,
} from './job-kinds.ts'
export { lastMessages } from './last-messages.ts'
export { messagesSince, replaceSummary, summariseEvery, summaryOf, type Summary } from './summaries.ts'
export { markConversationRead } from './mark-read.ts'
export { finishTurn, loadTurn, type Turn } from './turn.ts'
export { receiveWhatsApp, verifyWhatsApp, type Receipt, type ReceiveDelivery } from './receive.ts'
export { simulateMessage, type SimulatedMessage } from './simulate-message.ts'
export { queueReply, sendMessage, type SendMessage, type SendResult } from './send.ts'
export { piiFindingStates } from './states.ts'
export type { BotReason, BotState, ConversationStatus, MessageStatus } from './states.ts'
export {
  channelAccounts,
  conversations,
  messages,
  piiFindings,
  type ChannelAccountRow,
  type ConversationRow,
  type MessageRow,
} from './tables.ts'

export const conversationsModule = {
  name: 'conversations',
  types: conversationTypes,
  resolvers,
  jobs,
} satisfies DomainModule
