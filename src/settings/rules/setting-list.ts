/**
 * The council's own settings: the closed list of what an administrator can change in the browser, and what each may
 * be. What an operator sets for the machine is in src/config.ts.
 */
import { z } from 'zod'

export interface SettingDefinition<T = unknown> {
  /** Reads what is typed and stored into the value that the code uses; its messages say what would be right. */
  readonly schema: z.ZodType<T, string>
  /** What holds until somebody changes it, as it would be typed. */
  readonly standard: string
  readonly label: string
  readonly hint: string
  /** After the box, for a number: "days". */
  readonly unit?: string
  /** The heading that it stands under. */
  readonly group: string
}

/** @param unit in the plural, for the message */
const wholeNumber = (least: number, most: number, unit: string) =>
  z
    .string()
    .trim()
    .refine(
      (text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `Enter a whole number of ${unit} from ${least} to ${most}`
    )
    .transform(Number)

export const settingList = {
  due_soon_days: {
    schema: wholeNumber(1, 14, 'days'),
    standard: '3',
    label: 'Tell people that something is due soon',
    hint: 'How many days before the date an audit is due its auditor is told. Weekends and bank holidays are counted.',
    unit: 'days before',
    group: 'Notices',
  },
  notice_keep_days: {
    schema: wholeNumber(30, 3650, 'days'),
    standard: '365',
    label: 'Keep notices that were read',
    hint: 'Older ones are removed. Notices that nobody has read stay, and the event log keeps what happened.',
    unit: 'days',
    group: 'Notices',
  },
  mail_digest_at: {
    schema: z
      .string()
      .trim()
      .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/, 'Enter a time in hours and minutes, for example 08:00')
      .transform((text) => text.padStart(5, '0')),
    standard: '08:00',
    label: 'Send the daily mail of notices at',
    hint: 'For people who chose one mail a day. On working days, by London time. What is told later stands in the next one.',
    group: 'Mail',
  },
  mail_keep_days: {
    schema: wholeNumber(7, 365, 'days'),
    standard: '30',
    label: 'Keep the record of mail that was sent',
    hint: 'When it was sent and to whom. Older records are removed. What still waits or fails stays.',
    unit: 'days',
    group: 'Mail',
  },
  safety_escalate_minutes: {
    schema: wholeNumber(5, 1440, 'minutes'),
    standard: '60',
    label: 'Take an unacknowledged safety notice up the line',
    hint: 'How long the managers it went to have to acknowledge it, by day and by night, before it goes to the next step: head of service, then director.',
    unit: 'minutes',
    group: 'Safety notices',
  },
  evidence_min_characters: {
    schema: wholeNumber(0, 500, 'characters'),
    standard: '0',
    label: 'Least evidence beside an answer that needs words',
    hint: 'A grade below good, a “no” and an answer that is set aside need words. They need at least so many characters before the audit can be submitted; 0 takes any words. Submitted audits stay as they are.',
    unit: 'characters',
    group: 'Audits',
  },
  alert_informal_days: {
    schema: wholeNumber(1, 60, 'working days'),
    standard: '5',
    label: 'Answer an informal practice alert within',
    hint: 'The date proposed when it is raised. Whoever raises it may choose another; alerts that were raised keep their date.',
    unit: 'working days',
    group: 'Practice alerts',
  },
  alert_formal_days: {
    schema: wholeNumber(1, 60, 'working days'),
    standard: '5',
    label: 'Answer a formal practice alert within',
    hint: 'The date proposed before it becomes a dispute. The stages of a dispute have days of their own.',
    unit: 'working days',
    group: 'Practice alerts',
  },
  dispute_total_days: {
    schema: wholeNumber(1, 250, 'working days'),
    standard: '20',
    label: 'Bring a formal alert to an end within',
    hint: 'Counted from the day on which it first became formal; neither stages nor other dates stop it. Going past it is shown and stops nothing. The IRO Handbook says 20.',
    unit: 'working days',
    group: 'Practice alerts',
  },
  alert_acknowledge_minutes: {
    schema: wholeNumber(5, 1440, 'minutes'),
    standard: '60',
    label: 'Take an unacknowledged immediate risk up the line',
    hint: 'How long the service managers it went to have to acknowledge it, by day and by night, before the next step of the line is told.',
    unit: 'minutes',
    group: 'Practice alerts',
  },
  midway_weeks: {
    schema: wholeNumber(1, 52, 'weeks'),
    standard: '13',
    label: 'Ask for a midway check this long before a review',
    hint: 'A child is on the list of midway checks when the next review is within so many weeks and no check was recorded since the last one.',
    unit: 'weeks before',
    group: 'Practice alerts',
  },
  spc_run_length: {
    schema: wholeNumber(6, 9, 'rounds'),
    standard: '7',
    label: 'Rounds that make a run or a trend',
    hint: 'A chart over time names a signal when so many rounds running lie on one side of the average, or each higher (or lower) than the one before. NHS England uses 7; some texts use 6 or 8.',
    unit: 'rounds',
    group: 'Results',
  },
} as const satisfies Record<string, SettingDefinition>

export type SettingKey = keyof typeof settingList

export type SettingValue<K extends SettingKey> = z.output<(typeof settingList)[K]['schema']>

export const settingKeys = Object.keys(settingList) as SettingKey[]

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingList, key)
