import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiClient } from '../kit/client.ts'
import { onEmbedded } from '../kit/database.ts'
import { openSocket } from '../kit/raw-socket.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { freePort } from '../kit/free-port.ts'
import { runProgram, startServer } from './server-process.ts'

const start = ['src/cli.ts', 'start']

/** A stack, a path of ours, a value that may be a secret. */
const untold = /^\s+at |node_modules|\/src\/|file:\/\/|hunter2/m

let directory: string
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'parley-start-'))))
afterAll(() => rm(directory, { recursive: true, force: true }))

async function failure(env: Readonly<Record<string, string>>, args: readonly string[] = start) {
  const program = runProgram(args, {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    PARLEY_DATA_DIR: directory,
    ...env,
  })
  const code = await program.ended
  expect(program.output.stdout).toBe('')
  expect(program.output.stderr).not.toMatch(untold)
  return { code, told: program.output.stderr }
}

describe('the server does not start', { timeout: 60_000 }, () => {
  test('with a bad configuration: every mistake is told at once, each with its mend', async () => {
    const mistakes = {
      PORT: 'hunter2',
      NODE_ENV: 'hunter2',
      DATABASE_URL: 'mysql://root:hunter2@db/parley',
      PARLEY_SECRET: 'hunter2',
      OIDC_ISSUER: 'hunter2',
      CORS_ORIGINS: 'https://a.example/hunter2',
      WHATSAPP_API_VERSION: 'hunter2',
    }
    const { code, told } = await failure(mistakes)
    expect(code).toBe(1)
    expect(told).toContain('The configuration has 7 mistakes:')
    for (const name of Object.keys(mistakes)) expect(told).toContain(`  ${name}: `)
    expect(told.match(/^ {4}→ \S/gm)).toHaveLength(7)
  })

  test('with any command: the same mistakes are told', async () => {
    for (const command of ['migrate', 'seed', 'token']) {
      const { code, told } = await failure({ PORT: 'hunter2' }, ['src/cli.ts', command])
      expect([command, code]).toEqual([command, 1])
      expect(told).toContain('  PORT: is not a whole number\n    → ')
    }
  })

  test.each([
    [
      'where nothing listens',
      async () => `postgres://parley:hunter2@127.0.0.1:${await freePort()}/parley`,
      'DATABASE_URL',
    ],
    ['on a machine that is not there', async () => 'postgres://parley:hunter2@nowhere.invalid/parley', 'DATABASE_URL'],
  ])('without its database, %s', async (_name, url, remedy) => {
    const { code, told } = await failure({ DATABASE_URL: await url() })
    expect(code).toBe(1)
    expect(told).toContain('→')
    expect(told).toContain(remedy)
  })

  describe('on the embedded database', () => {
    let prepared: PreparedWorld
    let occupied: Server
    beforeAll(async () => {
      prepared = await prepareWorld()
      occupied = createServer().listen(0, '127.0.0.1')
      await new Promise((resolve) => occupied.once('listening', resolve))
    })
    afterAll(async () => {
      occupied.close()
      await prepared.remove()
    })

    test('on a port that is taken: which one, and what to do', async () => {
      const address = occupied.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      const { code, told } = await failure({ ...prepared.env, PORT: String(port) })
      expect(code).toBe(1)
      expect(told).toContain(`Port ${port} is taken by another program.\n  → `)
    })

    onEmbedded('when the data folder is a file', async () => {
      const file = join(directory, 'a-file')
      await writeFile(file, '')
      const { code, told } = await failure({ PARLEY_DATA_DIR: file })
      expect(code).toBe(1)
      expect(told).toContain(file)
    })
  })
})

describe('SIGTERM', () => {
  let prepared: PreparedWorld
  beforeAll(async () => void (prepared = await prepareWorld()))
  afterAll(() => prepared.remove())

  test('in the very moment the server begins to answer: it ends in order', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 3; round += 1) {
      const port = await freePort()
      const server = runProgram(start, { ...prepared.env, NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(port) })
      const answers = async () => (await fetch(`http://127.0.0.1:${port}/livez`).catch(() => null))?.status
      // Without a pause, as the moment is short.
      while ((await answers()) !== 200);
      server.kill('SIGTERM')
      expect([await server.ended, server.output.stderr]).toEqual([0, ''])
    }
  })

  test(
    'under load: turns away first, then answers what it took, keeps what it acknowledged, tells sockets to come back, and ends with 0',
    { timeout: 60_000 },
    async () => {
      const server = await startServer({ ...prepared.env, SHUTDOWN_NOTICE_MS: '1000' })
      const socket = await openSocket(server.url)
      await socket.init({ authorization: `Bearer ${prepared.token}` })
      socket.send({ id: 's', type: 'subscribe', payload: { query: 'subscription { inboxEvents { __typename } }' } })

      const acknowledged: string[] = []
      const refused: number[] = []
      let sent = 0
      let isGone = false
      let toldAtMs: number | null = null
      const senders = Array.from({ length: 6 }, async (_sender, n) => {
        while (!isGone) {
          const text = `message ${(sent += 1)}`
          const { path, headers, body } = prepared.compose(text, { from: `+5730022${10_000 + n}`, id: `wamid.${text}` })
          try {
            const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body })
            // An answer that has begun is an answer that ends.
            await response.text()
            if (response.status === 200) acknowledged.push(text)
            else refused.push(response.status)
          } catch {
            isGone = true
          }
          if (acknowledged.length === 20) toldAtMs ??= tell()
        }
      })
      const tell = () => {
        server.kill('SIGTERM')
        return performance.now()
      }
      await expect.poll(() => toldAtMs, { timeout: 30_000 }).not.toBeNull()
      // Whoever sends traffic here is told first, while everything is still answered.
      const ready = async () => (await fetch(`${server.url}/readyz`)).status
      await expect.poll(ready, { interval: 10 }).toBe(503)
      const client = createApiClient(server.url, prepared.token)
      expect(await client.query('{ viewer { tenant { currency } } }')).toEqual({
        viewer: { tenant: { currency: 'EUR' } },
      })
      await Promise.all(senders)
      expect(await server.ended).toBe(0)
      expect(performance.now() - (toldAtMs ?? 0)).toBeLessThan(25_000)
      expect(await socket.closed).toEqual({
        code: 1012,
        reason: 'restarting: reconnect and resume from the last cursor',
      })
      expect(new Set(refused).difference(new Set([503]))).toEqual(new Set())
      expect(server.output.stderr).toBe('')

      const again = await startServer(prepared.env)
      const { conversations } = await createApiClient(again.url, prepared.token).query<{
        conversations: { nodes: { messages: { nodes: { text: string }[] } }[] }
      }>('{ conversations(first: 6) { nodes { messages(last: 100) { nodes { text } } } } }')
      const stored = conversations.nodes.flatMap(({ messages }) => messages.nodes.map(({ text }) => text))
      expect(acknowledged.filter((text) => stored.filter((known) => known === text).length !== 1)).toEqual([])
      again.kill('SIGTERM')
      expect(await again.ended).toBe(0)
    },
  )
})
