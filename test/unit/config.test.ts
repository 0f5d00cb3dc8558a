import { expect, test } from 'vitest'
import { ConfigError, parseConfig } from '../../src/config.ts'
import { settings } from '../../src/settings.ts'

function problemsOf(environment: Record<string, string>): readonly { name: string; problem: string; mend: string }[] {
  try {
    parseConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('an empty environment is a working development server on the embedded database', () => {
  const config = parseConfig({})
  expect(config.environment).toBe('development')
  expect(config.http).toMatchObject({ host: 'localhost', port: 4000 })
  expect(config.database.url).toBeNull()
  expect(config.whatsapp.apiUrl).toBeNull()
  expect(config.oidc).toBeNull()
})

test('every mistake is named at once, each with how to mend it', () => {
  const problems = problemsOf({
    PORT: 'four thousand',
    NODE_ENV: 'production',
    DATABASE_URL: 'mysql://root:hunter2@db/parley',
    CORS_ORIGINS: 'https://shop.example/path',
    OIDC_AUDIENCE: 'authenticated',
    LOG_LEVEL: 'loud',
  })
  expect(problems.map(({ name }) => name)).toEqual([
    'PORT',
    'LOG_LEVEL',
    'DATABASE_URL',
    'CORS_ORIGINS',
    'PARLEY_SECRET',
    'OIDC_ISSUER',
  ])
  expect(problems.filter(({ mend }) => mend === '')).toEqual([])
})

test('a mistake never repeats the value, which may hold a password', () => {
  const problems = problemsOf({ DATABASE_URL: 'mysql://root:hunter2@db/parley', PARLEY_SECRET: 'short-hunter2' })
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})

test('an empty value counts as not set, as compose files write it', () => {
  expect(parseConfig({ PORT: '', DATABASE_URL: '', OPENAI_API_KEY: ' ' })).toEqual(parseConfig({}))
})

test('production sends to WhatsApp itself, listens on every interface and warns load balancers before it stops', () => {
  const config = parseConfig({ NODE_ENV: 'production', PARLEY_SECRET: 'x'.repeat(32) })
  expect(config.whatsapp.apiUrl).toBe('https://graph.facebook.com')
  expect(config.http.host).toBe('0.0.0.0')
  expect(config.shutdown.noticeMs).toBe(5_000)
})

test('an outside identity provider finds its keys by itself, unless it has a shared secret', () => {
  const issuer = 'https://project.supabase.co/auth/v1'
  expect(parseConfig({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'authenticated' }).oidc).toEqual({
    issuer,
    audience: 'authenticated',
    jwksUrl: `${issuer}/.well-known/jwks.json`,
    sharedSecret: null,
  })
  const legacy = parseConfig({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'authenticated', OIDC_JWT_SECRET: 's'.repeat(40) })
  expect(legacy.oidc?.jwksUrl).toBeNull()
})

test('the configuration cannot be changed once it is read', () => {
  const { http } = parseConfig({})
  expect(() => Object.assign(http, { port: 1 })).toThrow(TypeError)
})

test('the table of settings tells what each one is for and how to mend it', () => {
  expect(settings.length).toBeGreaterThan(20)
  expect(settings.filter(({ about, mend }) => about === '' || !mend.endsWith('.'))).toEqual([])
})
