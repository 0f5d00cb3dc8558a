import { setTimeout as sleep } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { AuthenticatedActor } from '../platform/auth/actor.ts'
import type { Services } from '../platform/context.ts'
import { createLeases } from '../platform/limits/leases.ts'
import type { Metrics } from './metrics.ts'

/**
 * Why the server closes a socket. Codes are those of graphql-transport-ws where it has one; 4429 is also its code for
 * «do not just try again», which is right for a reader that was cut: it must come back with its last cursor.
 */
export const closings = {
  forbidden: { code: 4403, reason: 'forbidden' },
  tokenExpired: { code: 4403, reason: 'token expired' },
  revoked: { code: 4403, reason: 'access was revoked or changed: sign in again' },
  tooSlow: { code: 4429, reason: 'too slow: reconnect and resume from the last cursor' },
  tooManySockets: { code: 4429, reason: 'too many sockets with this credential' },
  tooManyOfTenant: { code: 4429, reason: 'too many sockets of this tenant' },
  tooManyStrangers: { code: 4429, reason: 'too many attempts without a valid credential' },
  unavailable: { code: 1013, reason: 'cannot be served right now: try again' },
  restarting: { code: 1012, reason: 'restarting: reconnect and resume from the last cursor' },
} as const
export type Closing = (typeof closings)[keyof typeof closings]

export interface SocketLimits {
  /** Operations that one socket may have open at a time. */
  readonly operations: number
  /** Sockets that one credential may have open, on all servers together. */
  readonly socketsPerActor: number
  /** Sockets that all of a tenant's credentials may have open, on all servers together. */
  readonly socketsPerTenant: number
  /** How long one message may wait to be taken, before its reader counts as one that does not read. */
  readonly slowReaderMs: number
  /** What may wait for one reader in the meantime, in bytes. */
  readonly bufferedBytes: number
}

export const socketLimits: SocketLimits = {
  operations: 100,
  socketsPerActor: 1_000,
  socketsPerTenant: 5_000,
  slowReaderMs: 10_000,
  bufferedBytes: 16 * 1024 * 1024,
}

/** A socket that said who it is. */
export interface OpenSocket {
  readonly socket: WebSocket
  readonly actor: AuthenticatedActor
  close(closing: Closing): void
}

/** All sockets of this server: counts them, ends them with their credential, and all of them at shutdown. */
export interface Sockets {
  /** Gives the reason to close it when the credential or its tenant has as many open as it may. */
  admit(
    socket: WebSocket,
    actor: AuthenticatedActor,
    onRevoked: (revoked: () => void) => () => void,
  ): Promise<OpenSocket | Closing>
  /**
   * Sends one message; when there is something to wait for, until the system took it. A peer that does not read is
   * cut. On a socket that is about to end nothing comes back any more.
   */
  send(socket: WebSocket, data: string): Promise<void> | void
  closeAll(closing: Closing): void
  /** Resolves when no socket is open any more, or the time is over. */
  allClosed(timeoutMs: number): Promise<void>
  /** Stops looking for expired tokens, and gives up this server's places. */
  stop(): Promise<void>
}

/** How often sockets are looked at for a token that has expired. */
const expirySweepMs = 1_000

export function createSockets(options: {
  limits: SocketLimits
  services: Pick<Services, 'db' | 'clock' | 'log'>
  metrics: Metrics
}): Sockets {
  const { limits, services, metrics } = options
  const { clock, log } = services
  const open = new Set<OpenSocket>()
  const count = createCount()
  const leases = createLeases(services)
  const sweep = setInterval(() => {
    const now = clock.now()
    for (const { actor, close } of open)
      if (actor.expiresAt !== null && actor.expiresAt <= now) close(closings.tokenExpired)
  }, expirySweepMs).unref()

  return {
    async admit(socket, actor, onRevoked) {
      const ofActor = { name: `sockets ${actor.tenantId} ${actor.id}`, most: limits.socketsPerActor }
      const ofTenant = { name: `sockets ${actor.tenantId}`, most: limits.socketsPerTenant }
      if (count.of(ofActor.name) >= ofActor.most) return closings.tooManySockets
      if (count.of(ofTenant.name) >= ofTenant.most) return closings.tooManyOfTenant
      // Counted here from now on: others ask for a place of their own while this one is asked for.
      const places = [ofActor, ofTenant]
      for (const { name } of places) count.add(name, 1)
      const taken = await Promise.all(
        places.map(async ({ name, most }) => ({ name, isIn: await leases.take(name, most) })),
      )
      let forget = () => {}
      const leave = () => {
        for (const { name, isIn } of taken) {
          count.add(name, -1)
          if (isIn) leases.give(name)
        }
        forget()
      }
      const full = taken.find(({ isIn }) => !isIn)
      const isGone = socket.readyState !== socket.OPEN
      if (full !== undefined || isGone) {
        leave()
        if (full === undefined) return closings.unavailable
        return full.name === ofActor.name ? closings.tooManySockets : closings.tooManyOfTenant
      }
      metrics.socketOpened()
      const admitted: OpenSocket = { socket, actor, close: (closing) => closeSocket(socket, closing) }
      open.add(admitted)
      forget = onRevoked(() => admitted.close(closings.revoked))
      socket.once('close', (code) => {
        leave()
        open.delete(admitted)
        metrics.socketClosed(code)
        log.debug({ tenantId: actor.tenantId, actor: actor.id, code }, 'socket closed')
      })
      return admitted
    },

    send(socket, data) {
      // Who waits for this is ended by the end of the socket; until then nothing more is made for it.
      if (socket.readyState !== socket.OPEN) return new Promise(() => {})
      const cut = () => {
        log.info({ bufferedBytes: socket.bufferedAmount }, 'socket too slow')
        closeSocket(socket, closings.tooSlow)
      }
      if (socket.bufferedAmount > limits.bufferedBytes) {
        cut()
        return new Promise(() => {})
      }
      let tell = (_error: Error | null | undefined) => {}
      socket.send(data, (error) => tell(error))
      // Taken at once: as good as always, and there is nothing to wait for.
      if (socket.bufferedAmount === 0) return
      return new Promise((resolve, reject) => {
        const timer = setTimeout(cut, limits.slowReaderMs)
        tell = (error) => {
          clearTimeout(timer)
          if (error) reject(error)
          else resolve()
        }
      })
    },

    closeAll(closing) {
      for (const admitted of open) admitted.close(closing)
    },

    async allClosed(timeoutMs) {
      const goodbyes = [...open].map(({ socket }) => new Promise((resolve) => socket.once('close', resolve)))
      await Promise.race([Promise.all(goodbyes), sleep(timeoutMs, null, { ref: false })])
    },

    stop() {
      clearInterval(sweep)
      return leases.stop()
    },
  }
}

/** How many there are by name; none of what there is none of. */
function createCount() {
  const counts = new Map<string, number>()
  const of = (name: string) => counts.get(name) ?? 0
  return {
    of,
    add(name: string, change: 1 | -1): void {
      const now = of(name) + change
      if (now > 0) counts.set(name, now)
      else counts.delete(name)
    },
  }
}

/** A peer that does not read does not read the goodbye either: it gets a while, then the connection ends. */
const goodbyeMs = 10_000

export function closeSocket(socket: WebSocket, { code, reason }: Closing): void {
  if (socket.readyState !== socket.OPEN) return
  socket.close(code, reason)
  const timer = setTimeout(() => socket.terminate(), goodbyeMs)
  timer.unref()
  socket.once('close', () => clearTimeout(timer))
}
