import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSealer } from '../../src/platform/auth/seal.ts'
import { serverSecret } from '../../src/platform/auth/server-secret.ts'

const secret = 'a secret of at least thirty-two characters'

test('a sealed text opens with the same secret, purpose and place', () => {
  const sealer = createSealer(secret, 'signing-keys')
  const sealed = sealer.seal('{"d":"ñandú"}', 'signing_keys/1/private_jwk')

  expect(sealed).not.toContain('ñandú')
  expect(sealer.open(sealed, 'signing_keys/1/private_jwk')).toBe('{"d":"ñandú"}')
  expect(sealer.seal('{"d":"ñandú"}', 'signing_keys/1/private_jwk')).not.toBe(sealed)
})

test('a sealed text opens with no other secret, purpose or place, and not when changed', () => {
  const sealer = createSealer(secret, 'signing-keys')
  const sealed = sealer.seal('private', 'row 1')
  const flipped = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`

  expect(createSealer(`${secret}!`, 'signing-keys').open(sealed, 'row 1')).toBeNull()
  expect(createSealer(secret, 'channel-secrets').open(sealed, 'row 1')).toBeNull()
  expect(sealer.open(sealed, 'row 2')).toBeNull()
  expect(sealer.open(flipped, 'row 1')).toBeNull()
  expect(sealer.open(sealed.slice(0, 10), 'row 1')).toBeNull()
  expect(sealer.open('', 'row 1')).toBeNull()
})

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-secret-'))
})
afterEach(() => rm(directory, { recursive: true }))

test('the first start makes one secret that only its owner can read, whoever asks first', async () => {
  const data = join(directory, 'data')
  const secrets = await Promise.all([serverSecret(null, data), serverSecret(null, data), serverSecret(null, data)])

  expect(new Set(secrets).size).toBe(1)
  expect(secrets[0]?.length).toBeGreaterThanOrEqual(43)
  expect((await readFile(join(data, 'secret'), 'utf8')).trim()).toBe(secrets[0])
  expect((await stat(join(data, 'secret'))).mode & 0o777).toBe(0o600)
})

test('a configured secret is used as it is and nothing is written', async () => {
  const data = join(directory, 'data')

  expect(await serverSecret(secret, data)).toBe(secret)
  await expect(stat(data)).rejects.toThrow('ENOENT')
})

test('a damaged secret is reported with its path and the way out', async () => {
  await writeFile(join(directory, 'secret'), '\n')

  await expect(serverSecret(null, directory)).rejects.toThrow(/secret is damaged: restore it, or delete it/)
})
