/** For the `postgres` project: skips every test when the server could not be started (postgres-project.ts said why). */
import { beforeEach } from 'vitest'

beforeEach(({ skip }) => {
  skip(!process.env.TEST_POSTGRES_URL, 'PostgreSQL could not be started on this machine')
})
