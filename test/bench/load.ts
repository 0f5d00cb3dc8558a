/** What a load of equal calls came to. */
export interface Measured {
  /** Calls that were answered. */
  readonly count: number
  /** The same in a second. */
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
}

/** Calls `once` again and again, `inFlight` at a time, for so long; the first failure ends it. */
export async function load(once: () => Promise<void>, inFlight: number, durationMs: number): Promise<Measured> {
  const latencies: number[] = []
  const startedAt = performance.now()
  const endAt = startedAt + durationMs
  const caller = async () => {
    while (performance.now() < endAt) {
      const before = performance.now()
      await once()
      latencies.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, caller))
  const seconds = (performance.now() - startedAt) / 1_000
  return {
    count: latencies.length,
    perSecond: latencies.length / seconds,
    p50Ms: quantile(latencies, 0.5),
    p95Ms: quantile(latencies, 0.95),
    p99Ms: quantile(latencies, 0.99),
  }
}

export function quantile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
