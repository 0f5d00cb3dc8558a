import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftOrder } from '../../src/orders/draft.ts'
import { newId } from '../../src/platform/ids.ts'
import { openShop, readLine, type Shop } from '../kit/commerce.ts'
import { onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'

describe('the same order by two channels', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await startTestDatabase()
  })
  afterAll(() => database.stop())

  /** Another conversation of the same customer, on another account. */
  async function otherChannel(shop: Shop): Promise<string> {
    const [accountId, conversationId] = [newId('channelAccount'), newId('conversation')]
    await database.db.asOwner(async (owner) => {
      await owner.query(
        `insert into channel_accounts (tenant_id, id, type, name, routing_key, portfolio_id, app_secret_sealed,
           verify_token_sealed, created_at, updated_at)
         select tenant_id, $3, type, name, $3, portfolio_id, '', '', now(), now() from channel_accounts
         where tenant_id = $1 and id = (select channel_account_id from conversations where tenant_id = $1 and id = $2)`,
        [shop.tenantId, shop.conversationId, accountId],
      )
      await owner.query(
        `insert into conversations (tenant_id, id, customer_id, identity_id, channel_account_id, last_message_at,
           created_at, updated_at)
         select tenant_id, $3, customer_id, identity_id, $4, now(), now(), now() from conversations
         where tenant_id = $1 and id = $2`,
        [shop.tenantId, shop.conversationId, conversationId, accountId],
      )
    })
    return conversationId
  }

  async function twoWays() {
    const shop = await openShop(database.db)
    const ids = await shop.stock([{ sku: 'MILK', name: 'Leche', price: { amountMinor: 4_200n } }])
    const conversations = [shop.conversationId, await otherChannel(shop)]
    const [first, second] = conversations.map((conversationId) => async () => {
      const { order } = await shop.within((tx) =>
        draftOrder(shop.assistant, tx, {
          customerId: shop.customerId,
          conversationId,
          lines: [readLine(ids['MILK'] ?? '', { quantity: '2' })],
          confidence: 0.95,
          reasons: [],
          aiResponseId: null,
          sourceMessageIds: [],
        }),
      )
      return order
    })
    if (first === undefined || second === undefined) throw new Error('There are two.')
    return { shop, first, second }
  }

  test('is flagged within half a day, unless the first was called off', async () => {
    const { shop, first, second } = await twoWays()
    const { id } = await first()
    shop.clock.move(12 * 3_600_000 - 1)
    expect(await second()).toMatchObject({
      status: 'REVIEW',
      duplicateOfOrderId: id,
      reviewReasons: [{ code: 'POSSIBLE_DUPLICATE' }],
    })
    await database.db.asOwner((owner) =>
      owner.query(`update orders set status = 'CANCELLED', review_requested_at = null where tenant_id = $1`, [
        shop.tenantId,
      ]),
    )
    expect(await second()).toMatchObject({ status: 'CONFIRMED', duplicateOfOrderId: null })
    shop.clock.move(12 * 3_600_000)
    expect(await first()).toMatchObject({ status: 'CONFIRMED', duplicateOfOrderId: null })
  })

  onManyConnections('is flagged when both come at the same moment', async () => {
    const { first, second } = await twoWays()
    const both = await Promise.all([first(), second()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['CONFIRMED', 'REVIEW'])
  })
})
