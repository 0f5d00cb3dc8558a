import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { encodeCursor, logStart } from '../../src/platform/events/index.ts'
import { createApiClient } from '../kit/client.ts'
import { openSocket } from '../kit/raw-socket.ts'
import { startCluster } from './cluster.ts'
import { follow } from './follower.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { onPostgres, report, scaled } from './scale.ts'
import { runProgram } from './server-process.ts'

let prepared: PreparedWorld
let tenantId: string
let slug: string
let viewerToken: string
beforeAll(async () => {
  prepared = await prepareWorld({
    async furnish(world) {
      tenantId = world.tenantId
      slug = world.slug
      viewerToken = (await world.as('VIEWER')).token ?? ''
    },
  })
})
afterAll(() => prepared.remove())

describe('sockets over two processes', () => {
  onPostgres(
    'end on one within five seconds of their member being removed on the other, or of their token running out',
    async () => {
      const cluster = await startCluster(prepared, 2)
      const [here = '', there = ''] = cluster.urls
      const socket = await openSocket(here)
      await socket.init({ authorization: `Bearer ${viewerToken}` })
      const owner = createApiClient(there, prepared.token)
      const { members } = await owner.query<{ members: { nodes: { id: string; role: string }[] } }>(
        '{ members(first: 20) { nodes { id role } } }',
      )
      const removedAtMs = performance.now()
      await owner.mutate('mutation ($id: ID!) { memberRemove(id: $id) { errors { code } } }', {
        id: members.nodes.find(({ role }) => role === 'VIEWER')?.id,
      })
      expect((await socket.closed).code).toBe(4403)
      const revokedMs = performance.now() - removedAtMs
      expect(revokedMs).toBeLessThan(5_000)

      const minting = runProgram(
        ['src/cli.ts', 'token', '--tenant', slug, '--role', 'OWNER', '--ttl', '15s'],
        prepared.env,
      )
      expect(await minting.ended).toBe(0)
      const token = minting.output.stdout.trim()
      const [, claims = ''] = token.split('.')
      const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number }
      const short = await openSocket(here)
      await short.init({ authorization: `Bearer ${token}` })
      expect(await short.closed).toEqual({ code: 4403, reason: 'token expired' })
      const lateMs = Date.now() - exp * 1_000
      expect(lateMs).toBeGreaterThanOrEqual(0)
      expect(lateMs).toBeLessThan(5_000)
      expect(await cluster.stop()).toEqual([0, 0])
      report('sockets end', { 'after a removal elsewhere, ms': Math.round(revokedMs), 'after expiry, ms': lateMs })
    },
    60_000,
  )

  onPostgres(
    'are told at SIGTERM under load to resume elsewhere, and miss nothing there',
    async () => {
      const cluster = await startCluster(prepared, 2)
      const [leaving = '', staying = ''] = cluster.urls
      let target = leaving
      const followers = Array.from({ length: scaled(20, 200) }, () =>
        follow({
          url: () => target,
          token: prepared.token,
          query: 'subscription ($after: Cursor) { messageAdded(after: $after) { cursor message { text } } }',
          after: encodeCursor(tenantId, logStart),
        }),
      )
      let isOver = false
      let sent = 0
      const senders = Array.from({ length: 4 }, async (_sender, n) => {
        while (!isOver) {
          const text = `hola ${(sent += 1)}`
          const { path, headers, body } = prepared.compose(text, { from: `+5730033${10_000 + n}`, id: `wamid.${text}` })
          const post = () => fetch(`${target}${path}`, { method: 'POST', headers, body }).then(({ status }) => status)
          // As a provider does: again, until it is acknowledged.
          while ((await post().catch(() => 0)) !== 200) await sleep(50)
          await sleep(20)
        }
      })
      await expect
        .poll(() => Math.min(...followers.map(({ cursors }) => cursors.length)), { timeout: 30_000 })
        .toBeGreaterThan(5)
      const askedAtMs = performance.now()
      target = staying
      cluster.node(0).kill('SIGTERM')
      expect(await cluster.node(0).ended).toBe(0)
      const leftMs = performance.now() - askedAtMs
      expect(leftMs).toBeLessThan(25_000)
      const before = followers.map(({ cursors }) => cursors.length)
      await expect
        .poll(() => followers.every(({ cursors }, index) => cursors.length > (before[index] ?? 0) + 5), {
          timeout: 30_000,
        })
        .toBe(true)
      isOver = true
      await Promise.all(senders)
      // The assistant's replies are messages too: until the log is quiet.
      const read = () =>
        prepared.look<{ xid: string; seq: string }>(
          `select xid::text as xid, seq::text as seq from events
           where tenant_id = $1 and type in ('message.received', 'message.queued', 'message.sent')
           order by events.xid, events.seq`,
          [tenantId],
        )
      let log = await read()
      for (let isQuiet = false; !isQuiet;) {
        await sleep(1_500)
        const later = await read()
        isQuiet = later.length === log.length
        log = later
      }
      const expected = log.map((position) => encodeCursor(tenantId, position))
      for (const { cursors, closings, failures, stop } of followers) {
        await expect.poll(() => cursors.length, { timeout: 30_000 }).toBe(expected.length)
        expect(cursors).toEqual(expected)
        expect(failures).toEqual([])
        expect(closings).toEqual([{ code: 1012, reason: 'restarting: reconnect and resume from the last cursor' }])
        await stop()
      }
      report('sockets at SIGTERM', {
        sockets: followers.length,
        events: expected.length,
        lost: 0,
        'left after ms': Math.round(leftMs),
      })
      await cluster.stop()
    },
    90_000,
  )
})
