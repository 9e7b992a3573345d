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
 * `keep` copies every row under a name; `restore` puts a database back to that: every row goes, whatever triggers and
 * foreign keys say, and those that were kept come back. A table without a page has no rows to take.
 */
const pristine = `
  create schema pristine;
  create function pristine.keep(name text) returns void language plpgsql as $$
  declare t text; filled boolean; begin
    for t in select tablename from pg_tables where schemaname = 'public' loop
      execute format('select exists (select from public.%I)', t) into filled;
      if filled then
        execute format('create table pristine.%I as table public.%I', name || '.' || t, t);
      end if;
    end loop;
  end $$;
  create function pristine.restore(name text) returns void language plpgsql
  set session_replication_role to replica as $$ declare t text; kept text; begin
    for t in
      select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0
    loop
      execute format('delete from public.%I', t);
    end loop;
    for kept in
      select tablename from pg_tables
      where schemaname = 'pristine' and starts_with(tablename, name || '.')
    loop
      t := substr(kept, length(name) + 2);
      execute format('insert into public.%I select * from pristine.%I', t, kept);
    end loop;
  end $$;
  select pristine.keep('migrated');
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
