/** What the application is made of: built once in main.ts, replaced piece by piece in tests. */
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Db } from './db/schema.ts'
import type { LayoutAssets } from './http/assets.ts'

export interface Deps {
  readonly db: Db
  readonly clock: () => Date
  /** Makes UUIDv7. */
  readonly ids: () => string
  readonly config: Config
  readonly log: Logger
  /** Addresses of the stylesheet and scripts in this build. */
  readonly assets: LayoutAssets
  /** What stands in the council table; read once, since it never changes while the server runs. */
  readonly council: Council
}

export interface Council {
  readonly name: string
  /** Key material for CSRF tokens and sealed forms, shared by all application servers. */
  readonly secret: string
  /** True only where the database bears the mark that `demo` writes. */
  readonly isDemo: boolean
}
