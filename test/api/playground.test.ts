import { parse, validate } from 'graphql'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import { playgroundTabs } from '../../src/http/playground.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'

const tabs = await playgroundTabs()

describe('the tabs of the playground', () => {
  const schema = createSchema(modules)

  test('are there', () => {
    expect(tabs.map(({ name }) => name)).toEqual([
      'inbox',
      'review-queue',
      'confirm-an-order',
      'live-events',
      'review-events',
      'ask-the-knowledge-base',
      'read-an-order',
    ])
  })

  test.each(tabs)('$name is a document that the schema allows', ({ query }) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([])
  })
})

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

describe('a tab', () => {
  test.each(
    tabs.filter(({ query }) =>
      parse(query).definitions.every((node) => 'operation' in node && node.operation === 'query'),
    ),
  )('$name is answered without errors, within what one operation may cost', async ({ query, variables }) => {
    const world = await app.makeWorld()
    await world.owner.query(query, variables === null ? {} : (JSON.parse(variables) as Record<string, unknown>))
  })
})

/** By `node:http`, because `fetch` does not let a caller choose the Host header. */
function get(
  at: TestApp,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    request(new URL(path, at.url), { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
          headers: response.headers,
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

describe('the page', () => {
  test('is served to a browser, loads nothing from elsewhere and allows no script but its own', async () => {
    const page = await get(app, '/graphql', asBrowser)
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' blob:;/)
    expect(policy).not.toContain('upgrade-insecure-requests')
    const loaded = [...page.body.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, target]) => target)
    expect(loaded).toEqual(['data:,', expect.stringMatching(/^\/graphql\/playground\.js\?v=/)])
    for (const { query } of tabs)
      expect(page.body).toContain(JSON.stringify(query).slice(1, 40).replaceAll('<', '\\u003c'))
  })

  test('its script is cached for good, under a name that changes with it', async () => {
    const page = await get(app, '/graphql', asBrowser)
    const path = /src="(\/graphql\/playground\.js\?v=[^"]+)"/.exec(page.body)?.[1] ?? ''
    const script = await get(app, path, { 'accept-encoding': 'identity' })
    expect(script.status).toBe(200)
    expect(script.headers['cache-control']).toContain('immutable')
    expect(script.body).toContain('renderYogaGraphiQL')
    const again = await get(app, path, { 'if-none-match': String(script.headers['etag']) })
    expect(again.status).toBe(304)
  })

  test('a client that asks for JSON gets JSON at the same address', async () => {
    const answer = await get(app, '/graphql?query=%7B__typename%7D', {
      accept: 'application/json',
      'apollo-require-preflight': '1',
    })
    expect(JSON.parse(answer.body)).toMatchObject({ data: { __typename: 'Query' } })
  })
})

describe('the demo token', () => {
  async function startWithDemo(env: Record<string, string> = {}): Promise<TestApp> {
    const started = await startApp({ env })
    await started.makeWorld({}, 'demo')
    return started
  }

  test('is filled in for this machine alone, by its own name', async () => {
    const demo = await startWithDemo()
    try {
      const port = new URL(demo.url).port
      const body = async (host: string) => (await get(demo, '/graphql', { ...asBrowser, host })).body
      expect(await body(`localhost:${port}`)).toContain('Bearer ey')
      // Any page on the web can make its own name lead to this machine.
      expect(await body(`rebound.evil.example:${port}`)).not.toContain('Bearer ey')
    } finally {
      await demo.stop()
    }
  })

  test('and the page itself are not for strangers in production', async () => {
    const production = await startWithDemo({ NODE_ENV: 'production' })
    try {
      const stranger = await get(production, '/graphql', asBrowser)
      expect(stranger.status).toBe(401)
      expect(stranger.body).not.toContain('<html')
      const world = await production.makeWorld()
      const member = await get(production, '/graphql', { ...asBrowser, authorization: `Bearer ${world.owner.token}` })
      expect(member.status).toBe(200)
      expect(member.body).not.toContain('Bearer ey')
    } finally {
      await production.stop()
    }
  })
})
