import type { Job } from 'pg-boss'
import { systemRole } from '../db/columns.ts'
import type { Database, OwnerConnection } from '../db/database.ts'
import { queueSchema } from './queue-schema.ts'

export interface Taking {
  readonly queue: string
  /** Takes at most so many. */
  readonly places: number
  /** No tenant gets more than this, with what it holds already. */
  readonly share: number
  /** The jobs of each tenant that this process is running. */
  readonly held: ReadonlyMap<string, number>
}

/**
 * Gives this process jobs that are due, first those of the tenants with the fewest running here, and of equals first
 * those of the one that has waited longest. Of the jobs with one key only the one that was due first, and none while
 * another one of it runs, is to be tried again, or was given up and not yet cleared away.
 *
 * In place of pg-boss' fetch, which looks at every waiting job each time, and behind the backlogs of two tenants never
 * comes to a third.
 */
export async function takeJobs(db: Database, { queue, places, share, held }: Taking): Promise<Job<unknown>[]> {
  const values = [queue, places, share, JSON.stringify(Object.fromEntries(held))]
  const rows = await db.runAsSystem(
    `/* takeJobs */ select * from ${queueSchema}.parley_take($1, $2::int, $3::int, $4::jsonb)`,
    values,
  )
  return rows as Job<unknown>[]
}

/** What takeJobs needs in the database: made, or brought to this version, by the owner of pg-boss' tables. */
export async function installTake(owner: OwnerConnection): Promise<void> {
  await owner.script(`
    create index if not exists job_parley_due on ${queueSchema}.job_common (name, group_id, start_after, id)
      where state < 'active' and not blocked;
    ${takeFunction};
    revoke all on function ${queueSchema}.parley_take from public;
    grant execute on function ${queueSchema}.parley_take to ${systemRole}`)
}

/**
 * The plan has to be good for an empty queue and for a very full one, whatever the statistics last saw: so there is
 * nothing but steps along indexes, and what could be a join of whole tables is a look-up of one row, whose order leaves
 * one index that gives it. A function keeps its plan, and the settings that leave no other.
 *
 * `waiting` steps from tenant to tenant. Of each, jobs are looked at in the order in which they became due, and no more
 * of them than are taken; those that follow one of the same key are passed without a look-up, as one customer may have
 * sent thousands. What is to be tried again is the only one of its key that may run.
 */
const takeFunction = `
create or replace function ${queueSchema}.parley_take(queue text, places int, share int, held jsonb)
returns table (
  "id" uuid, "name" text, "data" jsonb, "retryCount" int, "expireInSeconds" int, "heartbeatSeconds" int,
  "groupId" text, "groupTier" text
) language plpgsql
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
#variable_conflict use_column
begin
  return query
  with recursive waiting as (
    (select w.group_id, w.start_after from ${queueSchema}.job_common w
     where w.name = queue and w.state < 'active' and not w.blocked
     order by w.group_id, w.start_after limit 1)
    union all
    select n.group_id, n.start_after from waiting p cross join lateral (
      select w.group_id, w.start_after from ${queueSchema}.job_common w
      where w.name = queue and w.state < 'active' and not w.blocked and w.group_id > p.group_id
      order by w.group_id, w.start_after limit 1
    ) n
  ), tenant as (
    select w.group_id, coalesce((held->>w.group_id)::int, 0) as running from waiting w
    where w.start_after <= now() order by running, w.start_after
  ), taken as (
    select due.id from tenant t cross join lateral (
      select j.id from (
        select w.id, w.singleton_key as key, w.state, w.start_after,
          lag(w.singleton_key) over (order by w.start_after, w.id) as key_before
        from ${queueSchema}.job_common w
        where w.name = queue and w.group_id = t.group_id and w.state < 'active' and not w.blocked and w.start_after <= now()
      ) w cross join lateral (
        select j.id from ${queueSchema}.job_common j where j.name = queue and j.id = w.id and j.state < 'active'
        limit 1 for update skip locked
      ) j
      where w.key is null or w.state = 'retry' or (
        w.key is distinct from w.key_before
        and (select true from ${queueSchema}.job_common b
          where b.name = queue and b.singleton_key = w.key and b.policy = 'key_strict_fifo'
            and b.state in ('active', 'retry', 'failed') limit 1) is null
        and (select true from ${queueSchema}.job_common e
          where e.name = queue and e.singleton_key = w.key and e.policy = 'key_strict_fifo'
            and e.state < 'active' and not e.blocked and (e.start_after, e.id) < (w.start_after, w.id)
          order by e.state desc, e.created_on, e.id limit 1) is null)
      limit greatest(share - t.running, 0)
    ) due limit places
  )
  update ${queueSchema}.job_common j set
    state = 'active', started_on = now(), heartbeat_on = now(),
    retry_count = case when j.started_on is null then j.retry_count else j.retry_count + 1 end
  where j.name = queue and j.id = any(array(select t.id from taken t))
  returning j.id, j.name, j.data, j.retry_count, j.expire_seconds, j.heartbeat_seconds, j.group_id, j.group_tier;
end $$`
