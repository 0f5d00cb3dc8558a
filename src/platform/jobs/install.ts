import { PgBoss } from 'pg-boss'
import { appRole, systemRole } from '../db/columns.ts'
import type { OwnerConnection } from '../db/database.ts'
import { queueSchema } from './queue-schema.ts'
import { installTake } from './take.ts'

/**
 * Creates or upgrades pg-boss' own tables, as their owner, and lets the two roles use them: workers run as the system
 * role, which may read and change jobs but no structure; the tenant role may only add jobs.
 */
export async function installQueue(owner: OwnerConnection): Promise<void> {
  const before = await queueVersion(owner)
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(owner, text, values) },
    schema: queueSchema,
    migrate: true,
    supervise: false,
    schedule: false,
  })
  // Failures reach the caller through start(); without a listener they would also end the process.
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
  if ((await queueVersion(owner)) !== before) await grantRights(owner)
  await installTake(owner)
}

async function grantRights(owner: OwnerConnection): Promise<void> {
  await owner.script(`
    grant usage on schema ${queueSchema} to ${appRole}, ${systemRole};
    grant select, insert, update, delete on all tables in schema ${queueSchema} to ${systemRole};
    grant usage on all sequences in schema ${queueSchema} to ${systemRole};
    grant select on ${queueSchema}.queue to ${appRole};
    grant insert, select (id) on ${queueSchema}.job_common to ${appRole}`)
}

/** pg-boss expects a pool: that a script which failed half way does not spoil the next statement. */
async function execute(owner: OwnerConnection, text: string, values?: unknown[]): Promise<{ rows: object[] }> {
  try {
    return { rows: await owner.query(text, values) }
  } catch (error) {
    await owner.script('rollback')
    throw error
  }
}

async function queueVersion(owner: OwnerConnection): Promise<number | null> {
  const [table] = await owner.query<{ exists: boolean }>(
    `select to_regclass('${queueSchema}.version') is not null as exists`,
  )
  if (table?.exists !== true) return null
  const [row] = await owner.query<{ version: number }>(`select version from ${queueSchema}.version`)
  return row?.version ?? null
}
