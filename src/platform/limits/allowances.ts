import { LRUCache } from 'lru-cache'
import type { Database } from '../db/database.ts'

/** So many points, which come back at a steady pace: what a tenant, a key, an address or a sign-in may spend. */
export interface Allowance {
  /** Of the row in the database, and so of the allowance in every process. */
  readonly name: string
  readonly capacity: number
  readonly perSecond: number
  /** Every point is asked of the database: for small allowances, where a few points more matter. Default false. */
  readonly exact?: boolean
}

/** What became of asking for points. */
export interface Standing {
  readonly allowed: boolean
  /** Left after it, as far as this process knows. */
  readonly left: number
  /** When the points will be there; 0 when they were given. */
  readonly retryAfterSeconds: number
}

/**
 * Allowances that hold across processes without a round trip for each request: a process spends first and settles
 * behind. It keeps at most a twentieth of an allowance unsettled, and asks before it spends once less than a quarter is
 * left. So all processes together spend at most a twentieth for each process more than there is; what was overspent is
 * a debt in the database, paid by what comes back.
 */
export interface Allowances {
  /**
   * Spends points, all of them or none. Answers at once in the common case; what is known to be too little is refused
   * without any SQL.
   * @throws ApiError UNAVAILABLE when the database had to be asked and cannot
   */
  take(allowance: Allowance, points: number): Standing | Promise<Standing>
  /** What is left, as far as this process knows. */
  left(allowance: Allowance): number
  /** Gives points back, up to the capacity. */
  give(allowance: Allowance, points: number): Promise<void>
}

const unsettledShare = 1 / 20
const askedShare = 1 / 4
/** Allowances that one process remembers; what it forgets is at most a twentieth of each. */
const remembered = 50_000

/** What this process knows of one allowance. */
interface Known {
  /** Left in the database when it was last asked; full while it was never asked. */
  points: number
  atMs: number
  /** Spent here since; below zero: to be given back. */
  unsettled: number
  waiting: Waiting[]
  settling: Promise<void> | null
}

interface Waiting {
  readonly points: number
  readonly resolve: (granted: boolean) => void
  readonly reject: (error: unknown) => void
}

const made = new WeakMap<Database, Allowances>()

/** The allowances of this process over this database. */
export function allowancesOf(db: Database): Allowances {
  const known = made.get(db) ?? createAllowances(db)
  made.set(db, known)
  return known
}

function createAllowances(db: Database): Allowances {
  const kept = new LRUCache<string, Known>({ max: remembered })

  function knownOf({ name, capacity }: Allowance): Known {
    let known = kept.get(name)
    if (known === undefined) {
      known = { points: capacity, atMs: performance.now(), unsettled: 0, waiting: [], settling: null }
      kept.set(name, known)
    }
    return known
  }

  /** One settlement at a time for each allowance: whoever waits meanwhile goes with the next. */
  function settle(allowance: Allowance, known: Known): Promise<void> {
    known.settling ??= settleAll(db, allowance, known).finally(() => (known.settling = null))
    return known.settling
  }

  return {
    take(allowance, points) {
      const known = knownOf(allowance)
      const left = leftOf(allowance, known)
      if (left < points) return refusal(allowance, left, points)
      const mayKeep = allowance.exact ? 0 : allowance.capacity * unsettledShare
      if (known.unsettled + points <= mayKeep && left - points >= allowance.capacity * askedShare) {
        known.unsettled += points
        // A failure shows at the latest where the answer is waited for.
        if (known.unsettled > mayKeep / 2) settle(allowance, known).catch(() => {})
        return { allowed: true, left: left - points, retryAfterSeconds: 0 }
      }
      return new Promise((resolve, reject) => {
        const answer = (granted: boolean) => {
          const now = leftOf(allowance, known)
          resolve(granted ? { allowed: true, left: now, retryAfterSeconds: 0 } : refusal(allowance, now, points))
        }
        known.waiting.push({ points, resolve: answer, reject })
        settle(allowance, known).catch(() => {})
      })
    },
    left: (allowance) => leftOf(allowance, knownOf(allowance)),
    async give(allowance, points) {
      const known = knownOf(allowance)
      known.unsettled -= points
      await known.settling
      await settle(allowance, known)
    },
  }
}

function leftOf({ capacity, perSecond }: Allowance, { points, atMs, unsettled }: Known): number {
  return Math.min(capacity, points + ((performance.now() - atMs) / 1_000) * perSecond) - unsettled
}

function refusal({ perSecond }: Allowance, left: number, points: number): Standing {
  return { allowed: false, left, retryAfterSeconds: Math.max(1, Math.ceil((points - left) / perSecond)) }
}

/** Tells the database what was spent and asks for what is waited for; again while somebody waits or too much came. */
async function settleAll(db: Database, allowance: Allowance, known: Known): Promise<void> {
  do {
    const waiting = known.waiting.splice(0)
    const spent = known.unsettled
    const asked = waiting.reduce((sum, { points }) => sum + points, 0)
    try {
      const answer = await settleOnce(db, allowance, spent, asked)
      known.points = answer.points
      known.atMs = performance.now()
      known.unsettled -= spent
      let granted = answer.granted
      for (const { points, resolve } of waiting) {
        const isEnough = points <= granted
        if (isEnough) granted -= points
        resolve(isEnough)
      }
      // Too little for whoever was left: the others may have a use for it.
      known.unsettled -= granted
    } catch (error) {
      for (const { reject } of [...waiting, ...known.waiting.splice(0)]) reject(error)
      throw error
    }
  } while (known.waiting.length > 0 || known.unsettled < 0)
}

async function settleOnce(
  db: Database,
  { name, capacity, perSecond }: Allowance,
  spent: number,
  asked: number,
): Promise<{ points: number; granted: number }> {
  const [row] = await db.runAsSystem(settlement, [name, capacity, perSecond, spent, asked])
  // What the statement below returns.
  return row as { points: number; granted: number }
}

/** $1 name, $2 capacity, $3 points that come back each second, $4 spent already, $5 asked for: given as far as it goes. */
const settlement = `/* settleAllowance */
  insert into allowances as a (name, points, granted, settled_at)
  select $1, before - granted, granted, clock_timestamp()
  from (select before, greatest(0, least($5::float8, before)) as granted
    from (select least($2::float8, $2::float8 - $4::float8) as before) full_one) share
  on conflict (name) do update set (points, granted, settled_at) = (
    select before - share.granted, share.granted, clock_timestamp()
    from (select before, greatest(0, least($5::float8, before)) as granted
      from (select least($2::float8, least($2::float8, a.points
        + greatest(0, extract(epoch from clock_timestamp() - a.settled_at))::float8 * $3::float8) - $4::float8) as before) refilled
    ) share)
  returning points, granted`

/** Allowances that were not touched for so long have all come back, and need no row. */
const fullAgainMs = 24 * 60 * 60 * 1000

/** @returns how many were forgotten */
export async function deleteFullAllowances(db: Database): Promise<number> {
  const rows = await db.runAsSystem(
    `/* deleteFullAllowances */
     delete from allowances where settled_at < clock_timestamp() - $1::float8 * interval '1 millisecond' returning name`,
    [fullAgainMs],
  )
  return rows.length
}
