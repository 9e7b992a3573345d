/** How much memory and how long a wait some work costs: the most that is resident above the start, the longest stall. */

const MB = 1024 * 1024

export interface Cost {
  readonly ms: number
  /** Resident memory above that of the start, at its highest. */
  readonly mb: number
  /** The longest time in which nothing else could run, in milliseconds. */
  readonly stall: number
}

/** Looks every 5 ms, so that what comes late tells how long the thread was taken. */
export const costOf = async (work: () => Promise<unknown>): Promise<Cost> => {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  let stall = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    stall = Math.max(stall, now - last - 5)
    last = now
    most = Math.max(most, process.memoryUsage.rss())
  }, 5)
  const began = performance.now()
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return { ms: performance.now() - began, mb: (most - before) / MB, stall }
}
