/** What an uploaded results file would do, before anybody confirms it; or how far the reading or the work is. */

import type { ChangedAudit } from '../../src/imports/rules/audit-changes.ts'
import type { FileFault } from '../../src/imports/rules/file-fault.ts'
import type { Preview, SampleRow } from '../../src/imports/rules/preview.ts'
import type { Upload } from '../../src/imports/upload-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { InsetText } from '../components/inset-text.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { formatInstant, plural } from '../format.ts'
import { ChangeList, FaultList, ReportList, SampleTable } from './preview-lists.tsx'

export type PreviewPageProps = {
  upload: Upload
  csrf: string
  isReplacing: boolean
  preview: Preview
  /** The page of each list that is shown. */
  pages: { fault: number; change: number; report: number }
  faults: readonly FileFault[]
  changes: readonly ChangedAudit[]
  reports: readonly FileFault[]
  sample: readonly SampleRow[]
}

const Frame = (props: { upload: Upload; children: unknown }) => (
  <div id="import">
    <BackLink href="/imports">Imports</BackLink>
    <span class="govuk-caption-l">
      {`Uploaded by ${props.upload.uploadedByName ?? 'somebody'}, ${formatInstant(props.upload.uploadedAt)}`}
    </span>
    <h1 class="govuk-heading-l">{props.upload.fileName}</h1>
    {props.upload.note === null ? (
      ''
    ) : (
      <div class="pl-notice pl-notice--warning" role="alert">
        <p>{props.upload.note}</p>
      </div>
    )}
    {props.children}
  </div>
)

/** While a server is at it: asks again by itself where there is JavaScript, and by a link where there is none. */
export const WaitPage = ({ upload }: { upload: Upload }) => {
  const isWorking = upload.state === 'working'
  const share = upload.toDo > 0 ? Math.floor((100 * upload.done) / upload.toDo) : 0
  const words = isWorking ? 'The file is being brought in' : 'The file is being read'
  return (
    <div
      hx-get={`/imports/${upload.id}`}
      hx-trigger="every 2s"
      hx-target="#import"
      hx-select="#import"
      hx-swap="outerHTML"
      id="import"
    >
      <BackLink href="/imports">Imports</BackLink>
      <h1 class="govuk-heading-l">{upload.fileName}</h1>
      <p class="govuk-body" role="status">
        {`${words}: ${share} of 100.`}
      </p>
      <label class="govuk-visually-hidden" for="wait-progress">
        {words}
      </label>
      <progress class="pl-progress__bar" id="wait-progress" value={share} max={100}>
        {`${share} of 100`}
      </progress>
      <p class="govuk-body">
        {isWorking
          ? 'Nothing counts until all of it is there. You can leave this page; the work goes on.'
          : 'Nothing is brought in by this. You can leave this page and come back.'}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/imports/${upload.id}`}>
          Look again
        </a>
      </p>
    </div>
  )
}

const some = (named: Preview['newRounds']): string => {
  if (named.count === 0) return 'None'
  const more = named.count - named.names.length
  return `${named.count}: ${named.names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const Counts = ({ preview }: { preview: Preview }) => {
  const { audits, judgements } = preview
  return (
    <SummaryList
      rows={[
        {
          key: 'New',
          value: `${plural(audits.fresh, 'audit')} with ${plural(judgements.fresh, 'judgement')}`,
        },
        {
          key: 'Unchanged',
          value: `${plural(audits.unchanged, 'audit')} with ${plural(judgements.unchanged, 'judgement')}`,
        },
        audits.replaced > 0 && {
          key: 'Replaced',
          value: `${plural(audits.replaced, 'audit')} with ${plural(judgements.replaced, 'judgement')}`,
        },
        audits.different > 0 && {
          key: 'There with other content',
          value: plural(audits.different, 'audit'),
        },
        { key: 'New rounds', value: some(preview.newRounds) },
        { key: 'Teams kept as closed ones of the past', value: some(preview.newTeams) },
        { key: 'Themes kept under their own name', value: some(preview.unknownThemes) },
      ]}
    />
  )
}

const ReadAgain = (props: {
  upload: Upload
  csrf: string
  replace: 'yes' | 'no'
  button: string
}) => (
  <form method="post" action={`/imports/${props.upload.id}/read`}>
    <input type="hidden" name="_csrf" value={props.csrf} />
    <input type="hidden" name="replace" value={props.replace} />
    <Button class="govuk-button--secondary" preventDoubleClick>
      {props.button}
    </Button>
  </form>
)

const Discard = (props: { upload: Upload; csrf: string }) => (
  <form method="post" action={`/imports/${props.upload.id}/discard`}>
    <input type="hidden" name="_csrf" value={props.csrf} />
    <Button class="govuk-button--secondary" preventDoubleClick>
      Throw this file away
    </Button>
  </form>
)

const Confirm = ({ upload, csrf, preview }: PreviewPageProps) => {
  const toDo = preview.audits.fresh + preview.audits.replaced
  return (
    <form method="post" action={`/imports/${upload.id}/confirm`}>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="revision" value={upload.revision} />
      <Button preventDoubleClick>{`Import ${plural(toDo, 'audit')}`}</Button>
    </form>
  )
}

const told = ({ upload, preview }: PreviewPageProps): string => {
  const { fresh, unchanged, replaced } = preview.audits
  if (upload.state === 'faulty') {
    return `This file has ${plural(preview.faults, 'fault')}. Nothing of it can be imported until they are put right: correct the file and upload it again.`
  }
  if (fresh + replaced === 0) {
    return `0 new, ${plural(unchanged, 'audit')} unchanged: everything in this file is there already. There is nothing to import.`
  }
  return 'Nothing is imported yet. Compare the rows below with your file, then confirm.'
}

export const PreviewPage = (props: PreviewPageProps) => {
  const { upload, preview, csrf } = props
  const isReady = upload.state === 'ready'
  const isReadable = preview.fingerprint !== '' || preview.audits.different > 0
  const hasWork = preview.audits.fresh + preview.audits.replaced > 0
  return (
    <Frame upload={upload}>
      <p class="pl-lead">{told(props)}</p>
      {isReadable ? <Counts preview={preview} /> : ''}
      {isReady && hasWork ? <Confirm {...props} /> : ''}
      {preview.audits.different > 0 && !props.isReplacing ? (
        <>
          <InsetText>
            {`${plural(preview.audits.different, 'audit')} in this file ${preview.audits.different === 1 ? 'is' : 'are'} there already with other content. If this file is a correction, look at it again with replacing.`}
          </InsetText>
          <ReadAgain
            upload={upload}
            csrf={csrf}
            replace="yes"
            button="Look again, replacing them"
          />
        </>
      ) : (
        ''
      )}
      {props.isReplacing ? (
        <ReadAgain upload={upload} csrf={csrf} replace="no" button="Look again without replacing" />
      ) : (
        ''
      )}
      <FaultList {...props} />
      <ChangeList {...props} />
      <SampleTable sample={props.sample} />
      <ReportList {...props} />
      <Discard upload={upload} csrf={csrf} />
    </Frame>
  )
}
