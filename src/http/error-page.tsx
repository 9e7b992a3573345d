/** The one place where an error becomes an answer. What we did not expect is logged whole and shown as a sentence. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ErrorPage } from '../../views/errors/error-page.tsx'
import { Conflict, FieldFault, NotAllowed, NotFound, WrongState } from '../errors.ts'
import { UnreadableBody } from './body.ts'
import { type C, isHtmx } from './env.ts'
import { renderPage } from './page.tsx'
import { answerProblem, isForProgram } from './problem.ts'
import { pathToLog } from './request-log.ts'

interface Answer {
  readonly status: ContentfulStatusCode
  readonly heading: string
  readonly text: string
  /** What was typed and is nowhere else: shown for copying. */
  readonly typed?: readonly string[]
  /** A page to go on from. */
  readonly next?: WrongState['next']
}

const answer = (
  c: C,
  { status, heading, text, typed, next }: Answer
): Response | Promise<Response> =>
  isForProgram(c)
    ? answerProblem(c, { status, title: heading, detail: text })
    : isHtmx(c)
      ? c.html(<p role="alert">{`${heading}. ${text}`}</p>, status)
      : renderPage(
          c,
          { title: heading, status },
          <ErrorPage heading={heading} text={text} typed={typed} next={next} />
        )

/** Words have spaces between them; marks, choices and ids of a form have none, so a typed word alone is told by its field. */
const isTyped = (name: string, value: string): boolean =>
  !name.startsWith('_') &&
  value.trim() !== '' &&
  (/\s/.test(value.trim()) ||
    /^(evidence|reason|note|what|words|intended_change|grade_reason)\b/.test(name))

/** Each once: a proposed text stands in the form a second time, hidden, to tell whether it was edited. */
const typedWords = (c: C): string[] => [
  ...new Set(
    [...(c.get('body') ?? [])].flatMap(([name, values]) =>
      values.filter((value) => isTyped(name, value))
    )
  ),
]

const notFound: Answer = {
  status: 404,
  heading: 'Page not found',
  text: 'The address may be wrong, or the record may not be yours to see. Go back, or start again from My work.',
}

export const answerNotFound = (c: C) => answer(c, notFound)

export const answerWrongMethod = (c: C, allowed: readonly string[]) => {
  c.header('Allow', allowed.join(', '))
  return answer(c, {
    status: 405,
    heading: 'That cannot be done here',
    text: `This address answers ${allowed.join(' and ')} only.`,
  })
}

export const answerUnreadableAddress = (c: C) =>
  answer(c, {
    status: 400,
    heading: 'This address cannot be read',
    text: 'The address holds a character that cannot be read. Check it, or start again from My work.',
  })

export const answerError = (error: Error, c: C): Response | Promise<Response> => {
  if (error instanceof NotFound) return answerNotFound(c)
  if (error instanceof NotAllowed) {
    return answer(c, { status: 403, heading: 'You cannot do this', text: error.message })
  }
  if (error instanceof UnreadableBody) {
    return answer(c, {
      status: error.status,
      heading: 'What was sent could not be read',
      text: error.message,
    })
  }
  if (error instanceof Conflict || error instanceof WrongState || error instanceof FieldFault) {
    const status = error instanceof FieldFault ? 422 : 409
    return answer(c, {
      status,
      heading: 'This could not be done',
      text: error.message,
      typed: typedWords(c),
      ...(error instanceof WrongState ? { next: error.next } : {}),
    })
  }
  if (isAborted(error)) {
    return answer(c, {
      status: 400,
      heading: 'What was sent could not be read',
      text: 'The connection ended before the whole form had arrived. Send it again.',
    })
  }
  c.get('deps').log.error(
    { err: error, method: c.req.method, path: pathToLog(c) },
    'a fault of ours'
  )
  const isFull = isDiskFull(error)
  if (isForProgram(c)) {
    return answerProblem(c, {
      status: isFull ? 507 : 503,
      title: isFull ? 'The disk of the server is full' : 'Something went wrong on our side',
      detail:
        'Nothing was changed. Wait a minute and ask again; the fault is in the log of the server.',
    })
  }
  return answer(c, {
    status: isFull ? 507 : 503,
    heading: isFull ? 'The disk is full' : 'Something went wrong on our side',
    text: isFull
      ? 'Nothing was saved. Keep this page open, tell your administrator, and save again when there is room.'
      : 'Nothing was half done. What you typed is still in your browser: go back, wait a minute and send it again.',
  })
}

/** The client went away in the middle of its request. */
const isAborted = (error: Error): boolean =>
  error.name === 'AbortError' ||
  // The same code comes from a lost database connection, in other words.
  ((error as { code?: string }).code === 'ECONNRESET' && error.message === 'aborted')

const isDiskFull = (error: Error): boolean => {
  const code = (error as { code?: string }).code
  return code === 'SQLITE_FULL' || code === '53100' || code === 'ENOSPC'
}
