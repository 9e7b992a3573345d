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
} as const satisfies Record<string, SettingDefinition>

export type SettingKey = keyof typeof settingList

export type SettingValue<K extends SettingKey> = z.output<(typeof settingList)[K]['schema']>

export const settingKeys = Object.keys(settingList) as SettingKey[]

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingList, key)
