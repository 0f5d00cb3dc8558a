/** Decides which texts become prepared statements on the server. */
export interface StatementBudget {
  /** Whether this text may be prepared; a text is admitted the second time it is seen. */
  mayPrepare(text: string): boolean
}

/** Where the server's memory of a statement cannot be relied on. */
export const nothingPrepared: StatementBudget = { mayPrepare: () => false }

/**
 * Each distinct selection is a statement of its own, and a prepared one stays in the server's memory as long as its
 * connection lives (postgres.js cannot close one). So at most `limit` texts are admitted in a period as long as the
 * life of a connection, and only texts that come back: a stream of one-off queries never fills the server.
 */
export function createStatementBudget(limit: number, periodMs: number): StatementBudget {
  let admitted = new Set<string>()
  let seenOnce = new Set<string>()
  let periodStart = performance.now()

  return {
    mayPrepare(text) {
      if (performance.now() - periodStart > periodMs) {
        admitted = new Set()
        seenOnce = new Set()
        periodStart = performance.now()
      }
      if (admitted.has(text)) return true
      if (admitted.size >= limit) return false
      if (seenOnce.delete(text)) {
        admitted.add(text)
        return true
      }
      if (seenOnce.size >= limit * 4) seenOnce.clear()
      seenOnce.add(text)
      return false
    },
  }
}
