import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signHub } from '../../src/platform/channels/signatures.ts'
import { parseDelivery } from '../../src/platform/channels/whatsapp/parse.ts'
import { startConversationsWorld, type ConversationsWorld } from './conversations-world.ts'

const dataDirectory = process.env['PARLEY_BENCH_DATA']
const file = join(dataDirectory ?? '', 'vectors/whatsapp-cloud-api-payloads.json')

/** Public example payloads; which kind each must be read as is said in test/unit/whatsapp-parse.test.ts. */
describe.skipIf(dataDirectory === undefined)('Public example payloads (PARLEY_BENCH_DATA)', () => {
  let world: ConversationsWorld
  beforeAll(async () => void (world = await startConversationsWorld()))
  afterAll(() => world.stop())

  test('are each stored as what they are read as, and none is quarantined', async () => {
    const { updates } = JSON.parse(readFileSync(file, 'utf8')) as { updates: Record<string, Record<string, unknown>> }
    for (const [group, payloads] of Object.entries(updates)) {
      for (const [name, payload] of Object.entries(payloads)) {
        const shop = await world.shop()
        const body = JSON.stringify(payload).replaceAll(
          /"phone_number_id":"[^"]*"/g,
          `"phone_number_id":"${shop.phoneNumberId}"`,
        )
        const receipt = await shop.receive({ body, signature: signHub(body, shop.appSecret) })
        expect(receipt, `${group}/${name}`).toMatchObject({ status: 200, quarantined: 0 })

        const parts = parseDelivery(Buffer.from(body))
        const kinds = parts.flatMap((part) =>
          part.type === 'MESSAGE' || part.type === 'ECHO' ? [part.message.kind] : [],
        )
        const stored = await shop.rows<{ kind: string }>('select kind from messages where tenant_id = $1 order by seq')
        expect(
          stored.map(({ kind }) => kind),
          `${group}/${name}`,
        ).toEqual(kinds)
        const statuses = parts.filter(({ type }) => type === 'STATUS').length
        const kept = await shop.rows(`select 1 from provider_events where tenant_id = $1 and type = 'STATUS'`)
        expect(kept.length, `${group}/${name}`).toBe(statuses)
      }
    }
  })
})
