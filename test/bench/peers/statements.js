/**
 * What a person who knows SQL writes for each operation: one statement, one JSON document as text. `$1` is the tenant,
 * `$2` the id.
 */
export const statements = {
  Inbox: `
    with page as (
      select * from conversations where tenant_id = $1 order by last_message_at desc, id desc limit 21)
    select json_build_object('conversations', json_build_object(
      'nodes', coalesce((
        select json_agg(json_build_object(
            'id', c.id, 'status', c.status, 'unreadCount', c.unread_count, 'lastMessageAt', c.last_message_at,
            'customer', json_build_object('id', u.id, 'name', u.name),
            'messages', json_build_object('nodes', coalesce(m.list, '[]')),
            'latestOrder', o.doc) order by c.last_message_at desc, c.id desc)
        from (select * from page order by last_message_at desc, id desc limit 20) c
        join customers u on u.tenant_id = c.tenant_id and u.id = c.customer_id
        left join lateral (
          select json_agg(json_build_object('id', m.id, 'direction', m.direction, 'text', m.text, 'status', m.status,
            'createdAt', m.created_at) order by m.seq) as list
          from (select * from messages m where m.tenant_id = c.tenant_id and m.conversation_id = c.id
            order by m.seq desc limit 5) m) m on true
        left join lateral (
          select json_build_object('id', o.id, 'number', o.number, 'status', o.status,
            'total', json_build_object('amountMinor', o.total_minor, 'currency', o.currency),
            'lines', coalesce((
              select json_agg(json_build_object('id', l.id, 'quantity', l.quantity::text, 'unit', l.unit, 'name', l.name)
                order by l.position)
              from order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id), '[]')) as doc
          from orders o where o.tenant_id = c.tenant_id and o.conversation_id = c.id
          order by o.created_at desc, o.id desc limit 1) o on true), '[]'),
      'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page))))::text`,

  ReviewQueue: `
    select json_build_object('reviewQueue', json_build_object('nodes', coalesce((
      select json_agg(json_build_object(
          'id', o.id, 'number', o.number, 'version', o.version, 'confidence', o.confidence,
          'reviewRequestedAt', o.review_requested_at, 'reviewReasons', o.review_reasons,
          'customer', json_build_object('id', u.id, 'name', u.name),
          'sourceMessages', coalesce(m.list, '[]'), 'lines', coalesce(l.list, '[]'))
        order by o.review_requested_at, o.id)
      from (select * from orders where tenant_id = $1 and status = 'REVIEW'
        order by review_requested_at, id limit 20) o
      join customers u on u.tenant_id = o.tenant_id and u.id = o.customer_id
      left join lateral (
        select json_agg(json_build_object('id', m.id, 'text', m.text, 'sentAt', m.sent_at)
          order by m.conversation_id, m.seq) as list
        from order_messages om join messages m on m.tenant_id = om.tenant_id and m.id = om.message_id
        where om.tenant_id = o.tenant_id and om.order_id = o.id) m on true
      left join lateral (
        select json_agg(json_build_object('id', l.id, 'position', l.position, 'quantity', l.quantity::text,
            'unit', l.unit, 'name', l.name, 'sku', l.sku,
            'total', case when l.total_minor is not null then
              json_build_object('amountMinor', l.total_minor, 'currency', l.currency) end,
            'confidence', l.confidence, 'spans', l.spans) order by l.position) as list
        from order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id) l on true), '[]')))::text`,

  Conversation: `
    select json_build_object('node', (
      select json_build_object('id', c.id, 'status', c.status,
        'customer', json_build_object('id', u.id, 'name', u.name),
        'timeline', json_build_object('nodes', coalesce((
          select json_agg(entry.doc order by entry.seq) from (
            (select m.seq, json_build_object('__typename', 'Message', 'id', m.id, 'seq', m.seq,
              'direction', m.direction, 'text', m.text, 'status', m.status, 'createdAt', m.created_at) as doc
            from messages m where m.tenant_id = c.tenant_id and m.conversation_id = c.id order by m.seq desc limit 50)
            union all
            (select e.seq, json_build_object('__typename', 'ConversationEvent', 'id', e.id, 'seq', e.seq,
              'type', e.type, 'occurredAt', e.occurred_at)
            from conversation_events e where e.tenant_id = c.tenant_id and e.conversation_id = c.id
            order by e.seq desc limit 50)
            order by seq desc limit 50) entry), '[]')))
      from conversations c join customers u on u.tenant_id = c.tenant_id and u.id = c.customer_id
      where c.tenant_id = $1 and c.id = $2))::text`,

  Order: `
    select json_build_object('node', (
      select json_build_object('id', o.id, 'number', o.number, 'status', o.status, 'version', o.version,
        'createdAt', o.created_at,
        'total', json_build_object('amountMinor', o.total_minor, 'currency', o.currency),
        'customer', json_build_object('id', u.id, 'name', u.name),
        'lines', coalesce((
          select json_agg(json_build_object('id', l.id, 'position', l.position, 'quantity', l.quantity::text,
            'unit', l.unit, 'name', l.name) order by l.position)
          from order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id), '[]'))
      from orders o join customers u on u.tenant_id = o.tenant_id and u.id = o.customer_id
      where o.tenant_id = $1 and o.id = $2))::text`,
}
