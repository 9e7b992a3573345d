/** How long nobody has acknowledged a notice, in words: minutes of the instant, so that changing clocks change nothing. */

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

export const waitingInWords = (
  notice: {
    readonly openedAt: string
    readonly acknowledgedAt: string | null
    readonly state: string
  },
  now: string
): string | undefined => {
  if (notice.acknowledgedAt !== null || notice.state === 'closed') return undefined
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(notice.openedAt)) / 60_000))
  if (minutes < 60) return counted(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day')
}
