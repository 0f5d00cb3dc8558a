-- Makes knowledge_chunks again as a table that is hash-partitioned by tenant, which drizzle-kit cannot say. Each
-- partition has its own HNSW index: in one index over all tenants, a small tenant's neighbours are not found.
-- The generated table is still empty here; all that was declared on it is taken over as it is.
DO $$
DECLARE
  generated regclass := 'public.knowledge_chunks'::regclass;
  declared text[];
  statement text;
BEGIN
  -- Primary key first, indexes without a constraint, then keys from and to other tables.
  SELECT array_agg(ddl ORDER BY rank) INTO declared FROM (
    SELECT CASE contype WHEN 'p' THEN 1 WHEN 'f' THEN 4 ELSE 2 END AS rank,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS ddl
    FROM pg_constraint
    WHERE contype IN ('p', 'u', 'c', 'f') AND (conrelid = generated OR confrelid = generated)
    UNION ALL
    SELECT 3, pg_get_indexdef(indexrelid)
    FROM pg_index
    WHERE indrelid = generated AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
    UNION ALL
    SELECT 5, format('CREATE POLICY %I ON %s AS %s FOR %s TO %s', policyname, generated, permissive, cmd, array_to_string(roles, ', '))
      || coalesce(' USING (' || qual || ')', '') || coalesce(' WITH CHECK (' || with_check || ')', '')
    FROM pg_policies WHERE schemaname = 'public' AND tablename = 'knowledge_chunks'
  ) AS everything;

  CREATE TABLE public.knowledge_chunks_partitioned (LIKE public.knowledge_chunks INCLUDING DEFAULTS INCLUDING STORAGE)
    PARTITION BY HASH (tenant_id);
  DROP TABLE public.knowledge_chunks CASCADE;
  ALTER TABLE public.knowledge_chunks_partitioned RENAME TO knowledge_chunks;
  FOR part IN 0..15 LOOP
    EXECUTE format(
      'CREATE TABLE public.knowledge_chunks_%s PARTITION OF public.knowledge_chunks FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
      lpad(part::text, 2, '0'), part
    );
  END LOOP;
  FOREACH statement IN ARRAY declared LOOP
    EXECUTE statement;
  END LOOP;
END
$$;
