import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignConversation, pauseBot, setBot } from '../../src/conversations/change-hands.ts'
import {
  pendConversation,
  reopenConversation,
  resolveConversation,
  snoozeConversation,
  wakeConversation,
} from '../../src/conversations/change-status.ts'
import { connectChannelAccount, updateChannelAccount } from '../../src/conversations/connect-account.ts'
import { markConversationRead } from '../../src/conversations/mark-read.ts'
import { finishTurn, loadTurn } from '../../src/conversations/turn.ts'
import { updateCustomer } from '../../src/customers/update.ts'
import type { Ctx } from '../../src/platform/context.ts'
import { queryRows } from '../../src/platform/db/query.ts'
import { newId } from '../../src/platform/ids.ts'
import { startConversationsWorld, type ConversationsWorld, type Shop } from './conversations-world.ts'

let world: ConversationsWorld
beforeAll(async () => {
  world = await startConversationsWorld()
})
afterAll(() => world.stop())

const minute = 60_000

interface Row {
  id: string
  status: string
  unread_count: number
  version: number
  bot_state: string
  assignee_id: string | null
  customer_id: string
}

async function talk(): Promise<{ shop: Shop; staff: Ctx; id: string; row: () => Promise<Row> }> {
  const shop = await world.shop()
  const [message] = (await shop.receive(shop.compose('hola'))).messages
  const id = message?.conversationId ?? ''
  return {
    shop,
    staff: await shop.as('OPERATOR'),
    id,
    async row() {
      const [row] = await shop.rows<Row>('select * from conversations where tenant_id = $1 and id = $2', [id])
      if (row === undefined) throw new Error('no such conversation')
      return row
    },
  }
}

describe('A conversation', () => {
  it('moves between its states as a person says, and tells the timeline and the log', async () => {
    const { shop, staff, id, row } = await talk()
    expect(await pendConversation(staff, { id })).toEqual({ ok: true, conversationId: id })
    expect(await row()).toMatchObject({ status: 'PENDING' })
    await resolveConversation(staff, { id })
    expect(await row()).toMatchObject({ status: 'RESOLVED', unread_count: 0 })
    await reopenConversation(staff, { id })
    expect(await row()).toMatchObject({ status: 'OPEN' })

    expect(await shop.rows('select kind, seq from timeline_entries where tenant_id = $1 order by seq')).toEqual([
      { kind: 'MESSAGE', seq: 1 },
      { kind: 'EVENT', seq: 2 },
      { kind: 'EVENT', seq: 3 },
      { kind: 'EVENT', seq: 4 },
    ])
    expect(
      await shop.rows(
        `select data from events where tenant_id = $1 and type = 'conversation.updated' order by xid, seq`,
      ),
    ).toEqual([{ data: { status: 'PENDING' } }, { data: { status: 'RESOLVED' } }, { data: { status: 'OPEN' } }])
  })

  it('refuses a step that leads nowhere, and a version that is not the present one', async () => {
    const { staff, id, row } = await talk()
    const { version } = await row()
    expect(await reopenConversation(staff, { id })).toMatchObject({ errors: [{ code: 'TRANSITION_REFUSED' }] })
    expect(await resolveConversation(staff, { id, expectedVersion: version + 1 })).toMatchObject({
      errors: [{ __typename: 'VersionConflict', currentVersion: version }],
    })
    expect(await row()).toMatchObject({ status: 'OPEN', version })
  })

  it('cannot be reopened beside a newer open one of the same person', async () => {
    const { shop, staff, id } = await talk()
    await resolveConversation(staff, { id })
    world.advance(25 * 60 * minute)
    await shop.receive(shop.compose('otra cosa'))
    expect(await reopenConversation(staff, { id })).toMatchObject({ errors: [{ code: 'TRANSITION_REFUSED' }] })
  })

  it('sleeps until its time, and a job of an earlier snooze does not wake it', async () => {
    const { shop, staff, id, row } = await talk()
    const wake = () => wakeConversation(shop.ctx, { tenantId: shop.tenantId, conversationId: id, requestId: 'r' })
    world.jobs.length = 0
    await snoozeConversation(staff, { id, until: new Date(world.now().getTime() + minute) })
    await snoozeConversation(staff, { id, until: new Date(world.now().getTime() + 2 * minute) })
    expect(world.jobs).toMatchObject([{ name: 'conversation.wake', delayMs: minute }, { delayMs: 2 * minute }])

    world.advance(minute)
    await wake()
    expect(await row()).toMatchObject({ status: 'SNOOZED' })
    world.advance(minute)
    await wake()
    expect(await row()).toMatchObject({ status: 'OPEN', snoozed_until: null })
    expect(await snoozeConversation(staff, { id, until: world.now() })).toMatchObject({ errors: [{ path: ['until'] }] })
  })

  it('is read by the team up to now', async () => {
    const { staff, id, row } = await talk()
    await markConversationRead(staff, { id })
    const { unread_count: unread, version } = await row()
    await markConversationRead(staff, { id })
    expect(unread).toBe(0)
    expect(await row()).toMatchObject({ version })
  })

  it('is given to a member, and to nobody else', async () => {
    const { shop, staff, id, row } = await talk()
    const stranger = await (await world.shop()).as('OPERATOR')
    expect(await assignConversation(staff, { id, assigneeId: stranger.actor.id })).toMatchObject({
      errors: [{ code: 'INVALID_INPUT', path: ['assigneeId'] }],
    })
    await assignConversation(staff, { id, assigneeId: staff.actor.id })
    expect(await row()).toMatchObject({ assignee_id: staff.actor.id })
    await shop.rows('update memberships set removed_at = now() where tenant_id = $1')
    expect(await assignConversation(staff, { id, assigneeId: null })).toMatchObject({ ok: true })
    expect(await assignConversation(staff, { id, assigneeId: staff.actor.id })).toMatchObject({ ok: false })
  })

  it('of another tenant is answered as one that never existed', async () => {
    const [mine, theirs] = [await talk(), await talk()]
    const before = await theirs.row()
    const verbs = [
      (id: string) => resolveConversation(mine.staff, { id }),
      (id: string) => reopenConversation(mine.staff, { id }),
      (id: string) => snoozeConversation(mine.staff, { id, until: new Date(world.now().getTime() + minute) }),
      (id: string) => markConversationRead(mine.staff, { id }),
      (id: string) => assignConversation(mine.staff, { id, assigneeId: null }),
      (id: string) => setBot(mine.staff, { id, active: false }),
    ]
    for (const verb of verbs) {
      const answer = await verb(theirs.id)
      expect(answer).toMatchObject({ ok: false, errors: [{ code: 'NOT_FOUND' }] })
      expect(answer).toEqual(await verb(newId('conversation')))
    }
    expect(await theirs.row()).toEqual(before)
  })
})

