/** The tables of the register of alerts, as schema.ts has them in its list. */

/** Which alerts have a trait: numbers of alerts, a block of them a row (src/db/number-blocks.ts). */
export interface AlertSetTable {
  /** As src/alerts/rules/alert-traits.ts writes it. */
  trait: string
  block: number
  members: string
}

/** Under which traits an alert stands in `alert_set` now, those of its words apart. */
export interface AlertTraitsTable {
  alert_id: string
  /** JSON: `string[]`. */
  traits: string
}

/** What figures count of alerts, a block of consecutive numbers a row (src/alerts/rules/fact-block.ts). */
export interface AlertFactsTable {
  block: number
  /** London dates of the alerts in the row. */
  first_raised: string
  last_raised: string
  /** Null where none is closed. */
  first_closed: string | null
  last_closed: string | null
  /** How many are open. */
  open: number
  facts: string
}

/** A copy of an alert that was made for the record of one of its children. */
export interface AlertCopyTable {
  id: string
  alert_id: string
  case_id: string
  format: 'print' | 'docx'
  made_at: string
  made_by: string
}

export interface AlertRegisterTables {
  alert_set: AlertSetTable
  alert_traits: AlertTraitsTable
  alert_facts: AlertFactsTable
  alert_copy: AlertCopyTable
}
