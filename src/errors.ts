/** The short catalogue of what can go wrong on purpose. Everything else is a fault of ours and shows the error page. */

/** No such record, or none that this person may know of. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** The record exists and is not this person's: answered as one that does not exist, and recorded as a refusal. */
export class NotTheirs extends NotFound {}

/** The person is known and the thing may be spoken of, but it is not theirs to do. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** Somebody else saved first. `current` is what is stored now, for the page to show beside what was sent. */
export class Conflict<T = unknown> extends Error {
  override readonly name = 'Conflict'
  readonly current: T

  constructor(message: string, current: T) {
    super(message)
    this.current = current
  }
}

/** The record is not in a state in which this can be done; the message says which it is in. */
export class WrongState extends Error {
  override readonly name = 'WrongState'
  /** Where to go on, where there is a better page than My work. */
  readonly next: { readonly href: string; readonly text: string } | undefined

  constructor(message: string, next?: { readonly href: string; readonly text: string }) {
    super(message)
    this.next = next
  }
}

/** It was theirs and is not any more: told in plain words, since they know of it, and recorded as a refusal. */
export class NoLongerTheirs extends WrongState {}

/** One field of a form is wrong for a reason that only the database knows (a name already taken …). */
export class FieldFault extends Error {
  override readonly name = 'FieldFault'
  readonly field: string

  constructor(field: string, message: string) {
    super(message)
    this.field = field
  }
}

/** A file, setting or argument is wrong; each line is one fault in plain words. Commands end with exit status 1. */
export class FaultyInput extends Error {
  override readonly name = 'FaultyInput'
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

/** A command was called in a way it does not know. Exit status 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}
