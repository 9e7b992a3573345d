/** Expected answers of the pages of mail. What fails is an administrator's to see, whoever it is to: there is no foreign mail. */
import { switchMail } from '../../src/mail/switch-mail.ts'
import { addFailingMail } from '../support/failing-mail.ts'
import { NO_RECORD } from '../support/world.ts'
import type { RouteCase, RouteTable, Row } from './route-case.ts'

//                      adm  qa   mgr  iro  irm  pra  sen  par  visitor
const everybody: Row = [200, 200, 200, 200, 200, 200, 200, 200, 303]
const ownSaved: Row = [303, 303, 303, 303, 303, 303, 303, 303, 401]
const page: Row = [200, 403, 403, 403, 403, 403, 403, 403, 303]
const saved: Row = [303, 403, 403, 403, 403, 403, 403, 403, 401]
const pageMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 303]
const postMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 401]

const ofMail = (place: string, expect: RouteCase['expect']): RouteCase => ({
  ask: async (world, _asker, record) => {
    if (record === 'missing') return { path: `/admin/mail/${NO_RECORD}${place}` }
    return {
      path: `/admin/mail/${await addFailingMail(world.context(), world.strangerId)}${place}`,
    }
  },
  expect,
})

export const mailRoutes: RouteTable = {
  'GET /account/mail': { ask: () => ({ path: '/account/mail' }), expect: { none: everybody } },
  'POST /account/mail': {
    ask: () => ({ path: '/account/mail', fields: { choice: 'digest' } }),
    expect: { none: ownSaved },
  },
  'GET /admin/mail': { ask: () => ({ path: '/admin/mail' }), expect: { none: page } },
  'POST /admin/mail/test': {
    ask: async (world) => {
      await switchMail(world.context(), true)
      return { path: '/admin/mail/test' }
    },
    expect: { none: saved },
  },
  'POST /admin/mail/again': {
    ask: () => ({ path: '/admin/mail/again' }),
    expect: { none: saved },
  },
  'POST /admin/mail/:id/again': ofMail('/again', { own: saved, missing: postMissing }),
  'GET /admin/mail/:id/give-up': ofMail('/give-up', { own: page, missing: pageMissing }),
  'POST /admin/mail/:id/give-up': ofMail('/give-up', { own: saved, missing: postMissing }),
}
