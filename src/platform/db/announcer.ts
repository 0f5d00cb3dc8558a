import type { Database } from './database.ts'

export interface Announcer {
  /** Wakes the channel's listeners in every process soon; many calls together become one notification. */
  announce(): void
}

/** At most 20 notifications a second: a commit that carries one takes a lock on the whole server. */
const spacingMs = 50

/**
 * Sends a channel's notifications outside of business transactions and not more often than every 50 ms. The first one
 * goes out at once. Failures are ignored: listeners poll too.
 */
export function createAnnouncer(db: Database, channel: string): Announcer {
  let isSpaced = false
  let isPending = false

  function send(): void {
    isPending = false
    isSpaced = true
    db.notify(channel).catch(() => {})
    setTimeout(() => {
      isSpaced = false
      if (isPending) send()
    }, spacingMs).unref()
  }

  return {
    announce() {
      if (isSpaced) isPending = true
      else send()
    },
  }
}
