import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { shareOf } from '../../src/assistant/prompts/share.ts'
import { importProducts } from '../../src/catalog/index.ts'
import { openAiOrderModel } from '../../src/platform/ai/openai/order-model.ts'
import { offlineModel } from '../../src/platform/ai/offline-model.ts'
import { newId } from '../../src/platform/ids.ts'
import { startModelServer, type ModelRequest, type ModelServer } from '../kit/model-server.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let model: ModelServer
let app: TestApp
beforeAll(async () => {
  model = await startModelServer()
  const order = openAiOrderModel({
    apiKey: 'test',
    baseUrl: model.url,
    model: 'scripted',
    timeoutMs: 5_000,
    inputPriceMicroUsd: 1_000_000,
    outputPriceMicroUsd: 1_000_000,
    candidates: ({ catalog }) => catalog.products,
  })
  app = await startApp({ models: { order, cheaper: null, net: offlineModel, timeoutMs: 5_000 } })
})
afterAll(async () => {
  await app.stop()
  await model.stop()
})
afterEach(() => model.script(() => ({ kind: 'status', status: 400 })))

const systemOf = ({ body }: ModelRequest): string => body.messages?.[0]?.content ?? ''
interface Asked {
  readonly products: readonly { readonly ref: string; readonly name: string }[]
  readonly messages: readonly { readonly text: string }[]
}
const askedOf = ({ body }: ModelRequest) => JSON.parse(body.messages?.[1]?.content ?? '{}') as Asked

/** Answers as a good reader of «3 tinta»: quantity and the product whose name has the word. */
function readWell(request: ModelRequest, quantityOf: (said: string) => string = (said) => said) {
  const { products, messages } = askedOf(request)
  const text = messages[0]?.text ?? ''
  const [said = '', word = ''] = text.split(' ')
  const product = products.find(({ name }) => name.toLowerCase().startsWith(word))?.ref ?? null
  const line = {
    product,
    variants: [],
    quantity: quantityOf(said),
    unit: null,
    options: [],
    quote: text,
    message: 1,
    confidence: 1,
  }
  return {
    kind: 'answer' as const,
    content: { intents: ['ORDER'], language: 'es', lines: [line], changes: [], confidence: 1 },
  }
}

async function shop(): Promise<World> {
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0 })
  await world.owner.mutate('mutation { tenantUpdate(input: { autoConfirm: false }) { errors { code } } }')
  const products = [
    { sku: 'INK', name: 'Tinta Epson 664', price: { amountMinor: 4_000n } },
    { sku: 'PAPER', name: 'Papel bond carta', price: { amountMinor: 1_500n } },
  ]
  await importProducts(world.ctx, { products }, null)
  return world
}

const createVersion = /* GraphQL */ `
  mutation Create($input: PromptVersionCreateInput!, $key: String) {
    promptVersionCreate(input: $input, idempotencyKey: $key) {
      version {
        id
        number
        state
        prompt {
          id
        }
      }
      errors {
        code
        message
        path
      }
    }
  }
`
interface Version {
  readonly id: string
  readonly number: number
  readonly state: string
  readonly prompt: { readonly id: string }
}
interface Created {
  readonly promptVersionCreate: { readonly version: Version | null; readonly errors: readonly { path: string[] }[] }
}

async function version(world: World, template: string, more: object = {}): Promise<Version> {
  const input = { task: 'READ_ORDER', template, ...more }
  const { promptVersionCreate } = await world.owner.mutate<Created>(createVersion, { input })
  expect(promptVersionCreate.errors).toEqual([])
  if (promptVersionCreate.version === null) throw new Error('no version')
  return promptVersionCreate.version
}

const release = /* GraphQL */ `
  mutation Release($id: ID!, $input: PromptReleaseInput!, $expected: Int) {
    promptRelease(id: $id, input: $input, expectedRelease: $expected) {
      prompt {
        release {
          number
          isRollback
          shares {
            number
            weight
            version {
              state
            }
          }
        }
      }
      errors {
        code
        path
        ... on EvaluationWorse {
          candidate {
            matched
            invented
            exact
          }
          baseline {
            matched
            invented
            exact
          }
        }
        ... on VersionConflict {
          currentVersion
        }
      }
    }
  }
`
const rollback = /* GraphQL */ `
  mutation Rollback($id: ID!) {
    promptRollback(id: $id) {
      prompt {
        release {
          number
          isRollback
          shares {
            number
          }
        }
      }
      errors {
        code
      }
    }
  }
`

