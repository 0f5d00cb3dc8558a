import { appRole, systemRole } from './columns.ts'
import type { Database, OwnerConnection } from './database.ts'
import { faultCode } from './faults.ts'
import { appliedMigrations, knownMigrations, MigrationRefused, pendingMigrations } from './migrate.ts'

/** Something that keeps Parley from working on this database, in plain words. */
export interface DatabaseProblem {
  /** A sentence that says what is wrong. */
  readonly problem: string
  /** What to do about it: a sentence, or the SQL to be run by an administrator. */
  readonly remedy: string
}

const oldestServer = 150_000
const oldestVector = '0.8.0'
const extensions = ['vector', 'pg_trgm', 'unaccent', 'btree_gin']
const roles = [appRole, systemRole]

/**
 * Looks for everything that would make Parley unsafe or unable to run on this database, migrated or not. Changes
 * nothing. `start` refuses to go on when there is anything; `doctor` prints it.
 */
export async function checkDatabase(db: Database): Promise<DatabaseProblem[]> {
  try {
    return await db.asOwner(async (owner) => {
      const problems = db.engine === 'embedded' ? [] : await checkDirect(db, owner)
      for (const check of [checkServer, checkExtensions, checkRoles, checkMigrations, checkTables]) {
        problems.push(...(await check(owner).catch(missingRights)))
      }
      return problems
    })
  } catch (error) {
    return [connectionProblem(error)]
  }
}

/** @throws every error but the one that the user may not look */
function missingRights(error: unknown): DatabaseProblem[] {
  if (faultCode(error) !== '42501') throw error
  return [
    {
      problem: `The user may not see what has to be checked: ${messageOf(error)}.`,
      remedy: 'Connect as the user who migrated the database, or grant this one what is missing.',
    },
  ]
}

/**
 * Two connections that are answered by one process can only be a pooler's in transaction mode. Behind one that is busy
 * they may be answered by two, so they are asked a few times.
 */
async function checkDirect(db: Database, owner: OwnerConnection): Promise<DatabaseProblem[]> {
  const processOf = async (connection: OwnerConnection) =>
    (await connection.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid
  const isShared = () =>
    db.asOwner(async (other) => {
      for (let attempt = 1; attempt <= 10; attempt += 1) {
        if ((await processOf(owner)) === (await processOf(other))) return true
      }
      return false
    })
  if (!(await isShared())) return []
  return [
    {
      problem:
        'The database is reached through a pooler in transaction mode, which lets no LISTEN and no lock of a session pass.',
      remedy: 'Set DATABASE_DIRECT_URL to the address of Postgres itself; DATABASE_URL may stay the pooler.',
    },
  ]
}

async function checkServer(owner: OwnerConnection): Promise<DatabaseProblem[]> {
  const [server] = await owner.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  )
  if (server === undefined || server.number >= oldestServer) return []
  return [
    {
      problem: `The server is Postgres ${server.version}; Parley needs 15 or newer.`,
      remedy: 'Upgrade the server, or unset DATABASE_URL to use the embedded database.',
    },
  ]
}

interface ExtensionState {
  name: string
  installed: string | null
  available: string | null
  creatable: boolean
}

async function checkExtensions(owner: OwnerConnection): Promise<DatabaseProblem[]> {
  const states = await owner.query<ExtensionState>(
    `select wanted.name, e.extversion as installed, a.default_version as available,
       coalesce((select rolsuper from pg_roles where rolname = current_user)
         or (v.trusted and has_database_privilege(current_database(), 'CREATE')), false) as creatable
     from unnest($1::text[]) as wanted (name)
     left join pg_extension e on e.extname = wanted.name
     left join pg_available_extensions a on a.name = wanted.name
     left join pg_available_extension_versions v on v.name = a.name and v.version = a.default_version`,
    [extensions],
  )
  return states.flatMap(({ name, installed, available, creatable }) => {
    const product = name === 'vector' ? 'pgvector' : name
    if (installed === null && available === null) {
      const source = name === 'vector' ? 'the package postgresql-<version>-pgvector' : "Postgres' contrib package"
      return [{ problem: `The server does not offer the extension ${product}.`, remedy: `Install ${source}.` }]
    }
    if (installed === null && !creatable) {
      return [
        {
          problem: `The extension ${product} is not installed in this database, and this user may not install it.`,
          remedy: `As an administrator of the database run: CREATE EXTENSION ${name};`,
        },
      ]
    }
    const present = installed ?? available ?? ''
    if (name === 'vector' && isOlder(present, oldestVector)) {
      return [
        {
          problem: `The extension pgvector is version ${present}; Parley needs ${oldestVector} or newer.`,
          remedy: 'Upgrade pgvector on the server, then run: ALTER EXTENSION vector UPDATE;',
        },
      ]
    }
    return []
  })
}

