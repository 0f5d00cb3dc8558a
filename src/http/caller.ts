import type { IncomingHttpHeaders } from 'node:http'
import type { RequestContext } from '../graphql/index.ts'
import type { AuthenticatedActor } from '../platform/auth/actor.ts'
import type { Ctx, Services } from '../platform/context.ts'
import { lateChild } from '../platform/log.ts'

/** What a request or a socket brings along to say who it is; all of it comes from the network. */
export interface Credential {
  readonly authorization?: string | undefined
  readonly apiKey?: string | undefined
  /** Slug or id of the tenant, for tokens of an outside provider whose owner works in several. */
  readonly tenant?: string | undefined
}

/** The front door's view of who may come in; given by app.ts. */
export interface Callers {
  /** @throws ApiError UNAUTHENTICATED, the same for whatever is missing or wrong; UNAVAILABLE */
  authenticate(credential: Credential): Promise<AuthenticatedActor>
  /** Calls `onRevoked` once, within two seconds of the credential's end. Returns the way to stop watching. */
  watch(actor: AuthenticatedActor, onRevoked: () => void): () => void
}

export function credentialOfHeaders(headers: IncomingHttpHeaders): Credential | null {
  return credential(headers.authorization, headers['x-api-key'], headers['x-parley-tenant'])
}

/** The payload of `connection_init`: the same names as the headers, as browsers cannot set headers on a WebSocket. */
export function credentialOfInit(payload: Readonly<Record<string, unknown>> | undefined): Credential | null {
  const named = new Map(Object.entries(payload ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
  return credential(
    named.get('authorization'),
    named.get('x-api-key'),
    named.get('x-parley-tenant') ?? named.get('tenant'),
  )
}

function credential(authorization: unknown, apiKey: unknown, tenant: unknown): Credential | null {
  const given = {
    ...(typeof authorization === 'string' ? { authorization } : {}),
    ...(typeof apiKey === 'string' ? { apiKey } : {}),
  }
  if (Object.keys(given).length === 0) return null
  return typeof tenant === 'string' ? { ...given, tenant } : given
}

/** What resolvers are given; `actor` null for a stranger. */
export function requestContext(
  services: Services,
  caller: {
    actor: AuthenticatedActor | null
    requestId: string
    address: string | null
    userAgent: string | null
    mayBeStale?: boolean
  },
): RequestContext {
  const { actor, requestId, address, userAgent, mayBeStale = false } = caller
  return {
    ctx: actor === null ? null : tenantContext(services, actor, requestId),
    services,
    requestId,
    address,
    userAgent,
    mayBeStale,
  }
}

function tenantContext(services: Services, actor: AuthenticatedActor, requestId: string): Ctx {
  const { tenantId } = actor
  return {
    ...services,
    log: lateChild(services.log, { requestId, tenantId }),
    tenantId,
    actor,
    requestId,
  }
}
