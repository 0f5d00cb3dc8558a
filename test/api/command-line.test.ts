import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiClient } from '../kit/client.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { runCommand, startServerProcess, type Environment, type ServerProcess } from '../kit/process.ts'

let database: TestDatabase
let directory: string
let env: Environment
let server: ServerProcess

beforeAll(async () => {
  database = await startTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'parley-cli-'))
  env = { PORT: '0', PARLEY_DATA_DIR: directory, ...(database.url === null ? {} : { DATABASE_URL: database.url }) }
  server = await startServerProcess(env)
})
afterAll(async () => {
  await server?.end('SIGKILL')
  await database?.stop()
  await rm(directory, { recursive: true, force: true })
})

describe('a first start', () => {
  test('prints the address, the demo tenant, a token, one curl and the line that sends a first message', async () => {
    const { stdout, stderr } = server.output
    expect(stdout).toMatch(/Playground {2}http:\/\/\S+\/graphql/)
    expect(stdout).toMatch(/Tenant {6}demo/)
    expect(stdout).toContain('npm run simulate -- --text "hola, 2 cajas de leche entera y 3 kg de queso"')
    expect(stderr).toBe('')
    const [, url, token, body] =
      /curl -s (\S+) -H 'content-type: application\/json' -H 'authorization: Bearer (\S+)' -d '(.+)'/.exec(stdout) ?? []
    const answer = await fetch(url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: body ?? '',
    })
    expect(await answer.json()).toMatchObject({ data: { viewer: { tenant: { name: expect.any(String) } } } })
  })

  test('keeps its secret and its control file to its owner', async () => {
    for (const name of ['secret', 'control.json']) {
      expect((await stat(join(directory, name))).mode & 0o777, name).toBe(0o600)
    }
  })
})

describe('beside a running server', () => {
  test('token prints a token alone, and the server knows it', async () => {
    const { code, stdout, stderr } = await runCommand(['token', '--role', 'VIEWER', '--ttl', '5m'], env)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]+\n$/)
    const viewer = createApiClient(server.url, stdout.trim())
    expect(await viewer.query('{ viewer { membership { role } tenant { slug } } }')).toEqual({
      viewer: { membership: { role: 'VIEWER' }, tenant: { slug: 'demo' } },
    })
  })

  test('library adds a global document that tenants find, lists it and takes it away again', async () => {
    const file = join(directory, 'frio.md')
    await writeFile(file, '# Cadena de frío\n\nLa leche viaja a 4 grados.')
    const library = (...flags: string[]) => runCommand(['library', ...flags], env)
    expect(await library('--add', file, '--id', 'cold')).toMatchObject({ code: 0, stdout: 'ADDED\n', stderr: '' })
    expect(await library()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^cold\tCadena de frío\tversion 1\t/),
    })
    const { stdout } = await runCommand(['token'], env)
    const owner = createApiClient(server.url, stdout.trim())
    const search = () =>
      owner.query('{ knowledgeSearch(query: "grados leche viaja", first: 1) { doc { externalId scope } } }')
    await expect.poll(search).toEqual({ knowledgeSearch: [{ doc: { externalId: 'cold', scope: 'GLOBAL' } }] })
    expect(await library('--remove', '--id', 'cold')).toMatchObject({ code: 0, stdout: 'REMOVED\n' })
    expect(await library('--remove', '--id', 'cold')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cold'),
    })
    // As long as a document may be, in letters of three bytes.
    await writeFile(file, '界'.repeat(499_000))
    expect(await library('--add', file, '--id', 'long')).toMatchObject({ code: 0, stdout: 'ADDED\n' })
    expect(await library('--remove', '--id', 'long')).toMatchObject({ code: 0 })
    expect(await library('--add', file)).toMatchObject({ code: 2, stderr: expect.stringContaining('--id') })
    expect(await library('--add', join(directory, 'none.md'), '--id', 'x')).toMatchObject({ code: 1 })
  })

  test('tenant makes a tenant whose owner can sign in with the printed token', async () => {
    const { code, stdout } = await runCommand(['tenant', '--slug', 'acme', '--name', 'Acme'], env)
    expect(code).toBe(0)
    const made = JSON.parse(stdout) as { tenantId: string; userId: string; token: string }
    expect(Object.keys(made)).toEqual(['tenantId', 'userId', 'token'])
    const owner = createApiClient(server.url, made.token)
    expect(await owner.query('{ viewer { tenant { id name } user { id } } }')).toEqual({
      viewer: { tenant: { id: made.tenantId, name: 'Acme' }, user: { id: made.userId } },
    })
  })

  test('simulate sends a message and tells what became of it', async () => {
    const args = ['simulate', '--text', 'hola, 2 cajas de leche entera y 3 kg de queso', '--json', '--url', server.url]
    const { code, stdout, stderr } = await runCommand(args, env)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const outcome = JSON.parse(stdout) as Record<string, unknown>
    expect(outcome).toMatchObject({
      message: { id: expect.stringMatching(/^msg_/), kind: 'TEXT' },
      conversationId: expect.stringMatching(/^cnv_/),
      order: {
        status: expect.stringMatching(/^(CONFIRMED|REVIEW)$/),
        lines: [
          { quantity: '2', name: 'Leche entera' },
          { quantity: '3', name: expect.stringContaining('Queso') },
        ],
      },
    })
  })

  test('simulate tells what becomes of a change that comes after the order, and of an order without lines', async () => {
    const say = async (text: string, from: string) => {
      const { stdout } = await runCommand(
        ['simulate', '--text', text, '--from', from, '--json', '--url', server.url],
        env,
      )
      return JSON.parse(stdout) as { order: unknown; note: string | null }
    }
    await say('2 cajas de leche entera', '+573001112299')
    const { note } = await say('quiero cancelar mi pedido', '+573001112299')
    expect(note).toMatch(/^A person decides what becomes of order #\d+: cancel\.$/)
    const { order } = await say('lo de siempre', '+573001112288')
    expect(order).toMatchObject({ status: 'REVIEW', lines: [] })
  })

  test('a command that the server refuses says why', async () => {
    const { code, stdout, stderr } = await runCommand(['token', '--tenant', 'nobody'], env)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('There is no tenant «nobody»')
    expect(stderr).not.toMatch(/\bat .*:\d+/)
  })

  test('nobody without the secret of its owner reaches the commands', async () => {
    for (const secret of [null, 'x'.repeat(43)]) {
      const response = await fetch(new URL('/-/control/token', server.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(secret === null ? {} : { 'x-parley-control': secret }) },
        body: JSON.stringify({ tenant: 'demo', role: 'OWNER', ttlSeconds: 60 }),
      })
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('ey')
    }
  })

  test('doctor finds everything well', async () => {
    const { code, stdout } = await runCommand(['doctor'], env)
    expect(stdout).toContain('is ready')
    expect(stdout).toContain('Everything is well.')
    expect(code).toBe(0)
  })

  test('a second server on the same embedded database is refused by the name of the first', async ({ skip }) => {
    if (database.url !== null) skip('Postgres takes many servers')
    const { code, stderr } = await runCommand(['start'], env)
    expect(code).toBe(1)
    expect(stderr).toContain(`in use by process ${server.pid}`)
    expect(stderr).not.toMatch(/\bat .*:\d+/)
  })
})

