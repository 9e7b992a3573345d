/** `user add`: the way in before anybody can sign in. */
import { z } from 'zod'
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { toKey } from '../db/columns.ts'
import { FaultyInput, FieldFault, WrongUsage } from '../errors.ts'
import { addPerson } from './add-person.ts'
import { makePasswordLink } from './make-password-link.ts'
import { hashPassword } from './password-hash.ts'
import { passwordFault } from './rules/password.ts'
import { type Role, roles } from './rules/permissions.ts'
import { findTeamByName, listTeams } from './team-store.ts'

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

const faultsOf = (values: { email: string; name: string; roles: readonly string[] }): string[] => [
  ...(z.email().safeParse(values.email).success
    ? []
    : [
        `--email: '${values.email}' is not an email address; for example amara.osei@council.example`,
      ]),
  ...(values.name.trim().length > 0 && values.name.length <= 200
    ? []
    : ['--name: give a name of at most 200 characters']),
  ...values.roles
    .filter((role) => !isRole(role))
    .map((role) => `--role: '${role}' is not a role; use ${roles.join(', ')}`),
]

export const userAdd: Command = {
  name: 'user add',
  usage: 'user add --email E --name N --role R[,R] [--title J] [--team T] [--password-stdin]',
  run: async (args, environment) => {
    const { values } = parseArguments(args, {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      title: { type: 'string' },
      team: { type: 'string' },
      'password-stdin': { type: 'boolean' },
    })
    const { email, name, role } = values
    if (!email || !name || !role) throw new WrongUsage('--email, --name and --role are needed')
    const held = role.split(',').map((part) => part.trim())
    const faults = faultsOf({ email, name, roles: held })

    const ctx = await environment.openContext()
    const team = values.team ? await findTeamByName(ctx.db, toKey(values.team)) : undefined
    if (values.team && !team) {
      const known = (await listTeams(ctx.db)).map((each) => each.name)
      faults.push(
        `--team: there is no team '${values.team}'; ${known.length > 0 ? `use one of ${known.join(', ')}` : 'there are no teams yet'}`
      )
    }
    const password = values['password-stdin']
      ? (await environment.readStdin()).replace(/\r?\n$/, '')
      : undefined
    const fault = password === undefined ? undefined : passwordFault(password, email)
    if (fault) faults.push(`--password-stdin: ${fault}`)
    if (faults.length > 0) throw new FaultyInput(faults)

    const granted = held.filter(isRole)
    try {
      const id = await addPerson(ctx, {
        email,
        name: name.trim(),
        jobTitle: values.title ?? '',
        roles: granted,
        teamId: team?.id ?? null,
        passwordHash: password === undefined ? null : await hashPassword(password),
      })
      if (password !== undefined) {
        environment.stdout.write(`${name} can sign in as ${email}\n`)
        return
      }
      const link = await makePasswordLink(ctx, id)
      environment.stdout.write(
        `${name} can set a password, once and within three days, at\n${environment.config.PUBLIC_URL}${link.path}\n`
      )
    } catch (error) {
      if (error instanceof FieldFault) throw new FaultyInput([`--${error.field}: ${error.message}`])
      throw error
    }
  },
}