/** Orders that people approved: «n tinta» each. */
async function goldenSet(world: World, count: number): Promise<void> {
  model.script((request) => readWell(request))
  for (let n = 1; n <= count; n += 1) {
    const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
    await world.say(`${n} tinta`, { from: `+57300222${String(n).padStart(4, '0')}` })
    await read
  }
  const { reviewQueue } = await world.owner.query<{ reviewQueue: { nodes: { id: string }[] } }>(
    '{ reviewQueue(first: 100) { nodes { id } } }',
  )
  expect(reviewQueue.nodes.length).toBe(count)
  for (const { id } of reviewQueue.nodes) {
    await world.owner.mutate('mutation Confirm($id: ID!) { orderConfirm(id: $id) { errors { code } } }', { id })
  }
}

interface Run {
  readonly id: string
  readonly state: string
  readonly failureReason: string | null
  readonly doneCount: number
  readonly f1: number | null
  readonly exactCount: number
  readonly moneyErrorMinor: number
  readonly costMicroUsd: number
  readonly fallbackCount: number
  readonly results: { readonly totalCount: number }
}

/** Starts an evaluation and waits for its end. */
async function evaluate(world: World, input: object): Promise<Run> {
  const done = app.nextJob((job) => job.name === 'evaluation.run' && job.data.tenantId === world.tenantId)
  const { evaluationRun } = await world.owner.mutate<{
    evaluationRun: { evaluationRun: { id: string } | null; errors: unknown[] }
  }>(
    'mutation Run($input: EvaluationRunInput!) { evaluationRun(input: $input) { evaluationRun { id } errors { code message } } }',
    { input },
  )
  expect(evaluationRun.errors).toEqual([])
  await done
  const { node } = await world.owner.query<{ node: Run }>(
    `query Run($id: ID!) { node(id: $id) { ... on EvaluationRun {
      id state failureReason doneCount f1 exactCount moneyErrorMinor costMicroUsd fallbackCount results { totalCount }
    } } }`,
    { id: evaluationRun.evaluationRun?.id },
  )
  return node
}

describe('a version of a prompt', () => {
  test('is numbered, and refused when it would not render', async () => {
    const world = await shop()
    const first = await version(world, 'Tinta means {{ ink }}; today is {{ today }}.', {
      variables: [{ name: 'ink', type: 'TEXT', value: 'Epson' }],
    })
    expect(first).toMatchObject({ number: 1, state: 'DRAFT' })
    expect(await version(world, 'Other words of {{ shop }}')).toMatchObject({ number: 2, prompt: first.prompt })
    for (const [wrong, path] of [
      [{ template: '{{ nobody }}' }, ['input', 'template']],
      [{ template: '{% include "secret" %}' }, ['input', 'template']],
      [{ template: '{% for i in (1..100000000) %}x{% endfor %}' }, ['input', 'template']],
      [{ template: '   ' }, ['input', 'template']],
      [
        { template: 'x', variables: [{ name: 'n', type: 'NUMBER', value: 'many' }] },
        ['input', 'variables', '0', 'value'],
      ],
      [{ template: 'x', variables: [{ name: 'shop', type: 'TEXT', value: 'Mine' }] }, ['input', 'variables']],
      [{ template: 'x', task: 'ANSWER_QUESTION' }, ['input', 'task']],
    ] as const) {
      const input = { task: 'READ_ORDER', ...wrong }
      const { promptVersionCreate } = await world.owner.mutate<Created>(createVersion, { input })
      expect(
        promptVersionCreate.errors.map((error) => error.path),
        JSON.stringify(wrong),
      ).toEqual([path])
    }
  })

  test('is written once however often the call is repeated, and never changed', async () => {
    const world = await shop()
    const input = { task: 'READ_ORDER', template: 'Once.' }
    const calls = Array.from({ length: 4 }, () => world.owner.mutate<Created>(createVersion, { input, key: 'once' }))
    const ids = new Set((await Promise.all(calls)).map(({ promptVersionCreate }) => promptVersionCreate.version?.id))
    expect(ids.size).toBe(1)
    await expect(
      world.ctx.db.withTenant(world.tenantId, (tx) => tx.execute("update prompt_versions set template = 'other'")),
    ).rejects.toThrow()
  })

  test('stays out of use, and out of reach, for a neighbour', async () => {
    const [world, neighbour] = [await shop(), await shop()]
    const { prompt } = await version(world, 'Mine.')
    const answer = await neighbour.owner.mutate<{ promptRelease: object }>(release, {
      id: prompt.id,
      input: { versions: [{ number: 1 }] },
    })
    expect(answer.promptRelease).toMatchObject({ prompt: null, errors: [{ code: 'NOT_FOUND' }] })
  })
})

