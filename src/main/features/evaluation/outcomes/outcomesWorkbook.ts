import { coachesSheet } from '#main/features/evaluation/outcomes/coachesSheet.ts'
import {
  accreditationSheet,
  commentsSheet,
  dictionarySheet,
  methodsSheet,
} from '#main/features/evaluation/outcomes/evidenceSheets.ts'
import type { Outcomes } from '#main/features/evaluation/outcomes/outcomes.ts'
import { changesSheet, groupsSheet, itemsSheet, scoresSheet } from '#main/features/evaluation/outcomes/resultSheets.ts'
import { participationSheet, summarySheet } from '#main/features/evaluation/outcomes/summarySheets.ts'
import type { WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'

const sheets = [
  summarySheet,
  participationSheet,
  coachesSheet,
  scoresSheet,
  changesSheet,
  groupsSheet,
  itemsSheet,
  accreditationSheet,
  commentsSheet,
  methodsSheet,
  dictionarySheet,
]

/** The outcomes workbook: what a dean reads, with the method beside it. */
export function outcomesWorkbook(outcomes: Outcomes): WorkbookModel {
  const { program, year, appVersion, now } = outcomes
  return {
    title: `${program.name}: outcomes ${formatAcademicYear(year)}`,
    creator: `Coachdesk ${appVersion}`,
    created: now,
    sheets: sheets.map((sheet) => sheet(outcomes).build()),
  }
}
