import type { Ctx, Services } from '../platform/context.ts'
import { unauthenticated } from '../platform/errors.ts'

/**
 * What resolvers get as their third argument. Made by the front door for each HTTP request and each socket operation,
 * after authentication and before parsing.
 */
export interface RequestContext {
  /** Null when no credential was sent. (A wrong one is refused before a context is made.) */
  readonly ctx: Ctx | null
  /** For the few operations that need no authentication: login, refresh. */
  readonly services: Services
  readonly requestId: string
  /** Of the peer, as far as the trusted proxies tell; for sign-in limits and the list of sessions. */
  readonly address: string | null
  readonly userAgent: string | null
  /** Whether the caller can do with what was true some seconds ago; queries alone look at it. Default false. */
  readonly mayBeStale?: boolean
  /** Told when code looks at who asks: what it makes of that must not be shared with others (follow.ts). */
  readonly viewer?: () => void
}

/**
 * The verb context of an authenticated caller.
 * @throws ApiError UNAUTHENTICATED when no credential was sent
 */
export function requireCtx(context: RequestContext): Ctx {
  if (context.ctx === null) throw unauthenticated()
  return context.ctx
}

/** As `requireCtx`, for code whose answer may depend on who asks: notices when it looks at the actor. */
export function watchedCtx(context: RequestContext): Ctx {
  const ctx = requireCtx(context)
  const { viewer } = context
  if (viewer === undefined) return ctx
  return Object.defineProperty({ ...ctx }, 'actor', {
    get() {
      viewer()
      return ctx.actor
    },
  })
}