test('library works by itself where no server runs', async () => {
  const alone = await mkdtemp(join(tmpdir(), 'parley-alone-'))
  try {
    const file = join(alone, 'frio.md')
    await writeFile(file, '# Cadena de frío\n\nLa leche viaja a 4 grados.')
    const library = (...flags: string[]) => runCommand(['library', ...flags], { PARLEY_DATA_DIR: join(alone, 'data') })
    expect(await library('--add', file, '--id', 'cold')).toMatchObject({ code: 0, stdout: 'ADDED\n' })
    expect(await library()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^cold\tCadena de frío\tversion 1\t\d{4}-\d\d-\d\dT/),
    })
  } finally {
    await rm(alone, { recursive: true, force: true })
  }
  // Each command opens the embedded database, and the first one migrates it.
}, 60_000)

describe('what is wrong is said without a stack trace', () => {
  test('every mistake of the configuration at once', async () => {
    const { code, stdout, stderr } = await runCommand(['start'], { ...env, PORT: 'x', LOG_LEVEL: 'loud' })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('PORT: is not a whole number')
    expect(stderr).toContain('LOG_LEVEL: is unknown')
    expect(stderr).not.toMatch(/\bat .*:\d+/)
  })

  test('a port that is taken', async () => {
    const port = new URL(server.url).port
    const other = await mkdtemp(join(tmpdir(), 'parley-cli-'))
    const { code, stderr } = await runCommand(['start'], { ...env, PORT: port, PARLEY_DATA_DIR: other })
    await rm(other, { recursive: true, force: true })
    expect(code).toBe(1)
    expect(stderr).toContain(`Port ${port} is taken`)
  })

  test('a database that does not answer', async () => {
    const nowhere = { ...env, DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:9/parley' }
    const { code, stderr } = await runCommand(['start'], nowhere)
    expect(code).toBe(1)
    expect(stderr).toContain('DATABASE_URL')
    expect(stderr).not.toContain('hunter2')
  })

  test('a server that is not there', async () => {
    const { code, stderr } = await runCommand(['simulate', '--text', 'hola', '--url', 'http://127.0.0.1:9'], env)
    expect(code).toBe(1)
    expect(stderr).toContain('npm start')
  })

  test.each([
    ['an unknown command', ['tokn']],
    ['an unknown flag', ['token', '--tennant', 'demo']],
    ['a missing flag', ['tenant']],
    ['a duration that is none', ['token', '--ttl', 'soon']],
  ])('%s: exit code 2 with the help', async (_name, args) => {
    const { code, stdout, stderr } = await runCommand(args, env)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('npm run')
  })
})

test('SIGTERM drains and ends the process with 0, and the next start finds everything as it was', async () => {
  const { stdout: token } = await runCommand(['token'], env)
  const read = async (at: string) =>
    createApiClient(at, token.trim()).query('{ viewer { tenant { id } } conversations(first: 5) { nodes { id } } }')
  const before = await read(server.url)
  expect(await server.end('SIGTERM')).toBe(0)
  await expect(stat(join(directory, 'control.json'))).rejects.toThrow()
  server = await startServerProcess(env)
  expect(await read(server.url)).toEqual(before)
})
