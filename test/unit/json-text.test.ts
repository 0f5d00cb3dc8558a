import { PgDialect } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  always,
  constant,
  listOfRows,
  nullable,
  objectOf,
  otherwise,
  textOf,
  type Json,
} from '../../src/graphql/read/json-text.ts'

const written = (json: Json) => new PgDialect().sqlToQuery(textOf(json)).sql

describe('JSON put together as text', () => {
  test('says what is known beforehand in one piece', () => {
    const inner = objectOf([{ key: 'b', json: constant("it's") }])
    expect(written(objectOf([{ key: 'a', json: inner }]))).toBe(`'{"a":{"b":"it''s"}}'::text`)
  })

  test('halves long objects, so that a large part is not copied for each part behind it', () => {
    const entries = ['a', 'b', 'c', 'd'].map((key) => ({ key, json: [sql.raw(key)] }))
    expect(written(objectOf(entries))).toBe(
      `(((('{"a":' || a) || ',"b":') || (b || ',"c":')) || ((c || ',"d":') || (d || '}')))`,
    )
  })

  test('puts something in the place of what may be missing, and of nothing else', () => {
    expect(written(otherwise(nullable(sql.raw('a')), 'null'))).toBe(`coalesce(a, 'null')`)
    expect(written(otherwise(always([sql.raw('a')]), 'null'))).toBe('a')
    expect(written(listOfRows(sql.raw('select a')))).toBe(
      `(('[' || array_to_string(array(select a), ',', 'null')) || ']')`,
    )
  })
})
