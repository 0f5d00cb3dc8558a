import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const gapList = /* GraphQL */ `
  query Gaps($filter: KnowledgeGapFilter) {
    knowledgeGaps(filter: $filter) {
      totalCount
      nodes {
        id
        question
        status
        questionCount
        version
        questions(first: 5) {
          nodes {
            text
            conversation {
              id
              bot {
                state
                reason
              }
            }
          }
        }
        draft {
          title
          content
          origin
        }
        doc {
          externalId
        }
      }
    }
  }
`
const approve = /* GraphQL */ `
  mutation Approve($input: KnowledgeGapApproveInput!) {
    knowledgeGapApprove(input: $input) {
      gap {
        status
        version
        doc {
          externalId
          title
        }
      }
      errors {
        code
        path
      }
    }
  }
`
const dismiss = /* GraphQL */ `
  mutation Dismiss($input: KnowledgeGapDismissInput!) {
    knowledgeGapDismiss(input: $input) {
      gap {
        status
      }
      errors {
        code
      }
    }
  }
`
const answers = /* GraphQL */ `
  query Answers($filter: AiResponseFilter) {
    aiResponses(filter: $filter) {
      nodes {
        task
        confidence
        citations {
          doc {
            externalId
          }
          chunk {
            id
          }
          title
          headingPath
          excerpt
          staleReason
        }
      }
    }
  }
`
const importDocs = /* GraphQL */ `
  mutation Import($docs: [KnowledgeDocInput!]!) {
    knowledgeDocImport(input: { docs: $docs }) {
      docs {
        id
      }
    }
  }
`
const switchOn = /* GraphQL */ `
  mutation SwitchOn($id: ID!) {
    conversationBotSet(id: $id, active: true) {
      errors {
        code
      }
    }
  }
`
const reply = /* GraphQL */ `
  mutation Reply($id: ID!, $text: String!) {
    messageSend(conversationId: $id, input: { text: $text }) {
      errors {
        code
      }
    }
  }
`

interface Gap {
  readonly id: string
  readonly question: string
  readonly status: string
  readonly questionCount: number
  readonly version: number
  readonly questions: {
    nodes: { text: string; conversation: { id: string; bot: { state: string; reason: string } } }[]
  }
  readonly draft: { title: string; content: string; origin: string }
  readonly doc: { externalId: string } | null
}
interface Citation {
  readonly doc: { externalId: string } | null
  readonly chunk: { id: string } | null
  readonly staleReason: string | null
}

const delivery = {
  externalId: 'delivery',
  title: 'Entregas',
  content:
    '# Entregas\n\n## Zonas\n\nCubrimos Bogotá y Chía. A Chía vamos los martes.\n\n## Horario\n\nDe lunes a viernes.',
}

