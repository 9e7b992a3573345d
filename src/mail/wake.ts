/**
 * How a commit that left mail to send reaches the sender of the same process at once. It carries nothing: a sender that
 * hears it looks at the table, and one that does not hear it looks a minute later.
 */

const sleepers = new Set<() => void>()

/** @returns stops listening */
export const onWake = (listener: () => void): (() => void) => {
  sleepers.add(listener)
  return () => sleepers.delete(listener)
}

export const wakeSender = (): void => {
  for (const listener of sleepers) listener()
}
