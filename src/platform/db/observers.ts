import type { Logger } from 'drizzle-orm'

/** Who wants to know of every statement; see `Database.onStatement`. */
export interface StatementObservers {
  readonly add: (observe: (text: string) => void) => () => void
  readonly tell: (text: string) => void
  /** The same as a Drizzle logger; parameters are not passed on. */
  readonly drizzleLogger: Logger
}

export function createObservers(): StatementObservers {
  const observers = new Set<(text: string) => void>()
  const tell = (text: string) => {
    for (const observe of observers) observe(text)
  }
  return {
    add(observe) {
      const own = (text: string) => observe(text)
      observers.add(own)
      return () => void observers.delete(own)
    },
    tell,
    drizzleLogger: { logQuery: tell },
  }
}
