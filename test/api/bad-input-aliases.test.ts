import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

/** Names that a statement could have for things of its own. */
const names = [...Array.from({ length: 12 }, (_, n) => `t${n + 1}`), 'tenant_id', 'id', 'row', 'page', 'json', 'e', 'x']

test.each(names)('a client may call what it asks for «%s», on every level', async (name) => {
  const world = await app.makeWorld()
  await world.say('hola')
  const plain = await world.owner.query<{ conversations: unknown }>(
    '{ conversations(first: 2) { nodes { status customer { name identities { value } } messages(first: 2) { nodes { text } } } } }',
  )
  const renamed = await world.owner.query<Record<string, unknown>>(
    `{ ${name}: conversations(first: 2) { ${name}: nodes { ${name}: status customer { ${name}: name identities { ${name}: value } }
      messages(first: 2) { nodes { ${name}: text } } } } }`,
  )
  const here = (key: string) => ({ nodes: name, status: name, name, value: name, text: name })[key] ?? key
  const expected = JSON.stringify(plain.conversations).replaceAll(/"(\w+)":/g, (_, key: string) => `"${here(key)}":`)
  // Names of `messages.nodes` stay as they are.
  const given = JSON.stringify(renamed[name]).replace('"messages":{"nodes"', `"messages":{"${name}"`)
  expect(given).toBe(expected)
})
