import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, passwordMaxBytes, verifyPassword } from '../../src/platform/auth/passwords.ts'

test('a password is stored as argon2id with 19 MiB, two passes and one lane, never twice the same', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])

  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(one).not.toBe(two)
})

test('the right password is accepted and needs no new hash', async () => {
  const stored = await hashPassword('correct horse')

  expect(await verifyPassword('correct horse', stored)).toEqual({ right: true, rehash: false })
  expect(await verifyPassword('correct horsf', stored)).toEqual({ right: false, rehash: false })
})

test('a password typed with composed and with combining characters is the same', async () => {
  const stored = await hashPassword('contrase\u00f1a segura')

  expect(await verifyPassword('contrasen\u0303a segura', stored)).toEqual({ right: true, rehash: false })
})

test('a hash of weaker parameters is accepted and asks to be renewed', async () => {
  const salt = Buffer.alloc(16, 7)
  const tag = argon2Sync('argon2id', {
    message: 'old password',
    nonce: salt,
    memory: 4096,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  })
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  const stored = `$argon2id$v=19$m=4096,t=1,p=1$${text(salt)}$${text(tag)}`

  expect(await verifyPassword('old password', stored)).toEqual({ right: true, rehash: true })
  expect(await verifyPassword('other password', stored)).toEqual({ right: false, rehash: false })
})

test('whoever has no password, or a damaged hash, is refused after the same work', async () => {
  const stored = await hashPassword('correct horse')
  const spent = async (hash: string | null) => {
    const began = process.hrtime.bigint()
    expect(await verifyPassword('correct horse!', hash)).toEqual({ right: false, rehash: false })
    return Number(process.hrtime.bigint() - began)
  }
  // Side by side, and the shortest of each: a busy machine only ever adds time.
  const shortest = { known: Infinity, unknown: Infinity, damaged: Infinity }
  for (let round = 0; round < 5; round++) {
    shortest.known = Math.min(shortest.known, await spent(stored))
    shortest.unknown = Math.min(shortest.unknown, await spent(null))
    shortest.damaged = Math.min(shortest.damaged, await spent('$argon2id$v=19$nonsense'))
  }

  // Skipping the hash would be some thousand times faster.
  expect(shortest.unknown).toBeGreaterThan(shortest.known / 10)
  expect(shortest.damaged).toBeGreaterThan(shortest.known / 10)
})

test('a password longer than what is hashed is refused, not cut', async () => {
  const stored = await hashPassword('x'.repeat(passwordMaxBytes))

  expect(await verifyPassword('x'.repeat(passwordMaxBytes), stored)).toEqual({ right: true, rehash: false })
  expect(await verifyPassword('x'.repeat(passwordMaxBytes + 1), stored)).toEqual({ right: false, rehash: false })
})
