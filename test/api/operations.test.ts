import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConversationJob } from '../../src/conversations/index.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

const failedJobs = /* GraphQL */ `
  query FailedJobs {
    failedJobs {
      id
      name
      data
      attempts
      error
      enqueuedAt
      failedAt
    }
  }
`
const replay = /* GraphQL */ `
  mutation Replay($id: ID!) {
    failedJobReplay(id: $id) {
      replayed
      errors {
        __typename
        code
      }
    }
  }
`

interface Failed {
  readonly failedJobs: readonly { readonly id: string; readonly name: string; readonly data: unknown }[]
}

/** A job whose payload lacks what its handler needs is given up at once. */
async function poison(world: World): Promise<void> {
  const { ctx, tenantId } = world
  const dead = app.nextJob((job) => job.data.tenantId === tenantId && job.outcome === 'dead')
  const kind = { ...readConversationJob, schema: readConversationJob.schema }
  const data = { tenantId, conversationId: 'cnv_x' } as Parameters<typeof kind.schema.parse>[0] as never
  await ctx.db.withTenant(tenantId, (tx) => ctx.jobs.enqueue(tx, kind, data, { orderKey: 'cnv_x' }))
  await dead
}

test('an operator sees the jobs that were given up, and puts one back', async () => {
  const world = await app.makeWorld()
  await poison(world)
  const { failedJobs: seen } = await world.owner.query<Failed>(failedJobs)
  expect(seen).toMatchObject([{ name: 'conversation.read', data: { conversationId: 'cnv_x' }, attempts: 1 }])

  const died = app.nextJob((job) => job.data.tenantId === world.tenantId && job.outcome === 'dead')
  const replayed = await world.owner.mutate(replay, { id: seen[0]?.id })
  expect(replayed).toEqual({ failedJobReplay: { replayed: true, errors: [] } })
  await died
  const again = await world.owner.mutate(replay, { id: seen[0]?.id })
  expect(again).toEqual({
    failedJobReplay: { replayed: false, errors: [{ __typename: 'NotFound', code: 'NOT_FOUND' }] },
  })
})

test('a neighbour sees none of them, and can put none back', async () => {
  const world = await app.makeWorld()
  const neighbour = await app.makeWorld()
  await poison(world)
  const { failedJobs: own } = await world.owner.query<Failed>(failedJobs)
  expect(await neighbour.owner.query(failedJobs)).toEqual({ failedJobs: [] })
  for (const id of [own[0]?.id, '00000000-0000-4000-8000-000000000000', 'no id at all']) {
    expect(await neighbour.owner.mutate(replay, { id })).toMatchObject({ failedJobReplay: { replayed: false } })
  }
  expect(await world.owner.query(failedJobs)).toEqual({ failedJobs: own })
})
