/** The table of the tokens by which other programs read the API. schema.ts has it in its list. */

export interface ApiTokenTable {
  id: string
  /** What an administrator calls it: "Power BI, quarterly figures". */
  name: string
  name_key: string
  /** The beginning of the token, by which it is found and recognised: `plumb_3f9a0c12`. No secret. */
  shown: string
  /** SHA-256 of the whole token; the token itself is nowhere. */
  token_hash: string
  /** JSON array of scopes. */
  scopes: string
  /** The last London date on which it works; null for no end. */
  expires_on: string | null
  created_at: string
  /** Null when it was made by the command. */
  created_by: string | null
  /** The hour in which it was last used, as `2026-01-12T09`: coarse, so that reading does not write each time. */
  used_hour: string | null
  revoked_at: string | null
  revoked_by: string | null
}

export interface ApiTables {
  api_token: ApiTokenTable
}
