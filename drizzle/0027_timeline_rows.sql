-- Each entry carries its row, so that nobody has to look it up once more.
CREATE OR REPLACE VIEW "public"."timeline_entries" WITH (security_invoker = true) AS (
    select tenant_id, conversation_id, seq, 'MESSAGE'::text as kind, id as entry_id,
      m as message_row, null::conversation_events as event_row
    from messages m
    union all
    select tenant_id, conversation_id, seq, 'EVENT'::text as kind, id as entry_id,
      null::messages as message_row, e as event_row
    from conversation_events e);
