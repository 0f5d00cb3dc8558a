import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'

/**
 * How many of a thing all processes together have open, such as sockets of one user: each process says how many it has, for
 * a while at a time, so that what a process that was killed had open is free again when its time is over.
 */
export interface Leases {
  /**
   * Takes a place, unless all processes together have `most` already. Those who ask at once ask the database together.
   * Without a database everybody is let in: what this process alone has open is for the caller to look at.
   */
  take(name: string, most: number): Promise<boolean>
  /** Gives a place back; others hear of it within moments. */
  give(name: string): void
  /** Gives all places back. */
  stop(): Promise<void>
}

/** So long others believe what a process said last. */
const leaseSeconds = 60
const repeatMs = 20_000
/** Those that end together are told together. */
const tellMs = 200
/** So long the end of this process waits for the others to hear of it. */
const goodbyeMs = 1_000

/** What this process has of one name. */
interface Held {
  places: number
  readonly waiting: ((isIn: boolean) => void)[]
  /** Its row is being asked; nothing else is said about it meanwhile, or the older word could come last. */
  isAsking: boolean
}

export function createLeases({ db, log }: { db: Pick<Database, 'runAsSystem'>; log: Logger }): Leases {
  const process = randomUUID()
  const all = new Map<string, Held>()
  const changed = new Set<string>()
  let soon: NodeJS.Timeout | null = null
  let telling: Promise<void> = Promise.resolve()

  function heldOf(name: string): Held {
    const held = all.get(name) ?? { places: 0, waiting: [], isAsking: false }
    all.set(name, held)
    return held
  }

  async function tell(names: readonly string[]): Promise<void> {
    // Who is being asked about is told of afterwards.
    const told = names.filter((name) => all.get(name)?.isAsking === false)
    if (told.length === 0) return
    const counts = told.map((name) => ({ name, count: all.get(name)?.places ?? 0 }))
    try {
      await db.runAsSystem(repetition, [JSON.stringify(counts), process, leaseSeconds])
      for (const name of told) {
        const held = all.get(name)
        if (held?.places === 0 && !held.isAsking && held.waiting.length === 0) all.delete(name)
      }
    } catch (error) {
      // The next repetition says it again.
      log.warn({ err: error }, 'how many sockets are open here could not be told')
    }
  }

  function tellSoon(name: string): void {
    changed.add(name)
    soon ??= setTimeout(() => {
      soon = null
      const names = [...changed]
      changed.clear()
      telling = telling.then(() => tell(names))
    }, tellMs).unref()
  }

  async function askFor(name: string, held: Held, most: number): Promise<void> {
    held.isAsking = true
    while (held.waiting.length > 0) {
      await telling
      const asked = held.waiting.splice(0)
      const before = held.places
      const places = await ask(name, before, asked.length, most)
      held.places += places
      asked.forEach((resolve, index) => resolve(index < places))
      // Some left meanwhile.
      if (held.places !== before + places) tellSoon(name)
    }
    held.isAsking = false
    if (held.places === 0) tellSoon(name)
  }

  async function ask(name: string, before: number, asked: number, most: number): Promise<number> {
    try {
      const [row] = await db.runAsSystem(request, [name, process, before, asked, most, leaseSeconds])
      // What the statement below returns.
      return (row as { granted: number }).granted
    } catch (error) {
      log.warn({ err: error }, 'sockets of other processes could not be counted')
      return asked
    }
  }

  const repeat = setInterval(() => (telling = telling.then(() => tell([...all.keys()]))), repeatMs).unref()

  return {
    take(name, most) {
      const held = heldOf(name)
      const answer = new Promise<boolean>((resolve) => held.waiting.push(resolve))
      if (!held.isAsking) void askFor(name, held, most)
      return answer
    },
    give(name) {
      heldOf(name).places -= 1
      tellSoon(name)
    },
    async stop() {
      clearInterval(repeat)
      if (soon !== null) clearTimeout(soon)
      for (const held of all.values()) held.places = 0
      telling = telling.then(() => tell([...all.keys()]))
      // A database that is away must not hold up the end; others forget this process by themselves.
      await Promise.race([telling, sleep(goodbyeMs, null, { ref: false })])
    },
  }
}

const until = (seconds: string) => `extract(epoch from clock_timestamp()) + ${seconds}::float8`

/** $1 name, $2 process, $3 places it has, $4 how many more it asks for, $5 the most of all together, $6 for how long, in seconds. */
const request = `/* takeLeases */
  insert into leases as l (name, holders, granted, expires_at)
  select $1, jsonb_build_object($2::text, jsonb_build_array($3::integer + granted, ${until('$6')})), granted,
    clock_timestamp() + $6::float8 * interval '1 second'
  from (select greatest(0, least($4::integer, $5::integer - $3::integer)) as granted) all_of_it
  on conflict (name) do update set (holders, granted, expires_at) = (
    select alive || jsonb_build_object($2::text, jsonb_build_array($3::integer + fitting, ${until('$6')})), fitting,
      greatest(l.expires_at, excluded.expires_at)
    from (
      select coalesce(jsonb_object_agg(key, value), '{}') as alive,
        greatest(0, least($4::integer, $5::integer - $3::integer - coalesce(sum((value->>0)::integer), 0)))::integer as fitting
      from jsonb_each(l.holders)
      where key <> $2::text and (value->>1)::float8 > extract(epoch from clock_timestamp())
    ) others
  )
  returning granted`

/** $1 names with counts, $2 process, $3 for how long. In one order, so that nobody waits in a ring. */
const repetition = `/* tellLeases */
  insert into leases as l (name, holders, granted, expires_at)
  select name, case when count = 0 then '{}' else jsonb_build_object($2::text, jsonb_build_array(count, ${until('$3')})) end,
    0, clock_timestamp() + $3::float8 * interval '1 second'
  from jsonb_to_recordset($1::text::jsonb) as told (name text collate "C", count integer) order by name
  on conflict (name) do update set
    holders = (l.holders - $2::text) || excluded.holders,
    expires_at = greatest(l.expires_at, excluded.expires_at)`

/** @returns how many rows were forgotten of which every holder's time is over */
export async function deleteEndedLeases(db: Pick<Database, 'runAsSystem'>): Promise<number> {
  const rows = await db.runAsSystem(
    `/* deleteEndedLeases */ delete from leases where expires_at < clock_timestamp() returning name`,
  )
  return rows.length
}
