import type { Job } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { readConversationHandler } from '../../src/orders/jobs.ts'
import { offlineModel } from '../../src/platform/ai/offline-model.ts'
import type { OrderModel } from '../../src/platform/ai/model.ts'
import { runJob } from '../../src/platform/jobs/run-job.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

/** Even the built-in model has a mistake now and then; this one has it while `isBroken`. */
let isBroken = false
const fragile: OrderModel = {
  ...offlineModel,
  readOrder: (request, signal) =>
    isBroken ? Promise.reject(new TypeError('a mistake of ours')) : offlineModel.readOrder(request, signal),
}

let app: TestApp
beforeAll(async () => void (app = await startApp({ models: { order: fragile, net: fragile } })))
afterAll(() => app.stop())

interface Shown {
  readonly conversations: {
    readonly nodes: readonly {
      readonly id: string
      readonly bot: { readonly state: string; readonly reason: string | null }
      readonly orders: { readonly nodes: readonly { readonly lines: readonly { readonly name: string }[] }[] }
    }[]
  }
}

async function shown(world: World) {
  const { conversations } = await world.owner.query<Shown>(/* GraphQL */ `
    query Shown {
      conversations(first: 1) {
        nodes {
          id
          bot {
            state
            reason
          }
          orders(first: 5) {
            nodes {
              lines {
                name
              }
            }
          }
        }
      }
    }
  `)
  const [conversation] = conversations.nodes
  if (conversation === undefined) throw new Error('no conversation')
  return conversation
}

function settled(world: World, outcome: string) {
  return app.nextJob(
    (job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId && job.outcome === outcome,
  )
}

/** The last attempt of the job that waits, as the queue would run it after all pauses. */
async function lastAttempt(world: World, conversationId: string): Promise<void> {
  const data = { tenantId: world.tenantId, conversationId, seq: 1 }
  const job = { id: 'job', name: 'conversation.read', data, retryCount: 6 } as Job<unknown>
  const { outcome } = await runJob(app.services, readConversationHandler, job, new AbortController().signal)
  expect(outcome).toBe('dead')
}

test('a conversation that cannot be read is shown to people, and read after all when it can be', async () => {
  const world = await app.makeWorld({ debounceMs: 0 })
  const products = [
    { sku: 'MILK', name: 'Leche' },
    { sku: 'CHEESE', name: 'Queso' },
  ]
  await importProducts(world.ctx, { products }, null)

  isBroken = true
  const failed = settled(world, 'retry')
  await world.say('2 leche')
  await failed
  const { id } = await shown(world)
  await lastAttempt(world, id)
  expect(await shown(world)).toMatchObject({ bot: { state: 'PAUSED', reason: 'ERROR' }, orders: { nodes: [] } })

  isBroken = false
  const done = settled(world, 'done')
  await world.say('3 queso')
  await done
  expect(await shown(world)).toMatchObject({
    bot: { state: 'BOT', reason: 'RECOVERED' },
    orders: { nodes: [{ lines: [{ name: 'Leche' }, { name: 'Queso' }] }] },
  })
})

test('a person who has taken over after an error keeps the conversation', async () => {
  const world = await app.makeWorld({ debounceMs: 0 })
  await importProducts(world.ctx, { products: [{ sku: 'MILK', name: 'Leche' }] }, null)
  isBroken = true
  const failed = settled(world, 'retry')
  await world.say('2 leche')
  await failed
  const { id } = await shown(world)
  await lastAttempt(world, id)
  isBroken = false
  await world.owner.mutate(
    'mutation Send($id: ID!) { messageSend(conversationId: $id, input: { text: "Hola, soy Ana" }) { errors { code } } }',
    { id },
  )
  const done = settled(world, 'done')
  await world.say('3 leche')
  await done
  expect(await shown(world)).toMatchObject({ bot: { state: 'HUMAN' }, orders: { nodes: [] } })
})
