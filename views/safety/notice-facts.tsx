/** What is known about a child who may not be safe: the answers as they stand in the audit, and who has acknowledged them. */
import { SummaryList } from '../components/summary-list.tsx'
import { Tag } from '../components/tag.tsx'
import { formatInstant } from '../format.ts'

export type NoticeFactsProps = {
  notice: {
    id: string
    state: 'open' | 'decided' | 'closed'
    caseReference: string
    teamName: string | null
    roundName: string
    auditorName: string | null
    openedAt: string
    acknowledgedAt: string | null
    revision: number
  }
  stateLabel: string
  /** As it was when the notice opened, and as it is now. */
  answer: string
  answerNow: string
  alreadyKnown: string
  beingDone: string
  seenInRecord: string
  auditState: string
  auditAddress: string | undefined
  /** How long nobody of the line has acknowledged it: "3 hours". Undefined once somebody has. */
  waiting: string | undefined
  acknowledgedBy: string | undefined
}

const Words = ({ text }: { text: string }) => <p class="govuk-body pl-words">{text}</p>

export const NoticeFacts = (props: NoticeFactsProps) => (
  <SummaryList
    class="pl-facts"
    rows={[
      {
        key: 'State',
        value: {
          text: (
            <Tag class={props.notice.state === 'closed' ? 'govuk-tag--grey' : 'govuk-tag--red'}>
              {props.stateLabel}
            </Tag>
          ),
        },
      },
      {
        key: 'Is the child safe today?',
        value:
          props.answer === props.answerNow
            ? props.answer
            : `${props.answer} when the notice opened; ${props.answerNow} now. A changed answer does not remove the notice.`,
      },
      props.seenInRecord !== '' && {
        key: 'What in the record shows this',
        value: { text: <Words text={props.seenInRecord} /> },
      },
      { key: 'Already known and acted on?', value: props.alreadyKnown },
      {
        key: 'What is already being done',
        value: { text: <Words text={props.beingDone || 'Not recorded yet'} /> },
      },
      {
        key: 'Acknowledged by the line',
        value:
          props.notice.acknowledgedAt !== null
            ? `${props.acknowledgedBy ?? ''}, ${formatInstant(props.notice.acknowledgedAt)}`
            : props.waiting === undefined
              ? 'Nobody'
              : { text: <strong class="pl-late">{`Nobody yet, for ${props.waiting}`}</strong> },
      },
      {
        key: 'Audit',
        value: {
          text: (
            <>
              {props.auditAddress === undefined ? (
                props.notice.roundName
              ) : (
                <a class="govuk-link" href={props.auditAddress}>
                  {props.notice.roundName}
                </a>
              )}
              {`, by ${props.notice.auditorName ?? 'nobody'} (${props.auditState})`}
            </>
          ),
        },
      },
    ]}
  />
)
