/** The value that a setting of the council has now. */
import type { Db } from '../db/schema.ts'
import type { SettingKey, SettingValue } from './rules/setting-list.ts'
import { settingValue } from './rules/setting-value.ts'
import { findSetting } from './store.ts'

/**
 * @param db inside a transaction, the transaction's
 * @returns the standard value until an administrator has chosen another, and when the stored one is no longer allowed
 */
export const readSetting = async <K extends SettingKey>(db: Db, key: K): Promise<SettingValue<K>> =>
  settingValue(key, (await findSetting(db, key))?.value)
