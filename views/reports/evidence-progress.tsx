/** How far the Excel file is that somebody waits for: asks again by itself where there is JavaScript, by a link where not. */
import type { ExportProgress } from '../../src/reports/rules/export-progress.ts'
import { BackLink } from '../components/back-link.tsx'

export type EvidenceProgressProps = {
  exportId: string
  progress: ExportProgress | undefined
}

const wordsOf = (progress: ExportProgress | undefined): string => {
  if (progress === undefined) {
    return 'You have not begun to download this file, or that was more than a day ago.'
  }
  const share = `${Math.floor((100 * progress.done) / Math.max(progress.total, 1))} of 100`
  switch (progress.state) {
    case 'whole':
      return 'The whole file is written.'
    case 'broken_off':
      return `The file was broken off at ${share}: what was saved of it cannot be opened. Download it again.`
    case 'silent':
      return `The file was at ${share} when it was last written to, more than five minutes ago. If your browser is not downloading it any more, download it again.`
    case 'writing':
      return `The file is being written: ${share}.`
  }
}

/** @param startsAt the link that begins the download, where it stands on the page */
export const EvidenceProgress = (props: EvidenceProgressProps & { startsAt?: string }) => {
  const address = `/reports/evidence/progress?export=${props.exportId}`
  const { progress } = props
  const asksAgain =
    progress?.state === 'writing'
      ? 'every 1s'
      : progress === undefined && props.startsAt !== undefined
        ? // Not click: htmx takes a click on a link for its own, and nothing would be downloaded.
          `pointerup from:${props.startsAt} delay:1s, keyup from:${props.startsAt} delay:1s`
        : undefined
  return (
    <div
      id="export-progress"
      {...(asksAgain === undefined
        ? {}
        : {
            'hx-get': address,
            'hx-trigger': asksAgain,
            'hx-target': '#export-progress',
            'hx-select': '#export-progress',
            // The page on which it stands keeps its own name.
            'hx-swap': 'outerHTML ignoreTitle:true',
          })}
    >
      {progress === undefined && props.startsAt !== undefined ? (
        <p class="govuk-body">
          <a class="govuk-link" href={address}>
            See how far the Excel file is
          </a>
        </p>
      ) : (
        <>
          <p class="govuk-body" role="status">
            {wordsOf(progress)}
          </p>
          {progress?.state === 'writing' ? (
            <>
              <label class="govuk-visually-hidden" for="export-bar">
                The file is being written
              </label>
              <progress
                class="pl-progress__bar"
                id="export-bar"
                value={progress.done}
                max={Math.max(progress.total, 1)}
              />
              <p class="govuk-body">
                <a class="govuk-link" href={address}>
                  See how far it is now
                </a>
              </p>
            </>
          ) : (
            ''
          )}
        </>
      )}
    </div>
  )
}

export const EvidenceProgressPage = (props: EvidenceProgressProps) => (
  <>
    <BackLink href="/reports/evidence">Evidence pack</BackLink>
    <h1 class="govuk-heading-l">How far the evidence pack is</h1>
    <EvidenceProgress {...props} />
    <p class="govuk-body">
      <a class="govuk-link" href="/reports/evidence/exports">
        Evidence packs taken
      </a>
    </p>
  </>
)
