import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

const get = (path: string) => fetch(new URL(path, app.url))

test('a running server is alive and ready', async () => {
  expect((await get('/livez')).status).toBe(200)
  const ready = await get('/readyz')
  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({ status: 'ok', checks: { database: 'ok' } })
})

describe('without its database', () => {
  test('the server is alive but not ready, and says what is wrong without naming a host', async () => {
    const broken = await startApp()
    const ping = broken.services.db.ping
    const answers = { away: true }
    Object.assign(broken.services.db, {
      ping: () => (answers.away ? Promise.reject(new Error('connect ECONNREFUSED db.internal:5432')) : ping()),
    })
    try {
      const away = await fetch(new URL('/readyz', broken.url))
      expect(away.status).toBe(503)
      const body = await away.text()
      expect(JSON.parse(body)).toEqual({
        status: 'unavailable',
        checks: { database: 'The database cannot be reached.' },
      })
      expect(body).not.toContain('db.internal')
      expect((await fetch(new URL('/livez', broken.url))).status).toBe(200)

      answers.away = false
      expect((await fetch(new URL('/readyz', broken.url))).status).toBe(200)
    } finally {
      await broken.stop()
    }
  })
})

test('a draining server says so before it stops listening', async () => {
  const draining = await startApp({ env: { SHUTDOWN_NOTICE_MS: '400' } })
  const stopped = draining.stop()
  const answer = await fetch(new URL('/readyz', draining.url))
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({
    status: 'unavailable',
    checks: { draining: 'The server is shutting down.' },
  })
  await stopped
  await expect(fetch(new URL('/livez', draining.url))).rejects.toThrow()
})

test('metrics count operations by root field, never by the name that a client chose', async () => {
  const world = await app.makeWorld()
  await world.owner.query('query SecretNameOfAClient { viewer { tenant { slug } } }')
  const text = await (await get('/metrics')).text()
  expect(text).toMatch(
    /parley_graphql_operation_seconds_count\{operation="query viewer",outcome="ok",transport="http"\} \d+/,
  )
  expect(text).toContain('parley_websockets 0')
  expect(text).toContain('parley_jobs_waiting')
  expect(text).not.toContain('SecretNameOfAClient')
})

test('the public signing keys are published, the private halves are not', async () => {
  await app.makeWorld()
  const answer = await get('/.well-known/jwks.json')
  expect(answer.status).toBe(200)
  const { keys } = JSON.parse(await answer.text()) as { keys: Record<string, unknown>[] }
  expect(keys.length).toBeGreaterThan(0)
  for (const key of keys) {
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' })
    expect(key).not.toHaveProperty('d')
  }
})
