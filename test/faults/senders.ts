import type { PreparedWorld } from './prepared-world.ts'

/** What a shop sells that the storms' customers order, one after another. */
export const groceries = [
  'leche entera',
  'queso fresco',
  'pan integral',
  'arroz blanco',
  'cafe molido',
  'aceite oliva',
  'harina trigo',
  'huevos campo',
  'tomate perita',
  'jabon azul',
] as const

export const groceryProducts = groceries.map((name, index) => ({
  sku: `G${index}`,
  name,
  price: { amountMinor: BigInt(100 + index) },
}))

/** A message of a customer: the `n`-th of their conversation. */
export interface Wish {
  readonly id: string
  readonly from: string
  readonly text: string
}

/** So many customers, each with a wish for every product, in this order. */
export function wishes(customers: number): Wish[][] {
  return Array.from({ length: customers }, (_customer, customer) =>
    groceries.map((name, n) => ({
      id: `wamid.${customer}.${n}`,
      from: `+57300${1_000_000 + customer}`,
      text: `${2 + ((customer + n) % 8)} ${name}`,
    })),
  )
}

/** As long as providers wait for an answer. */
const patienceMs = 20_000

export interface Sent {
  /** Deliveries that were made, with all repeats and retries. */
  readonly deliveries: number
  /** Deliveries of a message that had been acknowledged before. */
  readonly repeats: number
  /** When each was acknowledged for the first time, by its id; in ms since the epoch. */
  readonly acknowledgedAtMs: ReadonlyMap<string, number>
}

/**
 * Sends as a provider does: a customer's messages in their order, the next one when the one before is acknowledged, each
 * again and again until it is; and most of them once more to four times more later, at any time and by anybody.
 */
export async function sendAll(
  prepared: Pick<PreparedWorld, 'compose'>,
  conversations: readonly (readonly Wish[])[],
  options: { senders: number; target: () => string; attention?: () => void },
): Promise<Sent> {
  const acknowledgedAtMs = new Map<string, number>()
  const repeats: Wish[] = []
  let deliveries = 0
  let repeated = 0

  async function deliver({ id, from, text }: Wish): Promise<void> {
    const { path, headers, body } = prepared.compose(text, { from, id })
    for (;;) {
      deliveries += 1
      const signal = AbortSignal.timeout(patienceMs)
      const status = await fetch(`${options.target()}${path}`, { method: 'POST', headers, body, signal })
        .then(async (response) => (await response.text(), response.status))
        .catch(() => 0)
      options.attention?.()
      if (status === 200) {
        if (!acknowledgedAtMs.has(id)) acknowledgedAtMs.set(id, Date.now())
        return
      }
      // 0: nobody answered. Everything else would be a refusal, which a retry does not mend.
      if (status !== 0 && status !== 503) throw new Error(`${id} was refused with ${status}`)
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 100))
    }
  }

  async function sender(mine: (readonly Wish[])[]): Promise<void> {
    const next = new Map(mine.map((wishes) => [wishes, 0]))
    while (next.size > 0 || repeats.length > 0) {
      if (repeats.length > 0 && (next.size === 0 || Math.random() < 2 / 3)) {
        const [repeat] = repeats.splice(Math.floor(Math.random() * repeats.length), 1)
        if (repeat !== undefined) {
          await deliver(repeat)
          repeated += 1
        }
        continue
      }
      const chosen = [...next][Math.floor(Math.random() * Math.min(next.size, 200))]
      const wish = chosen?.[0][chosen[1]]
      if (chosen === undefined || wish === undefined) {
        if (chosen !== undefined) next.delete(chosen[0])
        continue
      }
      await deliver(wish)
      next.set(chosen[0], chosen[1] + 1)
      repeats.push(...Array.from({ length: Math.floor(Math.random() * 5) }, () => wish))
    }
  }

  await Promise.all(
    Array.from({ length: options.senders }, (_sender, n) =>
      sender(conversations.filter((_wishes, index) => index % options.senders === n)),
    ),
  )
  return { deliveries, repeats: repeated, acknowledgedAtMs }
}