describe('a person’s own prompt', () => {
  test('is what models are told in their previews, and in nobody else’s', async () => {
    const world = await shop()
    const { prompt } = await version(world, 'Only for {{ shop }}.', { level: 'USER' })
    const used = await world.owner.mutate<{ promptRelease: object }>(release, {
      id: prompt.id,
      input: { versions: [{ number: 1 }] },
      expected: 0,
    })
    expect(used.promptRelease).toMatchObject({
      prompt: { release: { number: 1, shares: [{ number: 1, weight: 1, version: { state: 'ACTIVE' } }] } },
      errors: [],
    })
    model.script((request) => readWell(request))
    const preview = '{ orderExtractionPreview(text: "2 tinta") { lines { quantity } } }'
    await world.owner.query(preview)
    expect(systemOf(model.requests.at(-1) as ModelRequest)).toMatch(/Only for .+\./)
    const colleague = await world.as('OPERATOR')
    await colleague.query(preview)
    expect(systemOf(model.requests.at(-1) as ModelRequest)).not.toContain('Only for')
    const inForce = '{ promptInForce(task: READ_ORDER) { level text version { number } } }'
    expect(await world.owner.query(inForce)).toMatchObject({ promptInForce: { level: 'USER', version: { number: 1 } } })
    expect(await colleague.query(inForce)).toMatchObject({ promptInForce: { level: 'GLOBAL', version: null } })
  })
})

describe('the tenant’s prompt', () => {
  test('is used only when it reads the golden set no worse; then the log names it, and going back is one step', async () => {
    const world = await shop()
    await goldenSet(world, 3)
    const first = await version(world, 'Read well.')
    const { id } = first.prompt
    const use = async (versions: object[], expected?: number) =>
      (
        await world.owner.mutate<{ promptRelease: { errors: { code: string }[] } }>(release, {
          id,
          input: { versions },
          expected,
        })
      ).promptRelease
    expect(await use([{ number: 1 }])).toMatchObject({ errors: [{ code: 'TOO_FEW_EXAMPLES' }] })
    await goldenSet(world, 3)
    expect(await use([{ number: 1 }])).toMatchObject({ errors: [{ code: 'EVALUATION_MISSING', path: null }] })

    const builtIn = await evaluate(world, {})
    expect(builtIn).toMatchObject({
      state: 'DONE',
      doneCount: 6,
      f1: 1,
      exactCount: 6,
      moneyErrorMinor: 0,
      fallbackCount: 0,
    })
    expect(builtIn.costMicroUsd).toBe(6 * 120)
    expect(await use([{ number: 1 }])).toMatchObject({
      errors: [{ code: 'EVALUATION_MISSING', path: ['input', 'versions', '0'] }],
    })

    const bad = await version(world, 'Read badly.')
    model.script((request) => readWell(request, (said) => (systemOf(request).includes('badly') ? '99' : said)))
    expect(await evaluate(world, { promptVersionId: first.id })).toMatchObject({ state: 'DONE', f1: 1 })
    expect(await evaluate(world, { promptVersionId: bad.id })).toMatchObject({ f1: 0, exactCount: 0 })
    expect(await use([{ number: 1 }, { number: 2 }])).toMatchObject({
      prompt: null,
      errors: [
        {
          code: 'EVALUATION_WORSE',
          path: ['input', 'versions', '1'],
          candidate: { matched: 0, invented: 6, exact: 0 },
          baseline: { matched: 6, invented: 0, exact: 6 },
        },
      ],
    })

    // Two at once: one holds, the other is told.
    const both = await Promise.all([use([{ number: 1 }], 0), use([{ number: 1, weight: 3 }], 0)])
    expect(both.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['VERSION_CONFLICT'])

    const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
    await world.say('2 papel', { from: '+573009990000' })
    await read
    expect(systemOf(model.requests.at(-1) as ModelRequest)).toContain('Read well.')
    expect(
      await world.owner.query('{ aiResponses(first: 1) { nodes { promptVersion { number answers failures } } } }'),
    ).toMatchObject({ aiResponses: { nodes: [{ promptVersion: { number: 1, answers: 1, failures: 0 } }] } })

    const back = async () => (await world.owner.mutate<{ promptRollback: object }>(rollback, { id })).promptRollback
    expect(await back()).toMatchObject({ prompt: { release: { number: 2, isRollback: true, shares: [] } }, errors: [] })
    expect(await back()).toMatchObject({ prompt: null, errors: [{ code: 'NOTHING_TO_ROLL_BACK' }] })
    expect(
      await world.owner.query('query V($id: ID!) { node(id: $id) { ... on PromptVersion { state } } }', {
        id: first.id,
      }),
    ).toEqual({
      node: { state: 'ARCHIVED' },
    })
  })

  test('that was measured on other examples than today’s is measured again', async () => {
    const world = await shop()
    await goldenSet(world, 5)
    const { id, prompt } = await version(world, 'Read well.')
    await evaluate(world, {})
    await evaluate(world, { promptVersionId: id })
    await goldenSet(world, 1)
    const answer = await world.owner.mutate<{ promptRelease: object }>(release, {
      id: prompt.id,
      input: { versions: [{ number: 1 }] },
    })
    expect(answer.promptRelease).toMatchObject({ errors: [{ code: 'EVALUATION_MISSING' }] })
  })
})

