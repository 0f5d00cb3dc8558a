/** The only source of the current time, so that a test can hold it still or move it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
