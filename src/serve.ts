/** `serve`: opens and migrates the database, then answers HTTP until it is told to stop. */
import { type Logger, pino } from 'pino'
import { renderMail } from '../views/mail/mail-body.tsx'
import { startAlertLists } from './alerts/start-alert-lists.ts'
import { createApp } from './app.tsx'
import { parseArguments } from './arguments.ts'
import type { Command } from './command.ts'
import type { Config } from './config.ts'
import { toInstant } from './db/columns.ts'
import type { Db } from './db/schema.ts'
import type { Context } from './db/transaction.ts'
import { newUuid } from './db/uuid.ts'
import type { Deps } from './deps.ts'
import { FaultyInput } from './errors.ts'
import { layoutAssets } from './http/assets.ts'
import { newServer } from './http/http-server.ts'
import { jobList } from './jobs/job-list.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { startSender } from './mail/start-sender.ts'
import { switchMail } from './mail/switch-mail.ts'
import { readCouncil } from './people/store.ts'
import { publishLibrary } from './rubrics/publish-library.ts'
import { readLibrary } from './rubrics/read-rubric-files.ts'

/** Everything the application is made of, from an open and migrated database. */
export const buildDeps = async (db: Db, config: Config, log: Logger): Promise<Deps> => ({
  db,
  config,
  log,
  clock: () => new Date(),
  ids: newUuid,
  assets: layoutAssets(),
  council: await readCouncil(db),
})

const explain = (error: NodeJS.ErrnoException, config: Config): string => {
  if (error.code === 'EADDRINUSE') {
    return `PORT: ${config.PORT} on ${config.HOST} is in use by another program; stop it or set another PORT`
  }
  if (error.code === 'EACCES') {
    return `PORT: ${config.PORT} may not be opened by this user; use a port above 1023`
  }
  return `HOST: ${config.HOST} could not be listened on (${error.message}); use an address of this machine, for example 127.0.0.1`
}

/** Answers until SIGTERM or SIGINT; lets requests that have begun come to their end. */
export const listen = (deps: Deps, onListening: (url: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const { config } = deps
    const server = newServer(createApp(deps))
    server.once('error', (error) => reject(new FaultyInput([explain(error, config)])))
    server.listen(config.PORT, config.HOST, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : config.PORT
      onListening(`http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`)
    })
    const stop = () => {
      server.close(() => resolve())
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 5_000).unref()
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  })

const mailServerOf = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Config) =>
  SMTP_URL && MAIL_FROM
    ? { url: SMTP_URL, from: MAIL_FROM, publicUrl: PUBLIC_URL, render: renderMail }
    : undefined

const commandContext = ({ db, ids, clock }: Deps): Context => ({
  db,
  ids,
  now: toInstant(clock()),
  actor: { kind: 'command', name: 'serve' },
})

/** The whole server, with its jobs, on a database that is open, migrated and has its rubrics. */
export const serveDatabase = async (
  db: Db,
  config: Config,
  onListening: (url: string) => void
): Promise<void> => {
  const deps = await buildDeps(db, config, pino({ level: config.LOG_LEVEL }))
  await switchMail(commandContext(deps), config.SMTP_URL !== undefined)
  const sender = startSender(deps, mailServerOf(config))
  let stopJobs = async (): Promise<void> => {}
  try {
    await listen(deps, (url) => {
      stopJobs = startJobs(deps, jobList(sender)).stop
      onListening(url)
    })
  } finally {
    await Promise.all([stopJobs(), sender.stop()])
  }
}

export const serve: Command = {
  name: 'serve',
  usage: 'serve',
  run: async (args, environment) => {
    parseArguments(args, {})
    const { config, stdout } = environment
    const ctx = await environment.openContext()
    await publishLibrary(ctx, readLibrary())
    await startAlertLists(ctx)
    await serveDatabase(ctx.db, config, (url) => stdout.write(`Plumbline answers at ${url}\n`))
  },
}
