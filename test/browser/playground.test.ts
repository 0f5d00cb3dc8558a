import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from '../kit/browser.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
let browser: TestBrowser
let demo: World
beforeAll(async () => {
  app = await startApp()
  browser = await startBrowser()
  demo = await app.makeWorld({}, 'demo')
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

test('with the network unplugged the playground answers a query and follows live events', async () => {
  const { page, strangers, complaints } = await browser.openPage()
  await page.goto(`${app.url.replace('127.0.0.1', 'localhost')}/graphql`)
  await page.getByText('Inbox', { exact: true }).first().waitFor()
  const answers = page.locator('.result-window')

  // A query: the first tab, with the token that is filled in.
  await demo.say('hola, buenos días')
  await page.getByRole('button', { name: /execute query/i }).click()
  await answers.getByText('hola, buenos días').first().waitFor()

  // A subscription: the tab of live events; then a customer writes.
  await page.getByRole('tab', { name: 'LiveEvents' }).click()
  await page.getByRole('tab', { name: 'LiveEvents', selected: true }).waitFor()
  // GraphiQL learns the name of the operation a moment after the editor shows it, and until then asks for the last tab's.
  await page.locator('.graphiql-query-editor').getByText('inboxEvents').first().waitFor()
  await page.waitForTimeout(1_500)
  await page.getByRole('button', { name: /execute query/i }).click()
  await expect
    .poll(
      async () => {
        await demo.say('¿hay queso?')
        return answers.getByText('¿hay queso?').count()
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeGreaterThan(0)

  // The documentation is there too: the schema was read.
  await page
    .getByRole('button', { name: /documentation explorer/i })
    .first()
    .click()
  await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).click()
  await page.getByText('The read entry points.').first().waitFor()

  expect(strangers).toEqual([])
  expect(complaints).toEqual([])
})
