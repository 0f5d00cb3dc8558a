import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const argon2Async = promisify(argon2)

interface Parameters {
  readonly memoryKib: number
  readonly passes: number
  readonly parallelism: number
}

/** The first of OWASP's equivalent settings for argon2id: 19 MiB, two passes, one lane (about 30 ms). */
const current: Parameters = { memoryKib: 19_456, passes: 2, parallelism: 1 }
const tagBytes = 32
const phcPattern =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

/** Longest password that is hashed, in UTF-8 bytes: enough for any passphrase, too short to keep the server busy. */
export const passwordMaxBytes = 1024

/** Hashes a password of at most `passwordMaxBytes` to a PHC string; normalised, so keyboards do not matter. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, current, tagBytes)
  const { memoryKib, passes, parallelism } = current
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

/**
 * Compares a password with a stored hash. Null (unknown person, or one without a password) costs the same time and is
 * always wrong. `rehash`: right, but stored with other parameters than today's.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<{ right: boolean; rehash: boolean }> {
  const acceptable = Buffer.byteLength(password.normalize('NFKC')) <= passwordMaxBytes
  const hash = stored === null || !acceptable ? null : parsePhc(stored)
  const parameters = hash?.parameters ?? current
  const tag = await derive(password, hash?.salt ?? Buffer.alloc(16), parameters, hash?.tag.length ?? tagBytes)
  const right = hash !== null && timingSafeEqual(tag, hash.tag)
  const outdated =
    parameters.memoryKib !== current.memoryKib ||
    parameters.passes !== current.passes ||
    parameters.parallelism !== current.parallelism ||
    tag.length !== tagBytes
  return { right, rehash: right && outdated }
}

function derive(password: string, salt: Buffer, parameters: Parameters, tagLength: number): Promise<Buffer> {
  return argon2Async('argon2id', {
    message: Buffer.from(password.normalize('NFKC'), 'utf8').subarray(0, passwordMaxBytes),
    nonce: salt,
    memory: parameters.memoryKib,
    passes: parameters.passes,
    parallelism: parameters.parallelism,
    tagLength,
  })
}

function parsePhc(text: string): { parameters: Parameters; salt: Buffer; tag: Buffer } | null {
  const [, memory, passes, parallelism, salt, tag] = phcPattern.exec(text) ?? []
  if (salt === undefined || tag === undefined) return null
  return {
    parameters: { memoryKib: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
