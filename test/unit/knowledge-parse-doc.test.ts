import { describe, expect, test } from 'vitest'
import { parseDoc } from '../../src/knowledge/parse-doc.ts'

const path = ['input', 'docs', '3']
const good = { externalId: 'faq', title: '', content: '# Hours\n\nDaily.' }

describe('a document of an import', () => {
  test('is taken as it is, without metadata when none came', () => {
    expect(parseDoc(good, path)).toEqual({ ok: true, doc: { ...good, metadata: {} } })
    expect(parseDoc({ ...good, metadata: null }, path)).toEqual({ ok: true, doc: { ...good, metadata: {} } })
  })

  test('may be exactly as long as the limits say', () => {
    const largest = {
      externalId: 'x'.repeat(200),
      title: 'x'.repeat(500),
      content: 'x'.repeat(500_000),
      metadata: { a: 'x'.repeat(16_384 - '{"a":""}'.length) },
    }
    expect(parseDoc(largest, path).ok).toBe(true)
  })

  test.for([
    { field: 'externalId', change: { externalId: ' ' } },
    { field: 'externalId', change: { externalId: 'x'.repeat(201) } },
    { field: 'title', change: { title: 'x'.repeat(501) } },
    { field: 'content', change: { content: '\n\t' } },
    { field: 'content', change: { content: 'x'.repeat(500_001) } },
    { field: 'content', change: { content: 'a\0b' } },
    { field: 'metadata', change: { metadata: [1] } },
    { field: 'metadata', change: { metadata: 'text' } },
    { field: 'metadata', change: { metadata: { a: 'é'.repeat(8_200) } } },
    { field: 'metadata', change: { metadata: { a: '\\\0' } } },
  ])('is refused by the path of its $field: $change', ({ field, change }) => {
    const parsed = parseDoc({ ...good, ...change }, path)
    expect(parsed.ok ? [] : parsed.errors.map((error) => [error.code, error.path])).toEqual([
      ['INVALID_INPUT', [...path, field]],
    ])
  })

  test('may say backslash u0000, which is no null character', () => {
    expect(parseDoc({ ...good, metadata: { a: '\\u0000' } }, path).ok).toBe(true)
  })
})
