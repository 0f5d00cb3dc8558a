import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 random bytes as text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 as base64url: enough for secrets of 32 random bytes, which cannot be guessed however fast the hash is. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'base64url')
}

/** Compares a presented secret with a stored hash in constant time. */
export function secretMatches(secret: string, storedHash: string): boolean {
  const presented = Buffer.from(hashSecret(secret))
  const stored = Buffer.from(storedHash)
  return presented.length === stored.length && timingSafeEqual(presented, stored)
}
