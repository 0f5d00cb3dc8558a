import ipaddr from 'ipaddr.js'
import type { AuthenticatedActor } from '../auth/actor.ts'
import { hashSecret } from '../auth/secrets.ts'
import { ApiError } from '../errors.ts'
import type { Allowance, Allowances, Standing } from './allowances.ts'
import type { TenantTier } from './tiers.ts'

/** What may be asked for in a minute; it comes back at that pace, and up to a minute of it can be saved. */
export interface BudgetSettings {
  /** Points of cost, for all callers of a tenant together. */
  readonly tenantPointsPerMinute: Readonly<Record<TenantTier, number>>
  /** Operations of one API key or person. */
  readonly operationsPerMinute: number
  /** Requests without a valid credential from one address. */
  readonly anonymousRequestsPerMinute: number
}

/** What is left of a tenant's points; printed into `extensions.cost`. */
export interface Budget {
  readonly available: number
  readonly capacity: number
  /** Points that come back in a second. */
  readonly restoreRate: number
}

/** Who may ask how much, the same over HTTP and WebSocket and over all processes (allowances.ts). */
export interface Budgets {
  /**
   * Counts an operation of this cost before it is executed.
   * @throws ApiError RATE_LIMITED with `retryAfterSeconds`
   */
  admit(actor: AuthenticatedActor, points: number): Budget | Promise<Budget>
  /** What is left to the actor's tenant, as far as this process knows, without taking anything. */
  remaining(actor: AuthenticatedActor): Budget
  /**
   * Counts a request without a valid credential.
   * @throws ApiError RATE_LIMITED with `retryAfterSeconds`
   */
  admitStranger(address: string): void | Promise<void>
}

export function createBudgets(allowances: Allowances, settings: BudgetSettings): Budgets {
  const perMinute = (name: string, capacity: number): Allowance => ({ name, capacity, perSecond: capacity / 60 })

  // A suspended tenant reads on, but not at a price it no longer pays.
  const ofTenant = ({ tenantId, tier, suspended }: AuthenticatedActor) =>
    perMinute(`tenant ${tenantId}`, settings.tenantPointsPerMinute[suspended ? 'FREE' : tier])
  const ofActor = ({ tenantId, id }: AuthenticatedActor) =>
    perMinute(`actor ${tenantId} ${id}`, settings.operationsPerMinute)

  function takeTenants(actor: AuthenticatedActor, points: number): Budget | Promise<Budget> {
    const allowance = ofTenant(actor)
    const standing = allowances.take(allowance, points)
    const budget = (found: Standing) => {
      const left = budgetOf(allowance, found.left)
      if (found.allowed) return left
      throw new ApiError('RATE_LIMITED', 'This tenant has asked for too much in the last minute.', {
        details: { retryAfterSeconds: found.retryAfterSeconds, cost: { requested: points, ...left } },
      })
    }
    return standing instanceof Promise ? standing.then(budget) : budget(standing)
  }

  return {
    admit(actor, points) {
      const standing = allowances.take(ofActor(actor), 1)
      const refuse = tooMany('Too many operations with this credential.')
      if (!(standing instanceof Promise)) {
        refuse(standing)
        return takeTenants(actor, points)
      }
      return standing.then(refuse).then(() => takeTenants(actor, points))
    },
    remaining(actor) {
      const allowance = ofTenant(actor)
      return budgetOf(allowance, allowances.left(allowance))
    },
    admitStranger(address) {
      const standing = allowances.take(
        perMinute(`address ${hashSecret(networkOf(address))}`, settings.anonymousRequestsPerMinute),
        1,
      )
      const refuse = tooMany('Too many requests without a valid credential.')
      return standing instanceof Promise ? standing.then(refuse) : refuse(standing)
    },
  }
}

/** @throws ApiError RATE_LIMITED when the standing is a refusal */
export function tooMany(message: string): (standing: Standing) => void {
  return ({ allowed, retryAfterSeconds }) => {
    if (!allowed) throw new ApiError('RATE_LIMITED', message, { details: { retryAfterSeconds } })
  }
}

function budgetOf({ capacity, perSecond }: Allowance, left: number): Budget {
  return { available: Math.max(0, Math.floor(left)), capacity, restoreRate: Math.floor(perSecond) }
}

/** What one subscriber of a network holds: an IPv4 address, or the /64 of an IPv6 one. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : `${parsed.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
}
