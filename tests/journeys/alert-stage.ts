/**
 * The stage of the story of an alert: Aldermere's people with two children of one family, a mail server that is real and
 * can be taken down, the jobs, and the people to whom nothing of the alert belongs.
 */
import { expect, onTestFinished } from 'vitest'
import { startAlertLists } from '../../src/alerts/start-alert-lists.ts'
import { addCase } from '../../src/cases/add-case.ts'
import type { LayoutAssets } from '../../src/http/assets.ts'
import { jobList } from '../../src/jobs/job-list.ts'
import { runDueJobs } from '../../src/jobs/run-due-jobs.ts'
import { startSender } from '../../src/mail/start-sender.ts'
import { switchMail } from '../../src/mail/switch-mail.ts'
import { renderMail } from '../../views/mail/mail-body.tsx'
import type { Browser, TestApp } from '../support/app.ts'
import { newMailServer, type TestMailServer } from '../support/mail-server.ts'
import { plainHand } from './plain-hand.ts'
import { type Hand, newRoundStage, type Stage, type Values } from './round-stage.ts'

export const PUBLIC_URL = 'https://audit.aldermere.example'

export interface AlertStage extends Stage {
  readonly server: TestMailServer
  /** The clock moves on once every mail that is on its way has arrived or been given up for now. */
  readonly sleepUntil: (instant: string) => Promise<void>
  /** What happens by the clock, mail included, for whatever time the clock shows. */
  readonly runJobs: () => Promise<void>
  /** A manager of another team, a worker to whom it is not addressed, a colleague, a partner, an administrator. */
  readonly strangersTry: (alertId: string, place: string, values?: Values) => Promise<void>
  /** Somebody who may read it tries what is not theirs. */
  readonly readersTry: (
    names: Readonly<Record<string, 403 | 404>>,
    alertId: string,
    place: string,
    values?: Values
  ) => Promise<void>
  /** What stands in the database of one alert. */
  readonly stateOf: (alertId: string) => Promise<{ state: string; stage: number; revision: number }>
}

const strangers = {
  'Marcus Thornbury': 404,
  'Oonagh Rafferty': 404,
  'Hana Sato': 404,
  'Delphine Auguste': 403,
  'Noor Bakshi': 403,
} as const

/** Nobody writes a draft but who may raise something, so a worker is told that they cannot, and not that there is none. */
const strangersToDrafts = { ...strangers, 'Oonagh Rafferty': 403 } as const

export const newAlertStage = async (
  handOf: (browser: Browser, now: string, app: TestApp) => Promise<Hand>,
  assets?: LayoutAssets
): Promise<AlertStage> => {
  // Whoever is refused everything needs no more of a browser than what asks.
  const stage: Stage = await newRoundStage(
    (browser, now, app) =>
      Object.keys(strangers).some((name) => stage.idOf(name) === browser.personId)
        ? Promise.resolve(plainHand(browser))
        : handOf(browser, now, app),
    assets
  )
  await startAlertLists(stage.context())
  await switchMail(stage.context(), true)
  for (const [reference, serviceStatus] of [
    ['CF-5101', 'care'],
    ['CF-5102', 'cin'],
  ] as const) {
    await addCase(stage.context(), {
      reference,
      serviceStatus,
      teamId: stage.teamIdOf('Orchard team'),
      workerId: stage.idOf('Kofi Mensah'),
      iroId: stage.idOf('Rhian Pryce'),
    })
  }
  const server = await newMailServer()
  const sender = startSender(stage.deps, {
    url: server.url,
    from: { name: 'Plumbline', address: 'plumbline@aldermere.example' },
    publicUrl: PUBLIC_URL,
    render: renderMail,
  })
  onTestFinished(() => sender.stop())

  const kept = (alertId: string) =>
    stage.db
      .selectFrom('alert')
      .selectAll()
      .select((eb) => [
        eb
          .selectFrom('alert_step')
          .whereRef('alert_step.alert_id', '=', 'alert.id')
          .select((inner) => inner.fn.countAll().as('n'))
          .as('steps'),
        eb
          .selectFrom('notice')
          .select((inner) => inner.fn.countAll().as('n'))
          .as('notices'),
      ])
      .where('id', '=', alertId)
      .executeTakeFirstOrThrow()

  const readersTry: AlertStage['readersTry'] = async (names, alertId, place, values) => {
    const before = await kept(alertId)
    await stage.refuses(names, `/alerts/${alertId}${place}`, values)
    expect(await kept(alertId), `after ${place}`).toEqual(before)
  }

  return {
    ...stage,
    server,
    sleepUntil: async (instant) => {
      // A lease that runs out while its mail is being sent would send it twice.
      await sender.run()
      stage.wakeUpAt(instant)
    },
    runJobs: async () => {
      await runDueJobs(stage.deps, jobList(sender))
      await sender.run()
    },
    readersTry,
    strangersTry: (alertId, place, values) =>
      readersTry(
        /^\/(draft|raise|discard)$/.test(place) ? strangersToDrafts : strangers,
        alertId,
        place,
        values
      ),
    stateOf: async (alertId) => {
      const { state, stage: at, revision } = await kept(alertId)
      return { state, stage: at, revision }
    },
  }
}
