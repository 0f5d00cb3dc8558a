/** Lends each item to one borrower at a time, first come first served. */
export interface Checkout<Item> {
  /**
   * Waits for a free item, gives it to `use`, and takes it back when `use` has settled.
   * @throws what `tooLate` returns when none became free within `waitMs`
   */
  lend<T>(use: (item: Item) => Promise<T>): Promise<T>
}

export function createCheckout<Item>(items: readonly Item[], waitMs: number, tooLate: () => Error): Checkout<Item> {
  // Last in, first out: under light load a few connections stay warm instead of all of them cooling down.
  const free = [...items]
  const waiting = new Set<(item: Item) => void>()

  async function take(): Promise<Item> {
    const item = free.pop()
    if (item !== undefined) return item
    const { promise, resolve, reject } = Promise.withResolvers<Item>()
    const timer = setTimeout(() => {
      waiting.delete(resolve)
      reject(tooLate())
    }, waitMs)
    waiting.add(resolve)
    return promise.finally(() => clearTimeout(timer))
  }

  function giveBack(item: Item): void {
    const [next] = waiting
    if (next === undefined) {
      free.push(item)
      return
    }
    waiting.delete(next)
    next(item)
  }

  return {
    async lend(use) {
      const item = await take()
      try {
        return await use(item)
      } finally {
        giveBack(item)
      }
    },
  }
}
