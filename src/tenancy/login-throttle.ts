import { hashSecret } from '../platform/auth/secrets.ts'
import type { Database } from '../platform/db/database.ts'
import { allowancesOf, type Allowance } from '../platform/limits/allowances.ts'
import { networkOf, tooMany } from '../platform/limits/budgets.ts'

const windowSeconds = 15 * 60

/**
 * Failed sign-ins allowed at once; as many come back within a quarter of an hour. From one address for one e-mail, a
 * person mistypes; from one address for many e-mails, somebody tries a list; for one e-mail from many addresses,
 * somebody has many addresses (and the limit is high, so that the owner is not easily locked out by strangers).
 */
const limits = { pair: 10, address: 100, email: 50 }

export interface LoginThrottle {
  /**
   * Counts an attempt before it is looked at, so that a hundred at once are a hundred, over all processes.
   * @throws ApiError RATE_LIMITED with `retryAfterSeconds`
   */
  begin(email: string, address: string): Promise<{ succeeded(): Promise<void> }>
}

/** The throttle for sign-ins to this database. */
export function loginThrottle(db: Database): LoginThrottle {
  const allowances = allowancesOf(db)
  return {
    async begin(email, address) {
      const from = networkOf(address)
      const pair = attempts('pair', `${from} ${email}`)
      const others = [attempts('address', from), attempts('email', email)]
      for (const allowance of [pair, ...others]) {
        tooMany('Too many attempts to sign in; try again later.')(await allowances.take(allowance, 1))
      }
      return {
        async succeeded() {
          await allowances.give(pair, pair.capacity)
          await Promise.all(others.map((allowance) => allowances.give(allowance, 1)))
        },
      }
    },
  }
}

function attempts(kind: keyof typeof limits, who: string): Allowance {
  const capacity = limits[kind]
  return { name: `login ${kind} ${hashSecret(who)}`, capacity, perSecond: capacity / windowSeconds, exact: true }
}
