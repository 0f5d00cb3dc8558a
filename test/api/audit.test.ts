import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

const audits = serverAudits({ url: () => `${app.url}/graphql` })

test('the audit suite of GraphQL over HTTP still has its rules', () => {
  expect(audits.filter(({ name }) => name.startsWith('MUST')).length).toBeGreaterThan(10)
})

test.each(audits.filter(({ name }) => name.startsWith('MUST')).map(({ id, name, fn }) => ({ id, name, fn })))(
  'GraphQL over HTTP $id: the server $name',
  async ({ fn }) => {
    const result = await fn()
    expect(result, 'reason' in result ? result.reason : '').toMatchObject({ status: 'ok' })
  },
)
