import { createLocalJWKSet, jwtVerify } from 'jose'

const keys = createLocalJWKSet(JSON.parse(process.env.JWKS ?? '{"keys":[]}'))
/** Verified tokens until they end: verifying a signature for each request would cost more than answering it. */
const known = new Map()

/**
 * The tenant that a request's bearer token names, null for a wrong one: Parley's own tokens, signature and claims
 * checked by jose the first time each is seen. (Parley itself also looks every 1.5 s whether the member is still one.)
 */
export async function tenantOf(authorization) {
  const token = authorization?.startsWith('Bearer ') ? authorization.slice(7) : ''
  const before = known.get(token)
  if (before !== undefined && before.endsAtMs > Date.now()) return before.tenant
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['EdDSA'],
      issuer: 'urn:parley',
      audience: 'urn:parley:api',
      requiredClaims: ['tid', 'exp'],
    })
    if (!/^ten_[0-9a-z]{26}$/.test(payload.tid)) return null
    known.set(token, { tenant: payload.tid, endsAtMs: payload.exp * 1000 })
    return payload.tid
  } catch {
    return null
  }
}