interface RoleState {
  name: string
  exists: boolean
  bypasses: boolean
  reachable: boolean
  creatable: boolean
  owned: string | null
  connected: string
}

async function checkRoles(owner: OwnerConnection): Promise<DatabaseProblem[]> {
  const states = await owner.query<RoleState>(
    `select wanted.name, r.oid is not null as exists, coalesce(r.rolsuper or r.rolbypassrls, false) as bypasses,
       coalesce(pg_has_role(current_user, r.oid, 'MEMBER'), false) as reachable,
       (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as creatable,
       (select min(c.relname) from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owned,
       current_user as connected
     from unnest($1::text[]) as wanted (name) left join pg_roles r on r.rolname = wanted.name`,
    [roles],
  )
  return states.flatMap(({ name, exists, bypasses, reachable, creatable, owned, connected }) => {
    if (!exists) {
      if (creatable) return []
      return [
        {
          problem: `The role ${name} does not exist, and the user ${connected} may not create roles.`,
          remedy: `As an administrator run: CREATE ROLE ${name} NOLOGIN; GRANT ${name} TO ${connected};`,
        },
      ]
    }
    const problems: DatabaseProblem[] = []
    if (bypasses) {
      problems.push({
        problem: `The role ${name} can bypass row-level security, so tenants would see each other.`,
        remedy: `As an administrator run: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS;`,
      })
    }
    if (owned !== null && !bypasses) {
      problems.push({
        problem: `The role ${name} owns the table ${owned}, or is a member of the role that does.`,
        remedy: `Give the tables another owner, and revoke that role from ${name}.`,
      })
    }
    if (!reachable) {
      problems.push({
        problem: `The user ${connected} may not switch to the role ${name}.`,
        remedy: `As an administrator run: GRANT ${name} TO ${connected};`,
      })
    }
    return problems
  })
}

async function checkMigrations(owner: OwnerConnection): Promise<DatabaseProblem[]> {
  try {
    pendingMigrations(await knownMigrations(), (await appliedMigrations(owner)) ?? [])
    return []
  } catch (error) {
    if (!(error instanceof MigrationRefused)) throw error
    return [{ problem: error.message, remedy: error.remedy }]
  }
}

/** Tables that somebody took out of row-level security by hand. */
async function checkTables(owner: OwnerConnection): Promise<DatabaseProblem[]> {
  const [open] = await owner.query<{ names: string | null }>(
    `select string_agg(c.relname, ', ' order by c.relname) as names from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity)
       and exists (select from pg_policy p where p.polrelid = c.oid)`,
  )
  if (open?.names == null) return []
  return [
    {
      problem: `Row-level security is switched off on ${open.names}.`,
      remedy: 'For each table run: ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;',
    },
  ]
}

function connectionProblem(error: unknown): DatabaseProblem {
  const code = faultCode(error)
  if (code === '28P01' || code === '28000') {
    return { problem: 'The server refuses the user or password.', remedy: 'Correct them in DATABASE_URL.' }
  }
  if (code === '3D000') {
    return {
      problem: 'The database does not exist on this server.',
      remedy: 'Create it, or correct its name in DATABASE_URL.',
    }
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : messageOf(error)
  return {
    problem: `The database cannot be used: ${cause}`,
    remedy: 'See that the server runs and that host and port in DATABASE_URL are right.',
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0
}
