import { readFileSync } from 'node:fs'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { Refusal } from '#shared/kernel/problem.ts'
import type { Sheet, SheetFile } from '#shared/imports/sheet.ts'

export const fixturePath = (name: string): string =>
  new URL(`../fixtures/spreadsheets/${name}`, import.meta.url).pathname

export const fixtureBytes = (name: string): Uint8Array => readFileSync(fixturePath(name))

export const readFixture = (name: string): SheetFile => readSheetFile(fixtureBytes(name), name)

/** The texts of a sheet, row by row, with null for empty cells. */
export const texts = (sheet: Sheet | undefined): (string | null)[][] =>
  (sheet?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.text ?? null))

export const rowNumbers = (sheet: Sheet | undefined): number[] => (sheet?.rows ?? []).map(({ number }) => number)

export const noteCodes = (file: SheetFile): string[] => file.notes.map(({ code }) => code)

/** The sentence with which something is refused; fails where it is not, or where it is a fault. */
export function refusalOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'unreadable_sheet') return error.message
    throw error
  }
  throw new Error('It was not refused')
}
