import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { equalInConstantTime, signHub, verifyHub } from '../../src/platform/channels/index.ts'
import { signDelivery } from '../../src/platform/channels/whatsapp/compose.ts'

const dataDirectory = process.env['PARLEY_BENCH_DATA']

describe('X-Hub-Signature-256', () => {
  const empty = '{"object":"whatsapp_business_account","entry":[]}'
  const escaped = String.raw`{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"t":"caf\u00e9 \ud83c\udf45"}}]}]}`

  it.each([
    [empty, '523505d20f6a97026a425949264490ca97eab5d4ba6cd6a0f56f7557599d7f7b'],
    [escaped, 'f8917948a53f7a9ca421eea5f1c5a06712a690fbcfab445c5adfb423eb2ec53d'],
  ])('is the HMAC of the bytes as they came: %s', (body, hex) => {
    expect(signHub(body, 'app_secret_test')).toBe(`sha256=${hex}`)
    expect(verifyHub(Buffer.from(body), `sha256=${hex}`, 'app_secret_test')).toBe(true)
  })

  it('does not belong to the same JSON printed anew', () => {
    const signature = signHub(escaped, 'app_secret_test')
    expect(verifyHub(JSON.stringify(JSON.parse(escaped)), signature, 'app_secret_test')).toBe(false)
  })

  it.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['has no prefix', signHub(empty, 'app_secret_test').slice(7)],
    ['is in capitals', signHub(empty, 'app_secret_test').toUpperCase()],
    ['is of another secret', signHub(empty, 'another')],
    ['has a byte more', `${signHub(empty, 'app_secret_test')}0`],
  ])('is refused when it %s', (_what, signature) => {
    expect(verifyHub(empty, signature, 'app_secret_test')).toBe(false)
  })

  it('is never right for an empty secret', () => {
    expect(verifyHub(empty, signHub(empty, ''), '')).toBe(false)
  })

  it('is made by us as Meta makes it: everything outside ASCII escaped', () => {
    const { body, headers } = signDelivery({ t: 'café 🍅' }, 'app_secret_test')
    expect(body).toBe(String.raw`{"t":"caf\u00e9 \ud83c\udf45"}`)
    expect(verifyHub(body, headers['x-hub-signature-256'], 'app_secret_test')).toBe(true)
  })

  it.skipIf(dataDirectory === undefined)('agrees with every public vector (PARLEY_BENCH_DATA)', () => {
    const vectors = readVectors()
    expect(vectors.length).toBeGreaterThan(0)
    for (const { payload, signature, secret, valid } of vectors) {
      expect(verifyHub(payload, signature, secret), `${secret} ${payload}`).toBe(valid)
    }
  })
})

describe('Comparing in constant time', () => {
  it('says whether texts are equal, whatever their lengths', () => {
    expect(equalInConstantTime('a', 'a')).toBe(true)
    expect(equalInConstantTime('a', 'b')).toBe(false)
    expect(equalInConstantTime('a', 'aa')).toBe(false)
    expect(equalInConstantTime('', '')).toBe(true)
  })
})

function readVectors(): { payload: string; signature: string; secret: string; valid: boolean }[] {
  const file = readFileSync(join(dataDirectory ?? '', 'vectors/hub-signature-256.json'), 'utf8')
  return (JSON.parse(file) as { verify: { payload: string; signature: string; secret: string; valid: boolean }[] })
    .verify
}
