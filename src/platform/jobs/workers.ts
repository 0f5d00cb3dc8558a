/** The workers of one queue, woken one by one: as many as there is work for, not all of them for every job. */
export interface WorkerGroup {
  /** Has one idle worker look for a job now. */
  wake(): void
  /** The worker has got a job: maybe there is another, so the next idle one looks too. */
  begin(worker: number): void
  /** The worker is about to finish: have it look again at once instead of waiting for its next poll. */
  end(worker: number): void
}

/** @param wakeWorker has the worker with this index fetch as soon as it can */
export function createWorkerGroup(size: number, wakeWorker: (worker: number) => void): WorkerGroup {
  const idle = new Set(Array.from({ length: size }, (_, worker) => worker))

  function wake(): void {
    const [worker] = idle
    if (worker === undefined) return
    // To the end of the line: if it is fetching in vain this moment, the next call reaches another.
    idle.delete(worker)
    idle.add(worker)
    wakeWorker(worker)
  }

  return {
    wake,
    begin(worker) {
      idle.delete(worker)
      wake()
    },
    end(worker) {
      idle.add(worker)
      wakeWorker(worker)
    },
  }
}
