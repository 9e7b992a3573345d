/** Beside an indicative grade: that a QA lead set its cap aside, with who, when and why; and the form of doing so. */
import type { CapSetAside } from '../../src/audits/rules/cap-set-aside.ts'
import { Button } from '../components/button.tsx'
import { Details } from '../components/details.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatInstant } from '../format.ts'

/** The sentence before the reason. */
export const capSetAsideWords = ({ byName, at }: CapSetAside): string =>
  `${byName} set aside, on ${formatInstant(at)}, that the grade is held down because the child is not safe:`

export const CapSetAsideNote = ({ cap }: { cap: CapSetAside | undefined }) =>
  cap === undefined ? null : (
    <div class="pl-cap">
      <p class="govuk-body pl-note">{capSetAsideWords(cap)}</p>
      <p class="govuk-body pl-words">{cap.reason}</p>
    </div>
  )

/** One that no longer stands. */
export type LiftedCap = {
  reason: string
  at: string
  byName: string | null
  liftedAt: string | null
  liftedByName: string | null
}

export const LiftedCaps = ({ lifted }: { lifted: readonly LiftedCap[] }) =>
  lifted.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {lifted.map((each) => (
        <li class="pl-words">
          {`The cap was set aside by ${each.byName ?? 'somebody'} on ${formatInstant(each.at)} (“${each.reason}”), until ${each.liftedByName ?? 'somebody'} ended that on ${formatInstant(each.liftedAt ?? each.at)}.`}
        </li>
      ))}
    </ul>
  )

export type CapFormProps = {
  /** The audit's. */
  address: string
  csrf: string
  /** At what the answers hold the grade: "Inadequate". */
  at: string
  isSetAside: boolean
  reason: string
  error: string | undefined
}

export const CapForm = (props: CapFormProps) =>
  props.isSetAside ? (
    <form class="pl-no-print" method="post" action={`${props.address}/cap/restore`}>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Restore the cap
      </Button>
    </form>
  ) : (
    <Details
      class="pl-no-print"
      summary="Set the cap aside"
      open={props.error !== undefined || props.reason !== ''}
    >
      <p class="govuk-body">
        {`The child was not safe, and this was not already known and acted on: the indicative grade can be no better than ${props.at}. Safety today is not by itself the quality of practice. The auditor’s own grade stays as it is.`}
      </p>
      <form method="post" action={`${props.address}/cap/set-aside`}>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <Textarea
          name="cap-reason"
          rows={3}
          label="Why is the cap set aside?"
          hint="It stands beside the grade with your name, wherever the audit is read or copied. Never a name of the child or the family."
          value={props.reason}
          error={props.error}
        />
        <Button class="govuk-button--secondary">Set the cap aside</Button>
      </form>
    </Details>
  )
