import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Compares two texts in a time that depends on neither where they differ nor how long they are. */
export function equalInConstantTime(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()
  return timingSafeEqual(digest(left), digest(right))
}

/**
 * The value of `X-Hub-Signature-256`: HMAC-SHA256 over the raw body, keyed by the app secret, in lower-case hex.
 * Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 */
export function signHub(rawBody: Uint8Array | string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`
}

/**
 * Whether `X-Hub-Signature-256` belongs to these bytes. The bytes must be those on the wire: Meta escapes non-ASCII
 * (`\u00e9`), so a body that was parsed and printed again has another signature.
 */
export function verifyHub(rawBody: Uint8Array | string, signature: string | undefined, appSecret: string): boolean {
  if (signature === undefined || appSecret === '') return false
  return equalInConstantTime(signature, signHub(rawBody, appSecret))
}
