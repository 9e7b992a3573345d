/** Who works in Aldermere: its services, teams and people. All of it is made up. */
import type { Role } from '../../people/rules/permissions.ts'
import type { ServiceStatus } from '../../rubrics/rules/service-status.ts'

export const COUNCIL_NAME = 'Aldermere (demonstration)'

/** The row of the council table without which nothing of the demonstration works. */
export const DEMO_KEY = 'demo'

export interface DemoTeam {
  readonly name: string
  readonly service: string
  /** Which cases the team holds, with weights. */
  readonly holds: readonly (readonly [ServiceStatus, number])[]
  /** How far its practice stands above or below the council's, in steps of a grade. */
  readonly practice: number
}

export const services = [
  'Help and protection',
  'Children in care and care leavers',
  'Disabled children and early help',
] as const

const [protection, care, early] = services

const team = (
  name: string,
  service: string,
  practice: number,
  holds: readonly (readonly [ServiceStatus, number])[]
): DemoTeam => ({ name: `${name} team`, service, practice, holds })

const safeguarding = [
  ['cp', 45],
  ['cin', 40],
  ['assessment', 10],
  ['care', 5],
] as const
const permanence = [['care', 100]] as const

export const teams: readonly DemoTeam[] = [
  team('Riverside', protection, 0.15, safeguarding),
  team('Millbrook', protection, -0.1, safeguarding),
  team('Castle Hill', protection, 0.3, safeguarding),
  team('Northgate', protection, -0.45, safeguarding),
  team('Harbour', protection, 0, [
    ['assessment', 65],
    ['cin', 25],
    ['cp', 10],
  ]),
  team('Orchard', care, 0.2, permanence),
  team('Kingfisher', care, -0.2, permanence),
  team('Lighthouse', care, 0.1, permanence),
  team('Beacon', care, 0, [
    ['care_leaver', 80],
    ['care', 20],
  ]),
  team('Meadow', early, 0.25, [
    ['cin', 60],
    ['care', 20],
    ['cp', 20],
  ]),
  team('Willow', early, 0, [['early_help', 100]]),
  team('Foxley', early, -0.1, [
    ['early_help', 85],
    ['cin', 15],
  ]),
]

export interface DemoPerson {
  readonly name: string
  readonly jobTitle: string
  /** A team or a service; null for those who belong to neither. */
  readonly team: string | null
  readonly roles: readonly Role[]
}

const one = (
  name: string,
  jobTitle: string,
  at: string | null,
  ...roles: readonly Role[]
): DemoPerson => ({ name, jobTitle, team: at, roles })

const manager = (name: string, at: string) => one(name, 'Team manager', `${at} team`, 'manager')
const worker = (name: string, at: string, title = 'Social worker') =>
  one(name, title, `${at} team`, 'practitioner')
const reviewer = (name: string) => one(name, 'Independent reviewing officer', null, 'iro')
const chair = (name: string) => one(name, 'Child protection chair', null, 'iro')

/** The first of each role is the one whose work the demonstration shows best. */
export const people: readonly DemoPerson[] = [
  manager('Amara Osei', 'Riverside'),
  manager('Callum Drummond', 'Millbrook'),
  manager('Anjali Menon', 'Castle Hill'),
  manager('Fergus Kinnear', 'Northgate'),
  manager('Farida Rahimi', 'Harbour'),
  manager('Tobias Wren', 'Orchard'),
  manager('Ngozi Eze', 'Kingfisher'),
  manager('Eluned Vaughan', 'Lighthouse'),
  manager('Marcus Thornbury', 'Beacon'),
  manager('Priya Raman', 'Meadow'),
  manager('Owen Tregenza', 'Willow'),
  manager('Agnieszka Zielinska', 'Foxley'),
  one('Siobhan Kehoe', 'Service manager', protection, 'manager'),
  one('Yusuf Demir', 'Service manager', care, 'manager'),
  one('Moira Lennox', 'Service manager', early, 'manager'),

  one('Beatrix Holloway', 'Quality assurance lead', null, 'qa_lead'),
  one('Sanjay Kulkarni', 'Quality assurance lead', null, 'qa_lead'),

  reviewer('Rhian Pryce'),
  reviewer('Desmond Clarke'),
  reviewer('Hana Sato'),
  chair('Idris Bevan'),
  chair('Nadia Khoury'),
  chair('Winston Dacres'),
  one('Gwen Ashcombe', 'Head of the reviewing service', null, 'iro_manager', 'iro'),

  worker('Jide Adeyemi', 'Riverside'),
  worker('Cerys Mabbott', 'Riverside', 'Senior social worker'),
  worker('Bilal Chaudhry', 'Millbrook'),
  worker('Freya Oduya', 'Castle Hill'),
  worker('Stefan Lindqvist', 'Northgate'),
  worker('Tamsin Hartnoll', 'Northgate', 'Senior social worker'),
  worker('Lucia Moretti', 'Harbour'),
  worker('Kofi Mensah', 'Orchard'),
  worker('Oonagh Rafferty', 'Kingfisher'),
  worker('Arun Nair', 'Lighthouse'),
  worker('Kezia Boateng', 'Beacon', 'Personal adviser'),
  worker('Dilan Perera', 'Meadow'),
  worker('Harriet Pell', 'Willow', 'Early help worker'),
  worker('Emeka Jasper', 'Foxley', 'Early help worker'),

  one('Theodora Vassos', 'Head of service', protection, 'senior_leader'),
  one('Ruth Ellingham', 'Head of service', care, 'senior_leader'),
  one('Gareth Llewellyn', 'Head of service', early, 'senior_leader'),

  one('Delphine Auguste', 'Designated nurse, health trust', null, 'partner'),
  one('Noor Bakshi', 'Systems administrator', null, 'administrator'),
]

/** `Amara Osei` → `amara.osei@aldermere.example`: a domain that never receives mail (RFC 2606). */
export const emailOf = (name: string): string =>
  `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@aldermere.example`
