/**
 * Before the `postgres` project: one server for the whole run, with a migrated database that each test clones
 * (database.ts). Where PostgreSQL cannot run the project says so once and skips, except under CI=true.
 */
import { sql } from 'kysely'
import pg from 'pg'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

/**
 * Puts a test's database back to what the migrations left: every row goes, whatever triggers and foreign keys say, and
 * the rows that the migrations wrote come back from their copies.
 */
const pristine = `
  create schema pristine;
  do $$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = 'public' loop
      execute format('create table pristine.%I as table public.%I', t, t);
    end loop;
  end $$;
  create function pristine.restore() returns void language plpgsql
  set session_replication_role to replica as $$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = 'pristine' loop
      execute format('delete from public.%I', t);
      execute format('insert into public.%I select * from pristine.%I', t, t);
    end loop;
  end $$;
`

let running: RunningPostgres | undefined

export const setup = async (): Promise<void> => {
  try {
    running = await startPostgres()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    if (process.env.CI === 'true') throw new Error(`PostgreSQL could not be started: ${why}`)
    process.stderr.write(
      `The PostgreSQL tests are skipped, since it could not be started: ${why}\n`
    )
    return
  }
  process.env.TEST_POSTGRES_URL = running.url
  const admin = new pg.Client({ connectionString: `${running.url}/postgres` })
  await admin.connect()
  await admin.query('create database plumbline_template')
  await admin.end()
  const template = await openDatabase(`${running.url}/plumbline_template`)
  await migrate(template)
  await sql.raw(pristine).execute(template)
  await template.destroy()
}

export const teardown = async (): Promise<void> => {
  await running?.stop()
}
