import type { ConversationChange } from './change-conversation.ts'
import type { ConversationStatus } from './states.ts'

/** The change to another status, with what goes along with it. */
export function statusChange(
  from: ConversationStatus,
  to: ConversationStatus,
  snoozedUntil: Date | null = null,
): ConversationChange {
  return {
    set: { status: to, snoozedUntil, ...(to === 'RESOLVED' ? { unreadCount: 0 } : {}) },
    entry: { type: 'STATUS_CHANGED', fromStatus: from, toStatus: to },
    data: { status: to },
  }
}
