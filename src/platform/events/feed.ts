import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { comparePositions, encodeCursor, type Position } from './position.ts'
import { readEventsAfter, readTail, requireReachable, tailPosition, type LogEvent } from './read.ts'
import { onLocalWake, wakeChannel } from './wake.ts'

/** The reader did not keep up: close its connection; it resumes from its last cursor and has lost nothing. */
export class TooSlow extends Error {
  constructor() {
    super('The reader is too slow to follow: resume from the last cursor.')
    this.name = 'TooSlow'
  }
}

export interface FeedEvent {
  readonly event: LogEvent
  /** To be handed back as `after`: the events after this one. */
  readonly cursor: string
}

export interface EventFeed {
  /**
   * The tenant's events after the position, from the log first and then live, each once and in order; null: from now
   * on. Ends when the signal is aborted. A database that is away for a while only delays it.
   * @throws TooSlow from the iteration when more than 1,000 events wait for the reader
   * @throws ApiError BAD_USER_INPUT (CURSOR_EXPIRED) when the log no longer reaches back to the position
   */
  follow(tenantId: string, after: Position | null, signal: AbortSignal): AsyncIterable<FeedEvent>
  /** Ends every iteration. */
  close(): Promise<void>
}

export interface FeedOptions {
  readonly db: Database
  readonly log: Logger
  /** How often the log is looked into without being woken. Default 1 s. */
  readonly pollMs?: number
  /** Events that may wait for one reader. Default 1,000. */
  readonly queueLimit?: number
}

const pageSize = 500
/** How soon to look again when a commit waits for an older transaction. */
const heldBackMs = 20

interface Subscriber {
  readonly tenantId: string
  readonly queue: LogEvent[]
  overflowed: boolean
  wake: () => void
}

/**
 * Follows the log for all subscribers of this process with one statement at a time, however many tenants they belong
 * to. Woken by commits of this process and by notifications of others; the poll is what makes it true.
 */
export function createEventFeed({ db, log, pollMs = 1_000, queueLimit = 1_000 }: FeedOptions): EventFeed {
  // A page must fit into the queue of a reader that has kept up, whatever it still holds.
  const tailPageSize = Math.min(pageSize, Math.ceil(queueLimit / 2))
  const subscribers = new Set<Subscriber>()
  const closing = new AbortController()
  let position: Position | null = null
  /** The read under way, and those who wait for it to be over. */
  let reading: Promise<void> = Promise.resolve()
  let isReading = false
  let isWanted = false
  let heldBack: NodeJS.Timeout | undefined

  const stopLocal = onLocalWake(db, look)
  const listening = db.listen(wakeChannel, look).catch((error: unknown) => {
    log.warn({ err: error }, 'event feed: only polling')
    return async () => {}
  })
  const poll = setInterval(look, pollMs).unref()

  function look(): void {
    if (subscribers.size === 0 || closing.signal.aborted) return
    if (isReading) {
      isWanted = true
      return
    }
    void exclusively(readOn).catch((error: unknown) => log.warn({ err: error }, 'event feed: the log cannot be read'))
  }

  /** One at a time: whoever subscribes must not slip between a read's question and its answer. */
  function exclusively<T>(run: () => Promise<T>): Promise<T> {
    const result = reading.then(async () => {
      isReading = true
      try {
        return await run()
      } finally {
        isReading = false
      }
    })
    reading = result.then(
      () => {},
      () => {},
    )
    return result
  }

  async function readOn(): Promise<void> {
    do {
      isWanted = false
      if (position === null || subscribers.size === 0) return
      const tenantIds = [...new Set([...subscribers].map(({ tenantId }) => tenantId))]
      const page = await readTail(db, tenantIds, position, tailPageSize)
      position = page.position
      for (const event of page.events) deliver(event)
      if (page.isFull) {
        isWanted = true
        // The readers' turn, or a burst would overflow the queue of every one of them.
        await new Promise((resolve) => setImmediate(resolve))
      }
      if (page.isHeldBack) {
        clearTimeout(heldBack)
        heldBack = setTimeout(look, heldBackMs).unref()
      }
    } while (isWanted)
  }

  function deliver(event: LogEvent): void {
    for (const subscriber of subscribers) {
      if (subscriber.tenantId !== event.tenantId || subscriber.overflowed) continue
      if (subscriber.queue.length >= queueLimit) {
        subscriber.overflowed = true
        subscriber.queue.length = 0
      } else {
        subscriber.queue.push(event)
      }
      subscriber.wake()
    }
  }

  /** @returns where the feed stands: everything after that will be in the subscriber's queue */
  async function attach(subscriber: Subscriber): Promise<Position> {
    return exclusively(async () => {
      // With nobody there, nothing was read for a while: go on from now instead of through what nobody asked for.
      if (subscribers.size === 0 || position === null) position = await tailPosition(db)
      subscribers.add(subscriber)
      return position
    })
  }

  async function* follow(tenantId: string, after: Position | null, signal: AbortSignal): AsyncGenerator<FeedEvent> {
    const subscriber: Subscriber = { tenantId, queue: [], overflowed: false, wake: () => {} }
    const ended = AbortSignal.any([signal, closing.signal])
    const asFeedEvent = (event: LogEvent) => ({ event, cursor: encodeCursor(tenantId, event.position) })
    const onEnd = () => subscriber.wake()
    ended.addEventListener('abort', onEnd)
    try {
      let seen = after
      if (seen !== null) {
        await requireReachable(db, tenantId, seen)
        // First the long way, while nothing is queued: a reader far behind must not be cut for what comes in meanwhile.
        let isBehind = true
        while (isBehind && !ended.aborted) {
          const page = await readEventsAfter(db, tenantId, seen, pageSize)
          for (const event of page) {
            if (ended.aborted) return
            yield asFeedEvent(event)
            seen = event.position
          }
          isBehind = page.length === pageSize
        }
      }
      if (ended.aborted) return
      const joined = await attach(subscriber)
      look()
      // Then what came between the last page and the moment of joining; what is later is in the queue.
      while (seen !== null && !ended.aborted && comparePositions(seen, joined) < 0) {
        const page = await readEventsAfter(db, tenantId, seen, pageSize)
        for (const event of page) {
          if (comparePositions(event.position, joined) > 0) break
          if (ended.aborted) return
          yield asFeedEvent(event)
          seen = event.position
        }
        const last = page.at(-1)
        if (page.length < pageSize || (last !== undefined && comparePositions(last.position, joined) > 0)) break
      }
      while (!ended.aborted) {
        if (subscriber.overflowed) throw new TooSlow()
        const event = subscriber.queue.shift()
        if (event === undefined) {
          await new Promise<void>((resolve) => {
            subscriber.wake = resolve
            if (ended.aborted || subscriber.queue.length > 0 || subscriber.overflowed) resolve()
          })
        } else if (seen === null || comparePositions(event.position, seen) > 0) {
          yield asFeedEvent(event)
          seen = event.position
        }
      }
    } finally {
      ended.removeEventListener('abort', onEnd)
      subscribers.delete(subscriber)
    }
  }

  return {
    follow,
    async close() {
      closing.abort()
      clearInterval(poll)
      clearTimeout(heldBack)
      stopLocal()
      await listening.then((stop) => stop()).catch(() => {})
      await reading
    },
  }
}