describe('an evaluation', () => {
  test('shows each example, tells its progress live, and never shows a model the answer', async () => {
    const world = await shop()
    await goldenSet(world, 5)
    const events = await world.owner.subscribe(
      'subscription { evaluationProgress { state doneCount exampleCount evaluationRun { model } } }',
    )
    model.script((request) => {
      const { examples, messages } = JSON.parse(request.body.messages?.[1]?.content ?? '{}') as {
        examples: { text: string }[]
        messages: { text: string }[]
      }
      expect(examples.map(({ text }) => text)).not.toContain(messages[0]?.text)
      return readWell(request)
    })
    const run = await evaluate(world, { model: 'scripted' })
    expect(run).toMatchObject({ state: 'DONE', f1: 1, results: { totalCount: 5 } })
    expect(await events.next()).toMatchObject({
      evaluationProgress: { state: 'DONE', doneCount: 5, exampleCount: 5, evaluationRun: { model: 'scripted' } },
    })
    await events.stop()
    const { node } = await world.owner.query<{ node: { results: { nodes: object[] } } }>(
      `query R($id: ID!) { node(id: $id) { ... on EvaluationRun { results(first: 1) { nodes {
        matched missed invented isExact error expected read example { text } } } } } }`,
      { id: run.id },
    )
    expect(node.results.nodes).toMatchObject([
      { matched: 1, missed: 0, invented: 0, isExact: true, error: null, expected: [{ productId: expect.any(String) }] },
    ])
    const { orders } = await world.owner.query<{ orders: { totalCount: number } }>('{ orders { totalCount } }')
    expect(orders.totalCount).toBe(5)
  })

  test('of a model that fails goes on with the built-in one and says so; of one nobody has it is refused', async () => {
    const world = await shop()
    await goldenSet(world, 5)
    model.script(() => ({ kind: 'refusal', text: 'no' }))
    expect(await evaluate(world, {})).toMatchObject({ state: 'DONE', fallbackCount: 5, doneCount: 5 })
    expect(await evaluate(world, { model: 'offline-1' })).toMatchObject({
      state: 'DONE',
      fallbackCount: 0,
      costMicroUsd: 0,
    })
    const { evaluationRun } = await world.owner.mutate<{ evaluationRun: object }>(
      'mutation { evaluationRun(input: { model: "gpt-99" }) { evaluationRun { id } errors { code path } } }',
    )
    expect(evaluationRun).toEqual({
      evaluationRun: null,
      errors: [{ code: 'INVALID_INPUT', path: ['input', 'model'] }],
    })
  })

  test('that is run twice reads nothing twice', async () => {
    const world = await shop()
    await goldenSet(world, 5)
    const before = model.requests.length
    const { id } = await evaluate(world, {})
    expect(model.requests.length - before).toBe(5)
    const again = app.nextJob((job) => job.name === 'evaluation.run' && job.data.tenantId === world.tenantId)
    const { runEvaluationJob } = await import('../../src/evaluation/job-kinds.ts')
    await world.ctx.db.withTenant(world.tenantId, (tx) =>
      world.ctx.jobs.enqueue(
        tx,
        runEvaluationJob,
        { tenantId: world.tenantId, runId: id },
        { orderKey: world.tenantId },
      ),
    )
    expect((await again).outcome).toBe('done')
    expect(model.requests.length - before).toBe(5)
  })
})

describe('the choice among versions', () => {
  const versions = [1, 2, 3].map((number) => ({
    versionId: newId('promptVersion'),
    number,
    weight: number === 3 ? 2 : 1,
  }))
  const conversations = Array.from({ length: 4_000 }, () => newId('conversation'))

  test('sticks to a conversation, follows the weights, and moves no more than it must', () => {
    const before = conversations.map((id) => shareOf(versions, id)?.number)
    expect(conversations.map((id) => shareOf(versions.toReversed(), id)?.number)).toEqual(before)
    const share = (number: number) => before.filter((chosen) => chosen === number).length / conversations.length
    expect(share(1)).toBeCloseTo(0.25, 1)
    expect(share(2)).toBeCloseTo(0.25, 1)
    expect(share(3)).toBeCloseTo(0.5, 1)
    const without = versions.filter(({ number }) => number !== 2)
    const moved = conversations.filter((id, n) => before[n] !== 2 && shareOf(without, id)?.number !== before[n])
    expect(moved).toEqual([])
  })
})
