/** Sentences for what a database can run into without anybody's fault: no room, no connection, another writer, damage. */

const sentences: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:SQLITE_FULL|53100|ENOSPC)$/,
    'the disk is full; nothing was changed, make room and try again',
  ],
  [
    /^SQLITE_BUSY/,
    'another program has been writing to the database for too long; nothing was changed, try again',
  ],
  [
    /^(?:SQLITE_CORRUPT|SQLITE_NOTADB|XX001|XX002)/,
    'the database is damaged; stop the server and restore the last backup',
  ],
  [
    /^SQLITE_READONLY/,
    'the database may not be written to; look at the rights of its file and folder',
  ],
  [/^SQLITE_IOERR/, 'the disk failed to read or write; nothing was changed, look at the disk'],
  [
    /^(?:57P0[1-3]|08\d{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/,
    'the connection to the database was lost; nothing was changed, try again',
  ],
]

/** @returns undefined for any other error */
export const explainDatabaseError = (error: unknown): string | undefined => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (message === 'Connection terminated unexpectedly')
    return explainDatabaseError({ code: '08006' })
  return typeof code === 'string'
    ? sentences.find(([pattern]) => pattern.test(code))?.[1]
    : undefined
}
