import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { ApiError } from '../errors.ts'
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

/** One object for all subscribers of a process. */
export interface FeedEvent {
  readonly event: LogEvent
  /** To be handed back as `after`: the events after this one. */
  readonly cursor: string
}

export interface EventFeed {
  /**
   * The tenant's events after the position, from the log first and then live, each once and in order; null: from the
   * first `next` on. Ends when the signal is aborted. A database that is away for a while only delays it.
   * @param wants which of them the reader is given: the others cost it nothing. Cheap, without I/O; default all
   * @throws TooSlow from `next` when more than 1,000 events wait for the reader
   * @throws ApiError BAD_USER_INPUT (CURSOR_EXPIRED) from `next` when the log no longer reaches back to the position
   */
  follow(tenantId: string, after: Position | null, signal: AbortSignal, wants?: Wants): AsyncIterableIterator<FeedEvent>
  /** Ends every iteration. */
  close(): Promise<void>
}

export type Wants = (event: FeedEvent) => boolean

export interface FeedOptions {
  readonly db: Database
  readonly log: Logger
  /** How often the log is looked into without being woken. Default 1 s. */
  readonly pollMs?: number
  /** Events that may wait for one reader. Default 1,000. */
  readonly queueLimit?: number
  /** Called once for each event that is given to live readers. */
  readonly onLive?: (event: LogEvent) => void
}

const pageSize = 500
/** How soon to look again when a commit waits for an older transaction. */
const heldBackMs = 20
/** How long to wait before a read that the database did not answer is made again. */
const retryMs = 500

interface Subscriber {
  readonly tenantId: string
  readonly wants: Wants
  readonly queue: FeedEvent[]
  overflowed: boolean
  ended: boolean
  wake: () => void
}

/** A reader does not give up because the database is away: it goes on when that is back. */
async function onceReachable<T>(subscriber: Subscriber, read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read()
    } catch (error) {
      if (subscriber.ended || !(error instanceof ApiError) || error.code !== 'UNAVAILABLE') throw error
      await sleep(retryMs, null, { ref: false })
    }
  }
}

/**
 * Follows the log for all subscribers of this process with one statement at a time, however many tenants they belong
 * to. Woken by commits of this process and by notifications of others; the poll is what makes it true.
 */