describe('The assistant', () => {
  const load = (shop: Shop, id: string) => shop.ctx.db.withTenant(shop.tenantId, (tx) => loadTurn(shop.ctx, tx, id))

  it('reads what the customer sent since it last read, once', async () => {
    const { shop, id } = await talk()
    await shop.receive(shop.compose({ type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }))
    await shop.receive(
      shop.compose({ type: 'order', order: { product_items: [{ product_retailer_id: 'A', quantity: 2 }] } }),
    )
    const turn = await load(shop, id)
    expect(turn?.messages.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['TEXT', 1],
      ['ORDER', 3],
    ])
    if (turn === null) throw new Error('nothing to read')

    const finish = () => shop.ctx.db.withTenant(shop.tenantId, (tx) => finishTurn(shop.ctx, tx, turn))
    expect([(await finish()) === null, (await finish()) === null]).toEqual([false, true])
    expect(await load(shop, id)).toBeNull()
  })

  it('does not read what came while it was off, and writes nothing when it was switched off meanwhile', async () => {
    const { shop, staff, id } = await talk()
    const turn = await load(shop, id)
    if (turn === null) throw new Error('nothing to read')
    await setBot(staff, { id, active: false })
    expect(await shop.ctx.db.withTenant(shop.tenantId, (tx) => finishTurn(shop.ctx, tx, turn))).toBeNull()
    world.jobs.length = 0
    await shop.receive(shop.compose('mientras tanto'))
    expect(world.jobs).toEqual([])
    expect(await load(shop, id)).toBeNull()

    await setBot(staff, { id, active: true })
    expect(await load(shop, id)).toBeNull()
    await shop.receive(shop.compose('después'))
    expect((await load(shop, id))?.messages.map(({ text }) => text)).toEqual(['después'])
  })

  it('hands over with a reason', async () => {
    const { shop, id, row } = await talk()
    await shop.ctx.db.withTenant(shop.tenantId, (tx) => pauseBot(shop.ctx, tx, id, 'BUDGET'))
    expect(await row()).toMatchObject({ bot_state: 'PAUSED', bot_reason: 'BUDGET' })
  })
})

