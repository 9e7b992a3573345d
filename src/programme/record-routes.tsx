/** Which round a request is about, and what its progress page says after something was done: asked by every route here. */
import { NotFound } from '../errors.ts'
import type { C } from '../http/env.ts'
import { may } from '../http/guards.ts'
import type { PageOptions } from '../http/page.tsx'
import { findRound, type Round } from '../rounds/store.ts'

export const manages = may('rounds.manage')

/** A round that is run: not a draft, whose page is that of setting one up. */
export const roundOf = async (c: C): Promise<Round> => {
  const round = await findRound(c.get('deps').db, c.req.param('id') ?? '')
  if (!round) throw new NotFound('No such round')
  return round
}

export const page = (title: string, status: PageOptions['status'] = 200): PageOptions => ({
  title,
  current: 'programme',
  status,
})

const done: Record<string, (n: string) => string> = {
  remind: (n) => `Auditors were reminded of ${n}.`,
  extend: (n) => `${n} given another due date.`,
  reallocate: (n) => `${n} given to another auditor.`,
  withdraw: (n) => `${n} withdrawn. What was typed in them is kept.`,
  void: (n) => `${n} voided. They count in no figure from now on.`,
  due: () => 'The due date is changed. The old one is kept.',
  exempt: () => 'The exemption is recorded.',
  left: (n) =>
    `The exemption is recorded. Reopened and still with them: ${n}. Give what is left to somebody else below.`,
  lifted: () => 'The exemption is lifted.',
  reopened: () => 'The round is open again.',
  closed: () => 'The round is closed.',
  carried: (n) => `${n} carried over. Allocate them to their auditors.`,
  added: (n) => `${n} added to the round.`,
  agreed: () => 'The audit is handed over. Both auditors are told.',
  declined: () => 'The hand-over is declined. The auditor is told why.',
}

/** `extend-3` → `3 audits given another due date.` */
export const noticeOf = (c: C): Pick<PageOptions, 'notice'> => {
  const [key = '', count = ''] = (c.req.query('saved') ?? '').split('-')
  const words = Object.hasOwn(done, key) ? done[key] : undefined
  if (!words) return {}
  const n = Number(count)
  return {
    notice: {
      kind: 'success',
      text: words(Number.isInteger(n) ? `${n} ${n === 1 ? 'audit' : 'audits'}` : 'The audits'),
    },
  }
}

/** Where something done leads back to: the view that it was done from. */
export const progressOf = (roundId: string, query: string, saved: string): string => {
  const params = new URLSearchParams(query)
  params.delete('tick')
  params.set('saved', saved)
  return `/rounds/${roundId}/progress?${params}`
}
