import { randomBytes } from 'node:crypto'
import { importProducts } from '../../src/catalog/index.ts'
import { connectChannelAccount } from '../../src/conversations/index.ts'
import type { Ctx, Services } from '../../src/platform/context.ts'
import { createTenant, mintToken } from '../../src/tenancy/index.ts'

/** A tenant of the measurement with everything that a caller of the API or a customer's provider needs. */
export interface Shop {
  readonly tenantId: string
  readonly token: string
  readonly accountId: string
  readonly phoneNumberId: string
  readonly appSecret: string
}

/**
 * So many tenants, each with so many conversations of five messages and one order of three lines, every other one in
 * review; the first ten have fifty entries in their timeline. Their assistant waits `debounceMs` for more before it
 * reads a message.
 */
export async function makeShops(
  services: Services,
  count: number,
  conversations: number,
  debounceMs = 0,
): Promise<Shop[]> {
  const shops: Shop[] = []
  for (let index = 0; index < count; index += 1) {
    const slug = `bench-${index}-${randomBytes(4).toString('hex')}`
    const made = await createTenant(services, { slug, currency: 'EUR', debounceMs })
    if (!made.ok) throw new Error('no tenant')
    const { tenantId } = made
    const ctx: Ctx = { ...services, tenantId, actor: { kind: 'SYSTEM', id: 'bench' }, requestId: 'bench' }
    const products = ['Whole milk', 'Fresh cheese', 'White rice', 'Ground coffee', 'Brown sugar'].map(
      (name, number) => ({
        sku: `P${number}`,
        name,
        unit: 'case',
        price: { amountMinor: 1_250n, currency: 'EUR' },
      }),
    )
    await importProducts(ctx, { products }, null)
    const phoneNumberId = `${Date.now()}${index}${debounceMs}`
    const appSecret = randomBytes(16).toString('hex')
    const secrets = { appSecret, verifyToken: appSecret, accessToken: appSecret }
    const account = await connectChannelAccount(ctx, {
      type: 'WHATSAPP',
      name: 'Orders',
      routingKey: phoneNumberId,
      ...secrets,
    })
    const minted = await mintToken(services, { tenant: slug, role: 'OWNER', ttlMs: 86_400_000 })
    if (!account.ok || !minted.ok) throw new Error('no account or token')
    await services.db.asOwner((owner) => owner.script(history(tenantId, account.channelAccountId, conversations)))
    shops.push({ tenantId, token: minted.token, accountId: account.channelAccountId, phoneNumberId, appSecret })
  }
  await services.db.asOwner((owner) => owner.script('analyze'))
  return shops
}

/** The id of the so manieth object of a kind, the same in every shop. */
export function benchId(prefix: 'cnv' | 'ord', number: number): string {
  return `${prefix}_0${String(number).padStart(25, '0')}`
}

/** How many conversations have fifty entries: 42 messages and 8 events. */
export const longConversations = 10

/** Written in SQL, as the owner of the tables: by the verbs it would take minutes. */
function history(tenant: string, account: string, conversations: number): string {
  const id = (prefix: string, number: string) => `'${prefix}_0' || lpad((${number})::text, 25, '0')`
  const message = '(c * 100 + m)'
  const line = '(c * 10 + l)'
  const words = `'Two cases of whole milk, please, as last week, number ' || m`
  const entries = `case when c <= ${longConversations} then 50 else 5 end`
  const isEvent = `c <= ${longConversations} and m % 6 = 3`
  return `
    insert into customers (tenant_id, id, name, created_at, updated_at)
      select '${tenant}', ${id('cus', 'c')}, 'Customer ' || c, now(), now() from generate_series(1, ${conversations}) c;
    insert into customer_identities (tenant_id, id, customer_id, primary_id, kind, scope, value, created_at)
      select '${tenant}', ${id('cid', 'c')}, ${id('cus', 'c')}, ${id('cid', 'c')}, 'PHONE', '', '+5730' || lpad(c::text, 8, '0'), now()
      from generate_series(1, ${conversations}) c;
    insert into conversations (tenant_id, id, customer_id, identity_id, channel_account_id, last_seq, last_message_seq,
        processed_seq, last_message_at, unread_count, created_at, updated_at)
      select '${tenant}', ${id('cnv', 'c')}, ${id('cus', 'c')}, ${id('cid', 'c')}, '${account}', ${entries}, ${entries}, ${entries},
        now() - c * interval '1 minute', 1, now(), now() from generate_series(1, ${conversations}) c;
    insert into messages (tenant_id, id, conversation_id, channel_account_id, seq, direction, author_kind, author_id, kind,
        content, text, status, sent_at, created_at)
      select '${tenant}', ${id('msg', message)}, ${id('cnv', 'c')}, '${account}', m, 'IN', 'CUSTOMER', ${id('cus', 'c')}, 'TEXT',
        jsonb_build_object('body', ${words}), ${words}, 'RECEIVED', now(), now()
      from generate_series(1, ${conversations}) c, generate_series(1, ${entries}) m where not (${isEvent});
    insert into conversation_events (tenant_id, id, conversation_id, seq, type, actor_kind, actor_id, occurred_at)
      select '${tenant}', ${id('cev', message)}, ${id('cnv', 'c')}, m, 'HANDOVER', 'SYSTEM', 'bench', now()
      from generate_series(1, ${conversations}) c, generate_series(1, ${entries}) m where ${isEvent};
    insert into orders (tenant_id, id, number, status, source, customer_id, conversation_id, currency, total_minor,
        is_complete, confidence, requires_review, review_reasons, review_requested_at, created_by_kind, created_by_id,
        created_at, updated_at)
      select '${tenant}', ${id('ord', 'c')}, c, case c % 2 when 0 then 'REVIEW' else 'PENDING' end, 'CONVERSATION', ${id('cus', 'c')},
        ${id('cnv', 'c')}, 'EUR', 7500, true, 0.62, c % 2 = 0,
        '[{"code": "LOW_CONFIDENCE", "message": "Not sure of the whole order.", "linePosition": null}]',
        case c % 2 when 0 then now() - c * interval '1 minute' end, 'ASSISTANT', 'bench', now(), now()
      from generate_series(1, ${conversations}) c;
    insert into order_lines (tenant_id, id, order_id, position, product_id, sku, name, unit, quantity, currency,
        unit_price_minor, total_minor, options, source, confidence, spans, candidates)
      select '${tenant}', ${id('oln', line)}, ${id('ord', 'c')}, l - 1, p.id, p.sku, p.name, p.unit, 2, 'EUR', 1250, 2500, '[]', 'AI', 0.62,
        jsonb_build_array(jsonb_build_object('messageId', ${id('msg', 'c * 100 + 1')}, 'start', 0, 'end', 23, 'text', 'Two cases of whole milk')), '[]'
      from generate_series(1, ${conversations}) c, generate_series(1, 3) l
      join products p on p.tenant_id = '${tenant}' and p.sku = 'P' || l;
    insert into order_messages (tenant_id, message_id, order_id, created_at)
      select '${tenant}', ${id('msg', 'c * 100 + 1')}, ${id('ord', 'c')}, now() from generate_series(1, ${conversations}) c;
    insert into order_counters (tenant_id, last_number) values ('${tenant}', ${conversations})
      on conflict (tenant_id) do update set last_number = excluded.last_number;`
}
