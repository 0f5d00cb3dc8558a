import { describe, expect, test } from 'vitest'
import type { Reading, ReadOrderRequest } from '../../src/platform/ai/model.ts'
import { compileCatalog } from '../../src/platform/ai/offline/index.ts'
import { hidePersonalData } from '../../src/platform/ai/openai/hide-personal-data.ts'

const request: ReadOrderRequest = {
  catalog: compileCatalog([]),
  messages: [
    { id: 'msg_1', text: 'rosa@mercado.example: 2 cajas de leche' },
    { id: 'msg_2', text: 'y queso para 3001234567' },
  ],
  currentLines: [],
  learned: [
    { id: 'lal_1', phrase: 'lo de rosa@mercado.example', productId: 'prd_1', variantIds: [], isOwn: true },
    { id: 'lal_2', phrase: 'lechita', productId: 'prd_1', variantIds: [], isOwn: false },
  ],
  examples: [
    {
      text: 'lleva 3 quesos a Calle 45 # 12-30',
      lines: [
        { productId: 'prd_1', variantIds: [], quantity: '3', unit: null, quote: '3 quesos a Calle 45' },
        { productId: 'prd_1', variantIds: [], quantity: '1', unit: null, quote: 'luz@mercado.example' },
      ],
    },
  ],
  facts: ['llamar a Luz al 3001234567'],
  instructions: null,
  locale: 'es-CO',
  privacy: { region: 'CO' },
  redacts: true,
}

describe('what a model outside of the process is asked', () => {
  test('holds tokens in place of personal data in messages, examples, their quotes and learned phrases', () => {
    const { request: shown } = hidePersonalData(request)

    expect(shown.messages).toEqual([
      { id: 'msg_1', text: '<EMAIL_1>: 2 cajas de leche' },
      { id: 'msg_2', text: 'y queso para <PHONE_1>' },
    ])
    expect(shown.examples).toMatchObject([
      { text: 'lleva 3 quesos a <ADDRESS_1>', lines: [{ quote: '3 quesos a <ADDRESS_1>' }, { quote: '<EMAIL_2>' }] },
    ])
    expect(shown.facts).toEqual(['llamar a Luz al <PHONE_1>'])
    expect(shown.learned.map(({ phrase }) => phrase)).toEqual(['lo de <EMAIL_1>', 'lechita'])
  })

  test('is left as it is where the tenant lets the model see it', () => {
    expect(hidePersonalData({ ...request, redacts: false }).request).toEqual({ ...request, redacts: false })
  })

  test('comes back as if the model had seen the original', () => {
    const { restore } = hidePersonalData(request)
    const line = {
      productId: null,
      variantIds: [],
      quantity: '2',
      unit: '<EMAIL_1>',
      options: [{ group: 'wrap', value: 'gift', negated: false, qualifier: '<PHONE_1>' }],
      confidence: 1,
      candidates: [],
    }
    const reading: Reading = {
      intents: ['ORDER'],
      language: 'es',
      confidence: 1,
      lines: [{ ...line, spans: [{ messageId: 'msg_1', start: 11, end: 27, text: '2 cajas de leche' }] }],
      changes: [
        {
          kind: 'SET',
          currentLineIndex: 0,
          line: { ...line, spans: [{ messageId: 'msg_2', start: 2, end: 18, text: 'queso para <PHON' }] },
        },
      ],
      reasons: [{ code: 'UNKNOWN_PRODUCT', message: 'No product fits «lo de <EMAIL_1>».' }],
    }

    const restored = restore(reading)

    const seen = {
      unit: 'rosa@mercado.example',
      options: [{ group: 'wrap', value: 'gift', negated: false, qualifier: '3001234567' }],
    }
    expect(restored.lines).toMatchObject([
      { ...seen, spans: [{ messageId: 'msg_1', start: 22, end: 38, text: '2 cajas de leche' }] },
    ])
    expect(restored.changes).toMatchObject([
      { line: { ...seen, spans: [{ messageId: 'msg_2', start: 2, end: 23, text: 'queso para 3001234567' }] } },
    ])
    expect(restored.reasons).toMatchObject([{ message: 'No product fits «lo de rosa@mercado.example».' }])
  })
})
