/** What a stored setting means; reading it from the database is left to whoever asks. */
import { type SettingKey, type SettingValue, settingList } from './setting-list.ts'

/** @returns the standard value while nothing is stored, and when what is stored is no longer allowed */
export const settingValue = <K extends SettingKey>(
  key: K,
  stored: string | null | undefined
): SettingValue<K> => {
  const { schema, standard } = settingList[key]
  const read = typeof stored === 'string' ? schema.safeParse(stored) : undefined
  return (read?.success ? read.data : schema.parse(standard)) as SettingValue<K>
}
