import type { FastifyRequest } from 'fastify'
import type { Budgets } from '../platform/limits/budgets.ts'
import { credentialOfHeaders, type Callers } from './caller.ts'

/** Sets the request's `actor`; leaves it null for a stranger. @throws ApiError UNAUTHENTICATED, RATE_LIMITED */
export type Identify = (request: FastifyRequest) => Promise<void>

/**
 * Finds out who sends the request. Nobody is fine (sign-in needs that), somebody wrong is not; both may only try so
 * often from one address.
 */
export function createIdentify({ callers, budgets }: { callers: Callers; budgets: Budgets }): Identify {
  return async (request) => {
    const credential = credentialOfHeaders(request.headers)
    let refused: unknown = null
    if (credential !== null) {
      try {
        request.actor = await callers.authenticate(credential)
        return
      } catch (error) {
        refused = error
      }
    }
    await budgets.admitStranger(request.ip)
    if (refused !== null) throw refused
  }
}
