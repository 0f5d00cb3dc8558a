import postgres from 'postgres'
import { soonOutside } from './session.ts'

export interface Listener {
  listen(channel: string, wake: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

const retryMs = 500

/**
 * LISTEN on one direct connection that is renewed by itself for ever. (postgres.js has its own `listen`, but it gives
 * up for good when the first attempt to reconnect fails.) After each renewal everybody is woken once, because what was
 * announced meanwhile is lost.
 *
 * @param url must reach Postgres itself or a pooler in session mode: LISTEN does not pass transaction pooling
 */
export function listenOnPostgres(url: string): Listener {
  const wakersByChannel = new Map<string, Set<() => void>>()
  let client: postgres.Sql | null = null
  let closed = false
  let retry: NodeJS.Timeout | undefined

  function wakeAll(): void {
    for (const wakers of wakersByChannel.values()) for (const wake of wakers) soonOutside(wake)
  }

  /** Opens the connection when there is none; throws when it cannot. */
  async function connect(): Promise<postgres.Sql> {
    if (client !== null) return client
    const options = {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      fetch_types: false,
      onnotice: () => {},
      connection: { application_name: 'parley listen' },
      // Read by postgres.js, missing from its types.
      onnotify: (channel: string) => {
        for (const wake of wakersByChannel.get(channel) ?? []) soonOutside(wake)
      },
      onclose: () => {
        if (client !== opened) return
        client = null
        void opened.end({ timeout: 0 }).catch(() => {})
        renew()
      },
    }
    const opened = postgres(url, options)
    client = opened
    try {
      await opened.unsafe('select 1')
      return opened
    } catch (error) {
      if (client === opened) client = null
      await opened.end({ timeout: 0 })
      throw error
    }
  }

  function renew(): void {
    if (closed || wakersByChannel.size === 0) return
    clearTimeout(retry)
    retry = setTimeout(() => {
      if (closed) return
      listenToAll().then(wakeAll, renew)
    }, retryMs)
    retry.unref()
  }

  async function listenToAll(): Promise<void> {
    const connection = await connect()
    await connection.unsafe([...wakersByChannel.keys()].map((channel) => `listen ${channel}`).join('; '))
  }

  return {
    async listen(channel, wake) {
      const wakers = wakersByChannel.get(channel) ?? new Set()
      // A waker of its own, so that the same function given twice is two registrations.
      const own = () => wake()
      wakers.add(own)
      wakersByChannel.set(channel, wakers)
      try {
        await listenToAll()
      } catch {
        // Not fatal: a notification only saves the wait until the next poll.
        renew()
      }
      return async () => {
        wakers.delete(own)
        if (wakers.size > 0 || wakersByChannel.get(channel) !== wakers) return
        wakersByChannel.delete(channel)
        await client?.unsafe(`unlisten ${channel}`).catch(() => {})
      }
    },
    async close() {
      closed = true
      clearTimeout(retry)
      const open = client
      client = null
      await open?.end({ timeout: 1 })
    },
  }
}
