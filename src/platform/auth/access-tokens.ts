import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { isId } from '../ids.ts'
import { signingAlgorithm, type KeyRing } from './key-ring.ts'
import { roles, type Role } from './permissions.ts'

/** `iss` and `aud` of the server's own tokens. */
export const tokenIssuer = 'urn:parley'
export const tokenAudience = 'urn:parley:api'

/** What an access token says. The role is for readers of the token: what counts is the membership at each request. */
export interface AccessClaims {
  readonly userId: string
  readonly tenantId: string
  readonly role: Role
  /** Null for tokens made by the command line. */
  readonly sessionId: string | null
}

/** Longest life of an access token: what a rotated-out key must go on verifying for. */
export const accessTokenMaxMs = 30 * 24 * 3_600_000

const payload = z.object({
  sub: z.string().refine((id) => isId('user', id)),
  tid: z.string().refine((id) => isId('tenant', id)),
  roles: z.tuple([z.enum(roles)]),
  sid: z
    .string()
    .refine((id) => isId('session', id))
    .optional(),
  exp: z.number(),
})

/** Signs a token that ends after `lifetimeMs` (cut to whole seconds, at most `accessTokenMaxMs`). */
export async function signAccessToken(
  keyRing: KeyRing,
  clock: Clock,
  claims: AccessClaims,
  lifetimeMs: number,
): Promise<{ token: string; expiresAt: Date }> {
  const { kid, key } = await keyRing.signingKey()
  const issuedAt = Math.floor(clock.now().getTime() / 1000)
  const expires = issuedAt + Math.floor(Math.min(lifetimeMs, accessTokenMaxMs) / 1000)
  const session = claims.sessionId === null ? {} : { sid: claims.sessionId }
  const token = await new SignJWT({ tid: claims.tenantId, roles: [claims.role], ...session })
    .setProtectedHeader({ alg: signingAlgorithm, kid, typ: 'at+jwt' })
    .setIssuer(tokenIssuer)
    .setAudience(tokenAudience)
    .setSubject(claims.userId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expires)
    .sign(key)
  return { token, expiresAt: new Date(expires * 1000) }
}

/** What a token says, or null for anything wrong with it: algorithm, key, signature, issuer, audience, times, shape. */
export async function verifyAccessToken(
  keyRing: KeyRing,
  clock: Clock,
  token: string,
): Promise<(AccessClaims & { expiresAt: Date }) | null> {
  try {
    // The key is looked up by `kid` alone and fits one algorithm: nothing in the token chooses how it is verified.
    const kid = keyId(token)
    const key = kid === null ? null : await keyRing.verificationKey(kid)
    if (key === null) return null
    const verified = await jwtVerify(token, key, {
      algorithms: [signingAlgorithm],
      issuer: tokenIssuer,
      audience: tokenAudience,
      typ: 'at+jwt',
      requiredClaims: ['sub', 'tid', 'exp', 'iat'],
      currentDate: clock.now(),
    })
    const {
      sub,
      tid,
      roles: [role],
      sid,
      exp,
    } = payload.parse(verified.payload)
    return { userId: sub, tenantId: tid, role, sessionId: sid ?? null, expiresAt: new Date(exp * 1000) }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null
    throw error
  }
}

function keyId(token: string): string | null {
  try {
    const { kid } = decodeProtectedHeader(token)
    return typeof kid === 'string' && isId('signingKey', kid) ? kid : null
  } catch {
    return null
  }
}

/** Who a token says it is from, unverified: only to choose who verifies it. Null when it is no JWT. */
export function claimedIssuer(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null
  } catch {
    return null
  }
}