describe('questions and what they were answered from', () => {
  let app: TestApp
  let world: World
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  async function open(...docs: object[]): Promise<void> {
    world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0 })
    await store(...docs)
  }

  async function store(...docs: object[]): Promise<string[]> {
    if (docs.length === 0) return []
    const indexed = app.nextJob(({ name, data }) => name === 'knowledge.index' && data.tenantId === world.tenantId)
    const made = await world.owner.mutate<{ knowledgeDocImport: { docs: { id: string }[] } }>(importDocs, { docs })
    await indexed
    return made.knowledgeDocImport.docs.map(({ id }) => id)
  }

  async function ask(text: string, from?: string): Promise<void> {
    const read = app.nextJob(({ name, data }) => name === 'conversation.read' && data.tenantId === world.tenantId)
    await world.say(text, from === undefined ? {} : { from })
    await read
  }

  const gaps = async (filter?: object) =>
    (await world.owner.query<{ knowledgeGaps: { nodes: Gap[] } }>(gapList, { filter })).knowledgeGaps.nodes
  const cited = async (filter: object) =>
    (
      await world.owner.query<{ aiResponses: { nodes: { task: string; citations: Citation[] }[] } }>(answers, {
        filter,
      })
    ).aiResponses.nodes.filter(({ task }) => task === 'ANSWER_QUESTION')

  test('an answer shows its passage with document, headings and words', async () => {
    await open(delivery)
    await ask('¿En qué zonas entregan, cubren Chía?')
    expect(await cited({})).toEqual([
      {
        task: 'ANSWER_QUESTION',
        confidence: expect.any(Number),
        citations: [
          {
            doc: { externalId: 'delivery' },
            chunk: { id: expect.stringMatching(/^chk_/) },
            title: 'Entregas',
            headingPath: ['Entregas', 'Zonas'],
            excerpt: 'Cubrimos Bogotá y Chía. A Chía vamos los martes.',
            staleReason: null,
          },
        ],
      },
    ])
    expect(await gaps()).toEqual([])
  })

  test('answers made from a passage that was changed or deleted since are listed, with the reason', async () => {
    await open(delivery, {
      externalId: 'pago',
      title: 'Pagos',
      content: 'Recibimos efectivo, transferencia y tarjeta.',
    })
    await ask('¿En qué zonas entregan, cubren Chía?')
    await ask('¿Reciben tarjeta o transferencia?', '+573005556677')
    expect(await cited({ stale: true })).toEqual([])
    expect(await cited({ stale: false })).toHaveLength(2)

    // Another part of the document changes: the passage is as it was.
    await store({ ...delivery, content: delivery.content.replace('viernes', 'sábado') })
    expect(await cited({ stale: true })).toEqual([])

    const [id] = await store({ ...delivery, content: delivery.content.replace('martes', 'jueves') })
    const reasons = async () =>
      (await cited({ stale: true })).map(({ citations: [first] }) => [
        first?.doc?.externalId,
        first?.staleReason,
        first?.chunk,
      ])
    expect(await reasons()).toEqual([['delivery', 'CHANGED', null]])

    await world.owner.mutate('mutation Forget($id: ID!) { knowledgeDocDelete(id: $id) { deletedId } }', { id })
    expect(await reasons()).toEqual([[undefined, 'DELETED', null]])
    expect(await cited({ stale: false })).toHaveLength(1)
  })

  test('a question without an answer calls a person and becomes a gap, together with those like it', async () => {
    await open(delivery)
    await ask('¿Tienen programa de puntos para clientes frecuentes?')
    await ask('¿tienen un programa de puntos para los clientes frecuentes?', '+573005556677')
    await ask('¿Tienen parqueadero?', '+573008889900')
    const [invoice, points] = await gaps()
    expect([invoice?.questionCount, points?.questionCount]).toEqual([1, 2])
    expect(points).toMatchObject({
      question: '¿Tienen programa de puntos para clientes frecuentes?',
      status: 'OPEN',
      version: 1,
      doc: null,
      draft: {
        title: '¿Tienen programa de puntos para clientes frecuentes?',
        content: '# ¿Tienen programa de puntos para clientes frecuentes?',
        origin: 'QUESTION',
      },
    })
    expect(points?.questions.nodes.map(({ text }) => text)).toEqual([
      '¿tienen un programa de puntos para los clientes frecuentes?',
      '¿Tienen programa de puntos para clientes frecuentes?',
    ])
    expect(points?.questions.nodes[0]?.conversation.bot).toEqual({ state: 'PAUSED', reason: 'LOW_CONFIDENCE' })
    expect((await cited({})).map(({ citations }) => citations)).toEqual([[], [], []])
  })

  test("a person's reply is the draft; approving it makes a document that answers the next one", async () => {
    await open(delivery)
    await ask('¿Tienen programa de puntos?')
    const [gap] = await gaps()
    const input = { id: gap?.id, expectedVersion: gap?.version }
    const early = await world.owner.mutate<{ knowledgeGapApprove: unknown }>(approve, { input })
    expect(early.knowledgeGapApprove).toEqual({
      gap: null,
      errors: [{ code: 'INVALID_INPUT', path: ['input', 'content'] }],
    })

    const conversationId = gap?.questions.nodes[0]?.conversation.id
    await world.owner.mutate(reply, {
      id: conversationId,
      text: 'Sí: un punto por cada mil pesos del programa de puntos.',
    })
    expect((await gaps())[0]?.draft).toEqual({
      title: '¿Tienen programa de puntos?',
      content: '# ¿Tienen programa de puntos?\n\nSí: un punto por cada mil pesos del programa de puntos.',
      origin: 'REPLY',
    })

    const indexed = app.nextJob(({ name, data }) => name === 'knowledge.index' && data.tenantId === world.tenantId)
    const made = await world.owner.mutate<{ knowledgeGapApprove: unknown }>(approve, { input })
    expect(made.knowledgeGapApprove).toEqual({
      gap: {
        status: 'RESOLVED',
        version: 2,
        doc: { externalId: `gap-${gap?.id}`, title: '¿Tienen programa de puntos?' },
      },
      errors: [],
    })
    await indexed
    expect(await gaps({ status: ['OPEN'] })).toEqual([])
    const codes = async (version: number) =>
      (
        await world.owner.mutate<{ knowledgeGapApprove: { errors: { code: string }[] } }>(approve, {
          input: { ...input, expectedVersion: version, content: 'x' },
        })
      ).knowledgeGapApprove.errors.map(({ code }) => code)
    expect([await codes(1), await codes(2)]).toEqual([['VERSION_CONFLICT'], ['TRANSITION_REFUSED']])

    await ask('¿Tienen programa de puntos?', '+573005556677')
    const [answer] = await cited({})
    expect(answer?.citations[0]?.doc?.externalId).toBe(`gap-${gap?.id}`)
  })

  test('a dismissed gap stays closed however often it is asked', async () => {
    await open(delivery)
    await ask('¿Venden lotería nacional?')
    const [gap] = await gaps()
    const input = { id: gap?.id, expectedVersion: 1 }
    await world.owner.mutate(dismiss, { input })
    await world.owner.mutate(switchOn, { id: gap?.questions.nodes[0]?.conversation.id })
    await ask('¿venden lotería nacional?')
    expect(await gaps()).toMatchObject([{ id: gap?.id, status: 'DISMISSED', questionCount: 2 }])
    const stranger = await app.makeWorld()
    const foreign = await stranger.owner.mutate<{ knowledgeGapDismiss: unknown }>(dismiss, { input })
    expect(foreign.knowledgeGapDismiss).toEqual({ gap: null, errors: [{ code: 'NOT_FOUND' }] })
  })

  test('an order with an open question beside it stays with the bot, and in review', async () => {
    await open(delivery)
    await ask('2 cajas de leche. ¿Tienen programa de puntos?')
    const [gap] = await gaps()
    expect(gap?.questions.nodes[0]?.conversation.bot.state).toBe('BOT')
  })
})