export function createEventFeed(options: FeedOptions): EventFeed {
  const { db, log, pollMs = 1_000, queueLimit = 1_000, onLive } = options
  // A page must fit into the queue of a reader that has kept up, whatever it still holds.
  const tailPageSize = Math.min(pageSize, Math.ceil(queueLimit / 2))
  /** Those whom live events are given to, by tenant; and all, those as well that still read what they missed. */
  const live = new Map<string, Set<Subscriber>>()
  const all = new Set<Subscriber>()
  let isClosed = false
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
    if (live.size === 0 || isClosed) return
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
      if (position === null || live.size === 0) return
      const page = await readTail(db, [...live.keys()], position, tailPageSize)
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
    const item = { event, cursor: encodeCursor(event.tenantId, event.position) }
    onLive?.(event)
    for (const subscriber of live.get(event.tenantId) ?? []) {
      if (subscriber.overflowed || !subscriber.wants(item)) continue
      if (subscriber.queue.length >= queueLimit) {
        subscriber.overflowed = true
        subscriber.queue.length = 0
      } else {
        subscriber.queue.push(item)
      }
      subscriber.wake()
    }
  }

  /** @returns where the feed stands: everything after that will be in the subscriber's queue */
  async function attach(subscriber: Subscriber): Promise<Position> {
    return exclusively(async () => {
      // With nobody there, nothing was read for a while: go on from now instead of through what nobody asked for.
      if (live.size === 0 || position === null) position = await tailPosition(db)
      if (subscriber.ended) return position
      const neighbours = live.get(subscriber.tenantId) ?? new Set()
      live.set(subscriber.tenantId, neighbours.add(subscriber))
      return position
    })
  }

  function detach(subscriber: Subscriber): void {
    const { tenantId } = subscriber
    subscriber.ended = true
    subscriber.queue.length = 0
    all.delete(subscriber)
    const neighbours = live.get(tenantId)
    neighbours?.delete(subscriber)
    if (neighbours?.size === 0) live.delete(tenantId)
    subscriber.wake()
  }

  const readOnce = (subscriber: Subscriber, after: Position) =>
    onceReachable(subscriber, () => readEventsAfter(db, subscriber.tenantId, after, pageSize))

  /** What was missed, and then a place among the live: from there on everything wanted is in the queue. */
  async function* join(subscriber: Subscriber, after: Position | null): AsyncGenerator<FeedEvent, Position | null> {
    const { tenantId, wants } = subscriber
    let seen = after
    if (seen !== null) {
      const from = seen
      await onceReachable(subscriber, () => requireReachable(db, tenantId, from))
      // First the long way, while nothing is queued: a reader far behind must not be cut for what comes in meanwhile.
      let isBehind = true
      while (isBehind && !subscriber.ended) {
        const page = await readOnce(subscriber, seen)
        for (const event of page) {
          const item = { event, cursor: encodeCursor(tenantId, event.position) }
          if (wants(item)) yield item
          seen = event.position
        }
        isBehind = page.length === pageSize
      }
    }
    if (subscriber.ended) return seen
    const joined = await onceReachable(subscriber, () => attach(subscriber))
    look()
    // Then what came between the last page and the moment of joining; what is later is in the queue.
    while (seen !== null && !subscriber.ended && comparePositions(seen, joined) < 0) {
      const page = await readOnce(subscriber, seen)
      for (const event of page) {
        if (comparePositions(event.position, joined) > 0) return seen
        const item = { event, cursor: encodeCursor(tenantId, event.position) }
        if (wants(item)) yield item
        seen = event.position
      }
      if (page.length < pageSize) break
    }
    return seen
  }

  function follow(
    tenantId: string,
    after: Position | null,
    signal: AbortSignal,
    wants: Wants = () => true,
  ): AsyncIterableIterator<FeedEvent> {
    const subscriber: Subscriber = { tenantId, wants, queue: [], overflowed: false, ended: false, wake: () => {} }
    const end = () => detach(subscriber)
    if (isClosed || signal.aborted) subscriber.ended = true
    else all.add(subscriber)
    signal.addEventListener('abort', end, { once: true })
    const done = () => {
      signal.removeEventListener('abort', end)
      end()
      return { done: true, value: undefined } as const
    }
    /** Null once it has joined. */
    let joining: AsyncGenerator<FeedEvent, Position | null> | null = join(subscriber, after)
    /** The last event that was read before joining; the queue may begin with it. */
    let seen: Position | null = null

    // Written by hand, not as one generator around another: with a thousand readers the steps in between are what an
    // event costs.
    async function next(): Promise<IteratorResult<FeedEvent>> {
      try {
        if (joining !== null && !subscriber.ended) {
          const missed = await joining.next()
          if (missed.done !== true) return subscriber.ended ? done() : missed
          joining = null
          seen = missed.value
        }
        while (!subscriber.ended) {
          if (subscriber.overflowed) throw new TooSlow()
          const item = subscriber.queue.shift()
          if (item === undefined) {
            await new Promise<void>((resolve) => (subscriber.wake = resolve))
          } else if (seen === null || comparePositions(item.event.position, seen) > 0) {
            seen = null
            return { done: false, value: item }
          }
        }
        return done()
      } catch (error) {
        done()
        throw error
      }
    }

    return {
      [Symbol.asyncIterator]() {
        return this
      },
      next,
      return: () => Promise.resolve(done()),
    }
  }

  return {
    follow,
    async close() {
      isClosed = true
      for (const subscriber of all) detach(subscriber)
      clearInterval(poll)
      clearTimeout(heldBack)
      stopLocal()
      await listening.then((stop) => stop()).catch(() => {})
      await reading
    },
  }
}
