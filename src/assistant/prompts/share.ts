import { createHash } from 'node:crypto'
import type { PromptShare } from './tables.ts'

/**
 * Which version a conversation gets: always the same one of the same shares, each by its weight over all conversations.
 * By weighted rendezvous: when a weight changes, only conversations that must move do.
 */
export function shareOf(shares: readonly PromptShare[], conversationId: string): PromptShare | null {
  const ranked = shares.map((share) => ({
    share,
    rank: -Math.log(chance(share.versionId, conversationId)) / share.weight,
  }))
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.share ?? null
}

/** A number between 0 and 1, neither of them, that only this pair has. */
function chance(versionId: string, conversationId: string): number {
  const digest = createHash('sha256').update(`${versionId} ${conversationId}`).digest()
  return (digest.readUInt32BE(0) + 0.5) / 2 ** 32
}
