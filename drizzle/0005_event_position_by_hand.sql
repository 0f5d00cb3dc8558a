-- Where an event stands in the log: at its own transaction, or at the last one that had ended when it was written,
-- whichever is later. A transaction may have got its number before another one that it then waited for, and writes
-- its event after that one's. In PL/pgSQL, because each statement of a function looks anew at what has ended, and the
-- statement that inserts may have begun before it had to wait.
CREATE FUNCTION event_position() RETURNS xid8 LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN greatest(
    pg_current_xact_id(),
    (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1)::text::xid8
  );
END
$$;
