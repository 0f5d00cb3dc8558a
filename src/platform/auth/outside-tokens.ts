import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
} from 'jose'
import type { Clock } from '../clock.ts'
import { ApiError } from '../errors.ts'

/** An outside identity provider (Supabase Auth and the like) whose tokens are accepted. */
export interface OutsideIssuer {
  readonly issuer: string
  readonly audience: string
  /** Null: no asymmetric tokens. */
  readonly jwksUrl: string | null
  /** HS256 secret of legacy projects; null: no symmetric tokens. */
  readonly sharedSecret: string | null
}

/** Who an outside token speaks of. */
export interface OutsideIdentity {
  readonly issuer: string
  readonly subject: string
  /** Lower case, and only when the provider says in `email_verified` that it belongs to the person. */
  readonly verifiedEmail: string | null
  readonly expiresAt: Date
}

export type VerifyOutsideToken = (token: string) => Promise<OutsideIdentity | null>

const asymmetric = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA', 'Ed25519']
/** Clocks of two companies differ. */
const clockToleranceSeconds = 30

/**
 * Verifies tokens of one outside issuer. Public keys are fetched once in ten minutes; an unknown `kid` fetches again,
 * at most every 30 s; a fetch takes at most 5 s.
 *
 * The verifier gives null for anything wrong with the token.
 * @throws ApiError (from the verifier) UNAVAILABLE when the provider's keys cannot be fetched
 */
export function createOutsideVerifier(outside: OutsideIssuer, clock: Clock): VerifyOutsideToken {
  const jwks =
    outside.jwksUrl === null
      ? null
      : createRemoteJWKSet(new URL(outside.jwksUrl), {
          cacheMaxAge: 600_000,
          cooldownDuration: 30_000,
          timeoutDuration: 5_000,
        })
  const secret = outside.sharedSecret === null ? null : new TextEncoder().encode(outside.sharedSecret)

  async function verify(token: string): Promise<JWTPayload | null> {
    const options: JWTVerifyOptions = {
      issuer: outside.issuer,
      audience: outside.audience,
      requiredClaims: ['sub', 'exp'],
      currentDate: clock.now(),
      clockTolerance: clockToleranceSeconds,
    }
    // A public key is never tried as an HMAC secret: each kind of key has its own algorithms.
    if (decodeProtectedHeader(token).alg === 'HS256') {
      if (secret === null) return null
      return (await jwtVerify(token, secret, { ...options, algorithms: ['HS256'] })).payload
    }
    if (jwks === null) return null
    return (await jwtVerify(token, jwks, { ...options, algorithms: asymmetric })).payload
  }

  return async (token) => {
    try {
      const payload = await verify(token)
      return payload === null ? null : toIdentity(payload, outside.issuer)
    } catch (error) {
      if (isFaultOfToken(error)) return null
      throw new ApiError('UNAVAILABLE', 'The identity provider cannot be reached.', { cause: error })
    }
  }
}

function toIdentity(payload: JWTPayload, issuer: string): OutsideIdentity | null {
  const { sub, exp, email, email_verified: verified } = payload
  if (typeof sub !== 'string' || sub === '' || exp === undefined) return null
  return {
    issuer,
    subject: sub,
    verifiedEmail: verified === true && typeof email === 'string' ? email.toLowerCase() : null,
    expiresAt: new Date(exp * 1000),
  }
}

function isFaultOfToken(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false
  // A plain JOSEError is jose's word for an answer of the key endpoint that is not 200 or not JSON.
  if (error instanceof errors.JOSEError) return error.code !== 'ERR_JOSE_GENERIC'
  return error instanceof TypeError && error.message.startsWith('Invalid Token')
}
