/** The page on which an administrator changes the council's settings, each with a form of its own. */
import { Hono } from 'hono'
import { SettingsPage } from '../../views/settings/settings-page.tsx'
import { Conflict, FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { changeSetting } from './change-setting.ts'
import { settingForm } from './input.ts'
import { isSettingKey, settingList } from './rules/setting-list.ts'
import { showSettings } from './show-settings.ts'

export const settings = new Hono<AppEnv>()

interface Again {
  readonly key: string
  readonly typed: string
  readonly message: string
  readonly status: 409 | 422
}

const show = async (c: C, again?: Again) => {
  const saved = c.req.query('saved') ?? ''
  const notice =
    again === undefined && isSettingKey(saved)
      ? { kind: 'success' as const, text: `Saved: ${settingList[saved].label}.` }
      : undefined
  return renderPage(
    c,
    {
      title: 'Settings',
      current: 'admin',
      status: again?.status ?? 200,
      ...(notice && { notice }),
    },
    <SettingsPage
      settings={await showSettings(c.get('deps').db)}
      again={again}
      isConflict={again?.status === 409}
      csrf={csrfOf(c)}
    />
  )
}

settings.get('/admin/settings', may('accounts.manage'), (c) => show(c))

settings.post('/admin/settings/:key', may('accounts.manage'), async (c) => {
  const { key } = c.req.param()
  if (!isSettingKey(key)) throw new NotFound('No such setting')
  const input = form(c, settingForm)
  const typed = input.raw.value ?? ''
  if (!input.ok) {
    const message = Object.values(input.errors)[0] ?? ''
    return show(c, { key, typed, message, status: 422 })
  }
  try {
    await changeSetting(contextOf(c), { key, ...input.data })
    return c.redirect(`/admin/settings?saved=${key}`, 303)
  } catch (error) {
    if (error instanceof FieldFault) {
      return show(c, { key, typed, message: error.message, status: 422 })
    }
    if (error instanceof Conflict) {
      return show(c, { key, typed, message: error.message, status: 409 })
    }
    throw error
  }
})
