import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Encrypts small secrets at rest with a key derived from the server's secret.
 *
 * `boundTo` names the row and column, e.g. `signing_keys/sig_…/private_jwk`: a sealed text that was copied to another
 * row does not open there.
 */
export interface Sealer {
  seal(text: string, boundTo: string): string
  /** Null when it was sealed with another secret, bound to something else, or damaged. */
  open(sealed: string, boundTo: string): string | null
}

const version = 'v1'
const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM under a key for this purpose alone, so that one purpose's texts do not open under another. */
export function createSealer(secret: string, purpose: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `parley/${purpose}`, 32))
  return {
    seal(text, boundTo) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo))
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${version}.${sealed.toString('base64url')}`
    },
    open(sealed, boundTo) {
      const [prefix, body = '', ...rest] = sealed.split('.')
      const bytes = Buffer.from(body, 'base64url')
      if (prefix !== version || rest.length > 0 || bytes.length < nonceBytes + tagBytes) return null
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(-tagBytes))
      try {
        const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes))
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
