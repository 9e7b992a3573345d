/** Every setting of the council as its page shows it: what holds, what is standard, who changed it last. */
import type { Db } from '../db/schema.ts'
import { type SettingDefinition, settingKeys, settingList } from './rules/setting-list.ts'
import { listSettings } from './store.ts'

export const showSettings = async (db: Db) => {
  const stored = new Map((await listSettings(db)).map((row) => [row.key, row]))
  return settingKeys.map((key) => {
    const { schema: _schema, ...definition }: SettingDefinition = settingList[key]
    const row = stored.get(key)
    return {
      ...definition,
      key: key as string,
      value: row?.value ?? definition.standard,
      revision: row?.revision ?? 0,
      changed: row ? { at: row.changedAt, by: row.changedBy } : undefined,
    }
  })
}

export type ShownSetting = Awaited<ReturnType<typeof showSettings>>[number]
