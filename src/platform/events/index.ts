export { appendEvent, appendEvents, newEvents, type NewEvent } from './append.ts'
export { createEventFeed, TooSlow, type EventFeed, type FeedEvent, type Wants } from './feed.ts'
export { decodeCursor, encodeCursor, logStart, type Position } from './position.ts'
export { headPosition, heldBackSeconds, readEventsAfter, type LogEvent } from './read.ts'
