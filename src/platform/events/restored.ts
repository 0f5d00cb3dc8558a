import { systemRole } from '../db/columns.ts'
import type { OwnerConnection } from '../db/database.ts'

/**
 * Makes a log that came with a dump go on in this cluster. Its positions are numbers of the transactions of the one it
 * was written in: those that this cluster has not come to yet would hold back the whole log, and stand behind whatever
 * is written next. They all become one position before every other, in the order in which they were written. Cursors
 * from before are answered CURSOR_EXPIRED, as the events they point at are no longer there. Does nothing else, and at
 * its own log nothing at all. Call it before anything is served.
 * @returns whether the log came from elsewhere
 */
export async function adoptRestoredLog(owner: OwnerConnection): Promise<boolean> {
  if (!(await isFromElsewhere(owner))) return false
  // The log cannot be changed, not even by its owner, but for this.
  await owner.script(`
    begin;
    alter table events no force row level security;
    update events set xid = '3';
    alter table events force row level security;
    commit`)
  return true
}

/** By an event of a transaction that is still to come: no log can have written that itself. */
async function isFromElsewhere(owner: OwnerConnection): Promise<boolean> {
  await owner.script(`begin; set local role ${systemRole}`)
  try {
    const [found] = await owner.query<{ yes: boolean }>(
      'select exists (select from events where xid >= pg_snapshot_xmax(pg_current_snapshot())) as yes',
    )
    return found?.yes === true
  } finally {
    await owner.script('rollback')
  }
}
