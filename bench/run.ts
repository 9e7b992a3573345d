/** `npm run bench [-- NAME…]`: runs the benches and prints their table. A missed target is printed, not an error. */
import { benchAlertFigures } from './alert-figures.ts'
import { benchAlertRegister } from './alert-register.ts'
import { benchApi } from './api.ts'
import { benchAutosave } from './autosave.ts'
import { benchEvidencePack } from './evidence-pack.ts'
import { benchExcel } from './excel.ts'
import { printTable, type Row } from './figures.ts'
import { benchFind } from './find.ts'
import { benchImportBeside } from './import-beside.ts'
import { benchProcess } from './process.ts'
import { benchProgressPage } from './progress-page.ts'
import { benchReport } from './report.ts'
import { benchResultsPage } from './results-page.ts'
import { benchSize } from './size.ts'
import { benchStudio } from './studio.ts'

const benches: Record<string, () => Promise<Row[]>> = {
  size: benchSize,
  process: benchProcess,
  'results-page': benchResultsPage,
  'progress-page': benchProgressPage,
  find: benchFind,
  studio: benchStudio,
  api: benchApi,
  'alert-register': benchAlertRegister,
  'alert-figures': benchAlertFigures,
  excel: benchExcel,
  report: benchReport,
  'evidence-pack': benchEvidencePack,
  'import-beside': () => benchImportBeside('sqlite'),
  'import-beside-postgres': () => benchImportBeside('postgres'),
  autosave: () => benchAutosave('sqlite'),
  'autosave-postgres': () => benchAutosave('postgres'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(
    `no bench called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`
  )
  process.exit(2)
}
const rows: Row[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.error(`${name} …`)
  rows.push(...(await bench()))
}
printTable(rows)
