import { createAnnouncer, type Announcer } from '../db/announcer.ts'
import type { Database } from '../db/database.ts'

/** The channel whose notifications say: there is something new in the log, of some tenant. */
export const wakeChannel = 'parley_events'

const announcers = new WeakMap<Database, Announcer>()
const localFeeds = new WeakMap<Database, Set<() => void>>()

/** Has every process' feed look into the log: this one's now, the others' by a notification. */
export function wakeFeeds(db: Database): void {
  for (const wake of localFeeds.get(db) ?? []) wake()
  // Embedded, there is no other process.
  if (db.engine === 'embedded') return
  const announcer = announcers.get(db) ?? createAnnouncer(db, wakeChannel)
  announcers.set(db, announcer)
  announcer.announce()
}

/** Has `wake` called after commits of this process; returns the way to stop. */
export function onLocalWake(db: Database, wake: () => void): () => void {
  const feeds = localFeeds.get(db) ?? new Set()
  localFeeds.set(db, feeds)
  feeds.add(wake)
  return () => void feeds.delete(wake)
}
