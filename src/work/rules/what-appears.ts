/** What My work will one day show a person, told from their permissions, for when it shows nothing yet. */
import { isGranted, type Role, scopesOf } from '../../people/rules/permissions.ts'

export const whatAppears = (held: readonly Role[]): readonly string[] => [
  ...(isGranted(held, 'rounds.manage') ? ['rounds that are open, with what is late in them'] : []),
  ...(isGranted(held, 'audits.complete') ? ['audits that a QA lead gives you to do'] : []),
  ...(isGranted(held, 'actions.complete')
    ? ['actions that an audit asks of you, once it is submitted']
    : []),
  ...(scopesOf(held, 'audits.read_submitted').includes('team')
    ? ['actions for the cases of your team']
    : []),
]

/** Where else the person may go. */
export const waysOn = (held: readonly Role[]): readonly { href: string; text: string }[] => [
  ...(isGranted(held, 'rounds.manage') ? [{ href: '/rounds', text: 'see the rounds' }] : []),
  ...(isGranted(held, 'results.council')
    ? [{ href: '/results/overview', text: 'see how good practice is' }]
    : []),
  ...(isGranted(held, 'rubrics.read')
    ? [{ href: '/rubrics', text: 'read what practice is audited against' }]
    : []),
]
