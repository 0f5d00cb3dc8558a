import type { OwnerConnection } from './database.ts'

/**
 * Closes what drizzle-kit leaves open, for every table and view there is: row-level security is enabled and forced (also on
 * partitions, which are reachable past their parent), and each role may do exactly what some policy lets it do. A
 * table without policies is closed to both roles. So the policies in tables.ts are the only list of who may do what.
 */
export async function secureTables(owner: OwnerConnection): Promise<void> {
  await owner.script(`
DO $$
DECLARE
  relation record;
  shown record;
  grantee record;
BEGIN
  FOR relation IN
    SELECT c.oid::regclass AS name, c.relrowsecurity AND c.relforcerowsecurity AS secured
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      -- Not tables that belong to an extension.
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  LOOP
    IF NOT relation.secured THEN
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation.name);
    END IF;
    EXECUTE format('REVOKE ALL ON TABLE %s FROM PUBLIC, parley_app, parley_system', relation.name);
  END LOOP;

  -- A view reads with the rights of who asks, so the policies of its tables hold; one that does not is open to nobody.
  FOR shown IN
    SELECT c.oid::regclass AS name, coalesce(c.reloptions && ARRAY['security_invoker=true', 'security_invoker=on'], false) AS secured
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('REVOKE ALL ON TABLE %s FROM PUBLIC, parley_app, parley_system', shown.name);
    IF shown.secured THEN
      EXECUTE format('GRANT SELECT ON TABLE %s TO parley_app', shown.name);
    END IF;
  END LOOP;

  FOR grantee IN
    SELECT DISTINCT format('%I.%I', p.schemaname, p.tablename) AS relation, role.name AS role, p.cmd
    FROM pg_policies p CROSS JOIN LATERAL unnest(p.roles) AS role (name)
    WHERE p.schemaname = 'public' AND role.name IN ('parley_app', 'parley_system')
  LOOP
    EXECUTE format(
      'GRANT %s ON TABLE %s TO %I',
      CASE grantee.cmd WHEN 'ALL' THEN 'SELECT, INSERT, UPDATE, DELETE' ELSE grantee.cmd END,
      grantee.relation,
      grantee.role
    );
  END LOOP;
END
$$`)
}