describe('A channel account', () => {
  const input = {
    type: 'WHATSAPP',
    name: 'Shop',
    routingKey: '4242',
    appSecret: 'the app secret',
    verifyToken: 'the verify token',
    accessToken: 'the access token',
  } as const

  it('keeps its secrets sealed', async () => {
    const shop = await world.shop()
    const [row] = await shop.rows('select * from channel_accounts where tenant_id = $1')
    expect(JSON.stringify(row)).not.toMatch(/the (verify|access) token/)
    expect(JSON.stringify(row)).not.toContain(shop.appSecret)
  })

  it('has a routing key that nobody else can connect, and says no more than that', async () => {
    const [mine, theirs] = [await world.shop(), await world.shop()]
    const attempt = (routingKey: string) => connectChannelAccount(mine.ctx, { ...input, routingKey })

    const foreign = await attempt(theirs.phoneNumberId)

    expect(foreign).toMatchObject({ ok: false, errors: [{ code: 'ALREADY_EXISTS', path: ['input', 'routingKey'] }] })
    expect(foreign).toEqual(await attempt(mine.phoneNumberId))
    expect(await mine.rows('select 1 from channel_accounts where tenant_id = $1')).toHaveLength(1)
    const routes = await mine.ctx.db.withTenant(mine.tenantId, (tx) =>
      queryRows<{ id: string }>(tx, sql`select id from channel_routes`),
    )
    expect(routes).toEqual([{ id: mine.accountId }])
  })

  it('needs what it needs, told all at once', async () => {
    const shop = await world.shop()
    const refused = await connectChannelAccount(shop.ctx, {
      ...input,
      name: ' ',
      routingKey: 'no key',
      appSecret: 'short',
    })
    expect(refused).toMatchObject({
      errors: [{ path: ['input', 'name'] }, { path: ['input', 'routingKey'] }, { path: ['input', 'appSecret'] }],
    })
    expect(await connectChannelAccount(shop.ctx, { ...input, type: 'SMS' })).toMatchObject({
      errors: [{ path: ['input', 'type'] }],
    })
  })

  it('believes deliveries by its new secret after a change', async () => {
    const shop = await world.shop()
    await updateChannelAccount(shop.ctx, { id: shop.accountId, input: { appSecret: 'the new secret' } })
    expect(await shop.receive(shop.compose('viejo'))).toMatchObject({ status: 401 })
    expect(await shop.receive(shop.compose('nuevo', { appSecret: 'the new secret' }))).toMatchObject({ status: 200 })
  })
})

describe('A customer', () => {
  it('is changed where the input says something', async () => {
    const { shop, staff, row } = await talk()
    const id = (await row()).customer_id
    await updateCustomer(staff, { id, input: { name: 'Tienda Ana', code: 'A-1', language: 'es' } })
    await updateCustomer(staff, { id, input: { language: null } })
    expect(await shop.rows('select name, code, language, version from customers where tenant_id = $1')).toEqual([
      { name: 'Tienda Ana', code: 'A-1', language: null, version: 3 },
    ])
  })

  it('has a code of its own', async () => {
    const { shop, staff, row } = await talk()
    const id = (await row()).customer_id
    await shop.receive(shop.compose('hola', { from: '+573009998877' }))
    const [other] = await shop.rows<{ id: string }>('select id from customers where tenant_id = $1 and id <> $2', [id])
    await updateCustomer(staff, { id, input: { code: 'A-1' } })
    expect(await updateCustomer(staff, { id: other?.id ?? '', input: { code: 'A-1' } })).toMatchObject({
      errors: [{ code: 'ALREADY_EXISTS', path: ['input', 'code'] }],
    })
    expect(await updateCustomer(staff, { id, input: { name: '', language: 'Spanish' } })).toMatchObject({
      errors: [{ path: ['input', 'name'] }, { path: ['input', 'language'] }],
    })
    expect(await updateCustomer(staff, { id, input: {}, expectedVersion: 9 })).toMatchObject({
      errors: [{ currentVersion: 2 }],
    })
    expect(await updateCustomer(staff, { id: newId('customer'), input: {} })).toMatchObject({
      errors: [{ code: 'NOT_FOUND' }],
    })
  })
})
