import { expect, test } from 'vitest'
import { together } from '../../src/platform/db/together.ts'

test('Statements sent together have all come to their end before the first failure is told', async () => {
  const slow = Promise.withResolvers<string>()
  let isTold = false
  const outcome = together([
    Promise.reject(new Error('cause')),
    slow.promise,
    Promise.reject(new Error('after')),
  ]).catch((error: unknown) => {
    isTold = true
    return error
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(isTold).toBe(false)
  slow.resolve('ended')
  expect(await outcome).toEqual(new Error('cause'))
})

test('A query that is sent whenever somebody waits for it is sent once', async () => {
  let sent = 0
  const query: PromiseLike<string> = {
    then(resolve, reject) {
      sent += 1
      return Promise.resolve('row').then(resolve, reject)
    },
  }
  expect(await together([query, Promise.resolve(7)])).toEqual(['row', 7])
  expect(sent).toBe(1)
})
