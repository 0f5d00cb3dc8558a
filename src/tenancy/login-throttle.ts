import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../platform/db/database.ts'
import { ApiError } from '../platform/errors.ts'

const windowSeconds = 15 * 60

/**
 * Failed sign-ins allowed in a quarter of an hour. From one address for one e-mail, a person mistypes; from one
 * address for many e-mails, somebody tries a list; for one e-mail from many addresses, somebody has many addresses (and
 * the limit is high, so that the owner is not easily locked out by strangers).
 *
 * Kept in the memory of this process: several nodes allow as many times more.
 */
const limits = { pair: 10, address: 100, email: 50 }

export interface LoginThrottle {
  /**
   * Counts an attempt before it is looked at, so that a hundred at once are a hundred.
   * @throws ApiError RATE_LIMITED with `retryAfterSeconds`
   */
  begin(email: string, address: string): Promise<{ succeeded(): Promise<void> }>
}

const throttles = new WeakMap<Database, LoginThrottle>()

/** The throttle of this process for sign-ins to this database. */
export function loginThrottle(db: Database): LoginThrottle {
  const known = throttles.get(db)
  if (known !== undefined) return known
  const made = createLoginThrottle()
  throttles.set(db, made)
  return made
}

export function createLoginThrottle(): LoginThrottle {
  const limiters = {
    pair: new RateLimiterMemory({ points: limits.pair, duration: windowSeconds }),
    address: new RateLimiterMemory({ points: limits.address, duration: windowSeconds }),
    email: new RateLimiterMemory({ points: limits.email, duration: windowSeconds }),
  }
  return {
    async begin(email, address) {
      const pair = `${address} ${email}`
      try {
        await limiters.pair.consume(pair)
        await limiters.address.consume(address)
        await limiters.email.consume(email)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw new ApiError('RATE_LIMITED', 'Too many attempts to sign in; try again later.', {
          details: { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) },
        })
      }
      return {
        async succeeded() {
          await limiters.pair.delete(pair)
          await limiters.address.reward(address)
          await limiters.email.reward(email)
        },
      }
    },
  }
}
