import { PgDialect } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import { availableTransitionsOf } from '../../src/orders/transitions-in-sql.ts'
import { orders } from '../../src/orders/tables.ts'
import {
  availableTransitions,
  fulfilmentStatuses,
  isEditable,
  orderStatuses,
  permissionFor,
  transitions,
} from '../../src/orders/transitions.ts'

describe('the life of an order', () => {
  test('goes from draft to delivery, and nowhere from its ends', () => {
    const table = Object.fromEntries(
      orderStatuses.map((status) => [status, availableTransitions({ status, isComplete: true })]),
    )
    expect(table).toEqual({
      DRAFT: ['REVIEW', 'PENDING', 'CONFIRMED', 'CANCELLED', 'REJECTED'],
      REVIEW: ['PENDING', 'CONFIRMED', 'CANCELLED', 'REJECTED'],
      PENDING: ['REVIEW', 'CONFIRMED', 'CANCELLED', 'REJECTED'],
      CONFIRMED: ['PICKING', 'CANCELLED'],
      PICKING: ['SHIPPED', 'CANCELLED'],
      SHIPPED: ['DELIVERED', 'RETURNED'],
      DELIVERED: ['RETURNED'],
      CANCELLED: [],
      REJECTED: [],
      RETURNED: [],
    })
  })

  test('does not let an order be confirmed while a line has no product', () => {
    for (const status of ['DRAFT', 'REVIEW', 'PENDING'] as const) {
      expect(availableTransitions({ status, isComplete: false })).not.toContain('CONFIRMED')
      expect(availableTransitions({ status, isComplete: true })).toContain('CONFIRMED')
    }
  })

  test('reaches every status from a draft, and never comes back to one', () => {
    const reached = new Set(['DRAFT'])
    for (let round = 0; round < orderStatuses.length; round += 1) {
      for (const status of orderStatuses) {
        if (reached.has(status)) for (const { to } of transitions[status]) reached.add(to)
      }
    }
    expect([...reached].sort()).toEqual([...orderStatuses].sort())
    expect(orderStatuses.flatMap((status) => transitions[status].map(({ to }) => to))).not.toContain('DRAFT')
  })

  test('lets lines change exactly while the order can still be confirmed', () => {
    for (const status of orderStatuses) {
      expect(isEditable(status)).toBe(availableTransitions({ status, isComplete: true }).includes('CONFIRMED'))
    }
  })

  test('asks the warehouse permission for exactly the steps of fulfilment', () => {
    const byWarehouse = Object.entries(permissionFor).flatMap(([to, name]) => (name === 'orders:fulfil' ? [to] : []))
    expect(byWarehouse.sort()).toEqual([...fulfilmentStatuses].sort())
  })

  test('is told in SQL as the table has it', () => {
    const { sql, params } = new PgDialect().sqlToQuery(availableTransitionsOf(orders))
    expect(params).toEqual([])
    for (const status of orderStatuses.filter((name) => transitions[name].length > 0)) {
      for (const isComplete of [true, false]) {
        const list = availableTransitions({ status, isComplete }).map((name) => `'${name}'`)
        const condition = isComplete ? ` and "orders"."is_complete"` : ''
        expect(sql).toContain(`when "orders"."status" = '${status}'${condition} then array[${list.join(', ')}]::text[]`)
      }
    }
  })
})
