import { afterAll, beforeAll, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { createApiClient } from '../kit/client.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { startServer, type ServerProcess } from './server-process.ts'

let prepared: PreparedWorld
beforeAll(async () => {
  prepared = await prepareWorld({
    async furnish(world) {
      const products = [{ sku: 'MILK', name: 'Leche entera', price: { amountMinor: 420n } }]
      await importProducts(world.ctx, { products }, null)
    },
  })
})
afterAll(() => prepared.remove())

const messageCount = 40
const texts = Array.from({ length: messageCount }, (_, n) => `${n + 2} leche entera`)
const senders = 8

interface Stored {
  readonly conversations: { readonly nodes: readonly { messages: { nodes: readonly { text: string }[] } }[] }
  readonly orders: {
    readonly nodes: readonly { lines: readonly { quantity: string }[]; conversation: { id: string } | null }[]
  }
}

test('what was acknowledged before the process was killed is there once, and is worked on once', async () => {
  const acknowledged = new Set<string>()

  /** Sends what is not acknowledged, as a provider would: again and again, from eight places, until it is, or all fails. */
  async function send(server: ServerProcess, isEnough: () => boolean): Promise<void> {
    const queue = texts.filter((text) => !acknowledged.has(text))
    await Promise.all(
      Array.from({ length: senders }, async () => {
        for (let text = queue.shift(); text !== undefined && !isEnough(); text = queue.shift()) {
          const delivery = prepared.compose(text, {
            from: `+5730011${10_000 + texts.indexOf(text)}`,
            id: `wamid.${text}`,
          })
          const url = `${server.url}${delivery.path}`
          const response = await fetch(url, { method: 'POST', headers: delivery.headers, body: delivery.body }).catch(
            () => null,
          )
          if (response?.status === 200) acknowledged.add(text)
        }
      }),
    )
  }

  for (const killAfter of [12, 26]) {
    const server = await startServer(prepared.env)
    // Killed as soon as enough is acknowledged, while the other senders' requests are under way.
    await send(server, () => {
      const isEnough = acknowledged.size >= killAfter
      if (isEnough) server.kill('SIGKILL')
      return isEnough
    })
    server.kill('SIGKILL')
    expect(await server.ended).toBeNull()
    expect(acknowledged.size).toBeLessThan(messageCount)
  }
  await prepared.letTimePass()

  const server = await startServer(prepared.env)
  const client = createApiClient(server.url, prepared.token)
  const read = () =>
    client.query<Stored>(/* GraphQL */ `
      {
        conversations(first: 50) {
          nodes {
            messages(first: 3) {
              nodes {
                text
              }
            }
          }
        }
        orders(first: 50) {
          nodes {
            conversation {
              id
            }
            lines {
              quantity
            }
          }
        }
      }
    `)
  const incoming = ({ conversations }: Stored) =>
    conversations.nodes
      .flatMap(({ messages }) => messages.nodes.map(({ text }) => text))
      .filter((text) => texts.includes(text))
  const stored = incoming(await read())
  // Before anything is sent again.
  expect([...acknowledged].filter((text) => !stored.includes(text))).toEqual([])

  await send(server, () => false)
  expect(acknowledged.size).toBe(messageCount)
  const quantities = ({ orders }: Stored) => orders.nodes.flatMap(({ lines }) => lines.map(({ quantity }) => quantity))
  await expect.poll(async () => quantities(await read()).length, { timeout: 20_000, interval: 200 }).toBe(messageCount)
  const settled = await read()
  expect(incoming(settled).toSorted()).toEqual(texts.toSorted())
  expect(quantities(settled).toSorted()).toEqual(texts.map((text) => text.split(' ')[0]).toSorted())
  expect(new Set(settled.orders.nodes.map(({ conversation }) => conversation?.id)).size).toBe(messageCount)
  server.kill('SIGTERM')
  expect(await server.ended).toBe(0)
}, 90_000)
