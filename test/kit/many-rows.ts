import type { OwnerConnection } from '../../src/platform/db/database.ts'

/** How much each tenant has. */
export interface TenantSize {
  /** As many customers as conversations, each with one identity. */
  readonly conversations: number
  readonly messagesEach: number
  readonly orders: number
  readonly products: number
  readonly docs: number
}

/** The id of the n-th row of a kind; ids of different tenants are alike, which the key allows. */
export function numberedId(prefix: string, number: number): string {
  return `${prefix}_0${String(number).padStart(25, '0')}`
}

const id = (prefix: string, number: string) => `'${prefix}_0' || lpad((${number})::text, 25, '0')`

/**
 * Tenants `from` to `to` (ids `numberedId('ten', n)`, slugs `many-n`), written in SQL as the owner of the tables: by the
 * verbs it would take hours. Every state, kind and author occurs; times are spread over a year, so that a page is a
 * small part of a list. References are right by construction, so they are not checked one by one.
 */
export async function seedManyRows(owner: OwnerConnection, from: number, to: number, size: TenantSize): Promise<void> {
  const { conversations, messagesEach, orders, products, docs } = size
  const tenants = `generate_series(${from}, ${to}) t, lateral (select ${id('ten', 't')} as tenant) as named`
  const each = (count: number, name: string) => `${tenants}, generate_series(1, ${count}) ${name}`
  const nth = (values: readonly string[], number: string) =>
    `(array[${values.map((value) => `'${value}'`).join(', ')}])[1 + (${number}) % ${values.length}]`
  const longAgo = (number: string, count: number) => `now() - (${number}) * interval '360 days' / ${count}`
  // Triggers hold foreign keys; a replica runs none.
  await owner.script(`set session_replication_role = replica;
    insert into tenants (id, slug, name, tier, currency, locale, time_zone, created_at, updated_at)
      select tenant, 'many-' || t, 'Tenant ' || t, 'ENTERPRISE', 'EUR', 'en', 'UTC', now(), now() from ${tenants};
    insert into users (id, email, created_at, updated_at)
      select ${id('usr', 't * 1000 + n')}, 'person-' || t || '-' || n || '@example.com', now(), now() from ${each(20, 'n')};
    insert into memberships (tenant_id, id, user_id, name, email, role, created_at, updated_at)
      select tenant, ${id('mem', 'n')}, ${id('usr', 't * 1000 + n')}, 'Person ' || n, 'person-' || t || '-' || n || '@example.com',
        ${nth(['OWNER', 'ADMIN', 'MANAGER', 'OPERATOR', 'WAREHOUSE', 'SUPPORT', 'VIEWER'], 'n - 1')}, ${longAgo('n', 20)}, now()
      from ${each(20, 'n')};
    insert into sessions (tenant_id, id, user_id, created_at, last_used_at, expires_at)
      select tenant, ${id('ses', 'n * 100 + s')}, ${id('usr', 't * 1000 + n')}, ${longAgo('s', 10)}, now(), now() + interval '1 day'
      from ${each(20, 'n')}, generate_series(1, 10) s;
    insert into api_keys (tenant_id, id, name, prefix, secret_hash, scopes, created_by_kind, created_by_id, created_at)
      select tenant, ${id('key', 'n')}, 'Key ' || n, 'pk', md5(t || '-' || n), '{}', 'SYSTEM', 'seed', ${longAgo('n', 20)} from ${each(20, 'n')};
    insert into channel_accounts (tenant_id, id, type, name, routing_key, portfolio_id, app_secret_sealed, verify_token_sealed,
        created_at, updated_at)
      select tenant, ${id('cha', 'n')}, 'WHATSAPP', 'Number ' || n, t || '-' || n, '', '', '', ${longAgo('n', 4)}, now() from ${each(4, 'n')};
    insert into customers (tenant_id, id, name, code, created_at, updated_at)
      select tenant, ${id('cus', 'c')}, case when c % 10 > 0 then 'Customer ' || md5(c::text) end, 'K' || c, ${longAgo('c', conversations)}, now()
      from ${each(conversations, 'c')};
    insert into customer_identities (tenant_id, id, customer_id, primary_id, kind, scope, value, created_at)
      select tenant, ${id('cid', 'c')}, ${id('cus', 'c')}, ${id('cid', 'c')}, 'PHONE', '', '+5730' || lpad(c::text, 8, '0'), now()
      from ${each(conversations, 'c')};
    insert into conversations (tenant_id, id, customer_id, identity_id, channel_account_id, status, snoozed_until, assignee_id,
        bot_state, last_seq, last_message_seq, processed_seq, last_message_at, unread_count, created_at, updated_at)
      select tenant, ${id('cnv', 'c')}, ${id('cus', 'c')}, ${id('cid', 'c')}, ${id('cha', '1 + c % 4')}, status,
        case status when 'SNOOZED' then now() end, case when c % 3 > 0 then ${id('usr', 't * 1000 + 1 + c % 20')} end,
        ${nth(['BOT', 'BOT', 'BOT', 'HUMAN', 'PAUSED'], 'c')}, ${messagesEach + 3}, ${messagesEach}, ${messagesEach},
        ${longAgo('c', conversations)}, case when c % 7 = 0 then 2 else 0 end, ${longAgo('c', conversations)}, now()
      from ${each(conversations, 'c')}, lateral (select ${nth(['OPEN', 'RESOLVED', 'RESOLVED', 'PENDING', 'RESOLVED', 'SNOOZED'], 'c')} as status) s;
    insert into messages (tenant_id, id, conversation_id, channel_account_id, seq, direction, author_kind, author_id, kind,
        content, text, provider_message_id, status, sent_at, created_at)
      select tenant, ${id('msg', `c * 1000 + m`)}, ${id('cnv', 'c')}, ${id('cha', '1 + c % 4')}, m, direction,
        case direction when 'IN' then 'CUSTOMER' else 'ASSISTANT' end, ${id('cus', 'c')}, 'TEXT', jsonb_build_object('body', words),
        words, 'wamid.' || c || '.' || m, case direction when 'IN' then 'RECEIVED' else 'READ' end, now(), ${longAgo('c', conversations)}
      from ${each(conversations, 'c')}, generate_series(1, ${messagesEach}) m,
        lateral (select case m % 3 when 0 then 'OUT' else 'IN' end as direction,
          'Two cases of whole milk, please, as last week, number ' || m as words) said;
    insert into pii_findings (tenant_id, id, message_id, type, start_offset, end_offset, confidence, state, reviewed_by_kind,
        reviewed_by_id, reviewed_at, created_at, updated_at)
      select tenant, ${id('pif', 'c')}, ${id('msg', 'c * 1000 + 1')}, ${nth(['EMAIL', 'IBAN', 'CREDIT_CARD', 'SSN', 'PHONE', 'ADDRESS'], 'c')},
        0, 3, 0.9, state, case when reviewed then 'SYSTEM' end, case when reviewed then 'seed' end, case when reviewed then now() end,
        ${longAgo('c', conversations)}, now()
      from ${each(conversations, 'c')}, lateral (select ${nth(['OPEN', 'CONFIRMED', 'DISMISSED', 'DISMISSED', 'CONFIRMED'], 'c')} as state) s,
        lateral (select state <> 'OPEN' as reviewed) r;
    insert into conversation_events (tenant_id, id, conversation_id, seq, type, actor_kind, actor_id, to_status, occurred_at)
      select tenant, ${id('cev', 'c * 10 + e')}, ${id('cnv', 'c')}, ${messagesEach} + e, 'STATUS_CHANGED', 'SYSTEM', 'seed', 'OPEN', now()
      from ${each(conversations, 'c')}, generate_series(1, 3) e;
    insert into provider_events (tenant_id, id, channel_account_id, key, type, state, reason, raw, received_at)
      select tenant, ${id('pev', 'n')}, ${id('cha', '1 + n % 4')}, 'k' || n, 'MESSAGE', case when n % 5 = 0 then 'QUARANTINED' else 'ACCEPTED' end,
        case when n % 5 = 0 then 'MALFORMED' end, '{}', ${longAgo('n', conversations)} from ${each(conversations, 'n')};
    insert into categories (tenant_id, id, name, path, path_key, created_at, updated_at)
      select tenant, ${id('cat', 'n')}, 'Category ' || n, 'Category ' || n, 'category ' || n, now(), now() from ${each(Math.ceil(products / 4), 'n')};
    insert into products (tenant_id, id, sku, name, category_id, unit, price_minor, currency, is_active, search_text, created_at, updated_at)
      select tenant, ${id('prd', 'n')}, 'P' || n, 'Product ' || md5(n::text), ${id('cat', '1 + n / 20')}, 'case', 1250, 'EUR', n % 11 > 0,
        'product ' || md5(n::text) || ' p' || n, now(), now() from ${each(products, 'n')};
    insert into product_variants (tenant_id, id, product_id, axis, value, currency, created_at, updated_at)
      select tenant, ${id('var', 'n * 10 + v')}, ${id('prd', 'n')}, 'size', 'v' || v, 'EUR', now(), now()
      from ${each(products, 'n')}, generate_series(1, 2) v;
    insert into orders (tenant_id, id, number, status, source, customer_id, conversation_id, currency, total_minor, is_complete,
        requires_review, review_reasons, review_requested_at, created_by_kind, created_by_id, created_at, updated_at)
      select tenant, ${id('ord', 'o')}, o, status, 'CONVERSATION', ${id('cus', `1 + o % ${conversations}`)}, ${id('cnv', `1 + o % ${conversations}`)},
        'EUR', 2500 * (1 + o * 7919 % 1000), true, o % 5 = 0, '[]', case status when 'REVIEW' then ${longAgo('o', orders)} end,
        'SYSTEM', 'seed', ${longAgo('o', orders)}, ${longAgo(`o * 7907 % ${orders}`, orders)}
      from ${each(orders, 'o')}, lateral (select ${nth(['DELIVERED', 'DELIVERED', 'PENDING', 'CONFIRMED', 'DELIVERED', 'DRAFT', 'PICKING', 'REVIEW', 'SHIPPED', 'CANCELLED', 'REJECTED', 'RETURNED'], 'o')} as status) s;
    insert into order_lines (tenant_id, id, order_id, position, product_id, sku, name, unit, quantity, currency,
        unit_price_minor, total_minor, options, source, spans, candidates)
      select tenant, ${id('oln', 'o * 10 + l')}, ${id('ord', 'o')}, l - 1, ${id('prd', `1 + (o + l) % ${products}`)}, 'P', 'Product', 'case', 2, 'EUR',
        1250, 2500, '[]', 'HUMAN', '[]', '[]' from ${each(orders, 'o')}, generate_series(1, 3) l;
    insert into order_change_proposals (tenant_id, id, order_id, order_version, kind, state, lines, review_reasons, words,
        created_at, updated_at, decided_at, decided_by_kind, decided_by_id)
      select tenant, ${id('ocp', 'o')}, ${id('ord', 'o')}, 1, ${nth(['CHANGE', 'CANCEL'], 'o')}, state, '[]', '[]', '[]',
        ${longAgo('o', orders)}, now(), case when state <> 'OPEN' then now() end, case when state <> 'OPEN' then 'SYSTEM' end,
        case when state <> 'OPEN' then 'seed' end
      from ${each(orders, 'o')}, lateral (select ${nth(['OPEN', 'ACCEPTED', 'REJECTED'], 'o')} as state) s;
    insert into order_counters (tenant_id, last_number) select tenant, ${orders} from ${tenants};
    insert into ai_responses (tenant_id, id, conversation_id, message_ids, task, outcome, model, input_tokens, output_tokens,
        cost_micro_usd, latency_ms, created_at)
      select tenant, ${id('air', 'n')}, ${id('cnv', 'n')}, '{}', 'READ_ORDER', case when n % 50 = 0 then 'TIMEOUT' else 'OK' end, 'offline', 10, 10, 0, 5,
        ${longAgo('n', conversations)} from ${each(conversations, 'n')};
    insert into learned_aliases (tenant_id, id, customer_id, phrase, product_id, variant_ids, state, times, source, created_at, updated_at)
      select tenant, ${id('ala', 'n')}, ${id('cus', 'n')}, 'word ' || n, ${id('prd', `1 + n % ${products}`)}, '{}', ${nth(['ACTIVE', 'ACTIVE', 'REVOKED'], 'n')},
        1, ${nth(['CORRECTION', 'MANUAL'], 'n')}, ${longAgo('n', conversations)}, now() from ${each(conversations, 'n')};
    insert into learned_examples (tenant_id, id, customer_id, text, lines, source, state, created_at, updated_at)
      select tenant, ${id('exa', 'n')}, ${id('cus', 'n')}, 'text', '[]', ${nth(['CORRECTED', 'APPROVED', 'MANUAL'], 'n')}, ${nth(['ACTIVE', 'ACTIVE', 'REVOKED'], 'n')},
        ${longAgo('n', conversations)}, now() from ${each(conversations, 'n')};
    insert into knowledge_docs (tenant_id, id, external_id, title, content, content_hash, metadata, status, created_at, updated_at)
      select tenant, ${id('doc', 'n')}, 'doc-' || n, 'Document ' || md5(n::text), 'text', md5(n::text), '{}',
        ${nth(['READY', 'READY', 'READY', 'PENDING', 'PROCESSING'], 'n')}, now(), now() from ${each(docs, 'n')};
    insert into agents (tenant_id, id, task, name, mode, may, channels, hours, outside_hours, created_at, updated_at)
      select tenant, ${id('agt', 'n')}, 'READ_ORDER', 'Agent ' || n, ${nth(['SHADOW', 'OFF'], 'n')}, '{}', '{}', '[]', 'PEOPLE', ${longAgo('n', 20)}, now()
      from ${each(20, 'n')};
    insert into shadow_readings (tenant_id, id, agent_id, order_id, message_count, read, confidence, cost_micro_usd, latency_ms, created_at)
      select tenant, ${id('shr', 'n')}, ${id('agt', '1 + n % 20')}, ${id('ord', 'n')}, 1, '[]', 0.5, 0, 5, ${longAgo('n', orders)} from ${each(orders, 'n')};
    insert into prompts (tenant_id, id, task, level, user_id, created_at)
      select tenant, ${id('prm', 'n')}, 'READ_ORDER', 'USER', ${id('usr', 't * 1000 + n')}, ${longAgo('n', 20)} from ${each(20, 'n')};
    insert into prompt_versions (tenant_id, id, prompt_id, number, template, variables, created_by_kind, created_by_id, created_at)
      select tenant, ${id('prv', 'n')}, ${id('prm', '1 + n % 20')}, n, 'words', '[]', 'SYSTEM', 'seed', ${longAgo('n', conversations)}
      from ${each(conversations, 'n')};
    insert into prompt_releases (tenant_id, id, prompt_id, number, shares, is_rollback, created_by_kind, created_by_id, created_at)
      select tenant, ${id('prl', 'n')}, ${id('prm', '1 + n % 20')}, n, '[]', false, 'SYSTEM', 'seed', ${longAgo('n', conversations)}
      from ${each(conversations, 'n')};
    insert into evaluation_runs (tenant_id, id, prompt_version_id, model, state, golden_set, example_count, created_by_kind, created_by_id,
        created_at, finished_at)
      select tenant, ${id('evr', 'n')}, ${id('prv', 'n')}, 'offline-1', 'DONE', 'set', 5, 'SYSTEM', 'seed', ${longAgo('n', conversations)}, now()
      from ${each(conversations, 'n')};
    insert into evaluation_results (tenant_id, id, run_id, example_id, expected, read, matched, missed, invented, is_exact, money_error_minor,
        cost_micro_usd, latency_ms, created_at)
      select tenant, ${id('evx', 'n')}, ${id('evr', '1 + n % 50')}, ${id('exa', 'n')}, '[]', '[]', 1, 0, 0, true, 0, 0, 1, ${longAgo('n', conversations)}
      from ${each(conversations, 'n')};
    set session_replication_role = origin`)
}
