import type { DataValidation, Worksheet } from 'exceljs'
import type { ColumnType } from '../cellModel.ts'
import type { ValidationModel } from '../gridModel.ts'
import { rangeAddress, sheetReference } from '../references.ts'
import { cellText, toCell } from './toCell.ts'

/** One rule for a whole range, which exceljs can do though its types only know single cells. */
type SheetWithValidations = Worksheet & { dataValidations: { add(range: string, rule: DataValidation): void } }

/** Excel's limits. */
const maxList = 255
const maxMessage = 255

/** Says what may be typed into ranges; anything else is refused with the model's message. */
export function addValidations(sheet: Worksheet, validations: ValidationModel[]): void {
  for (const validation of validations) {
    const range = rangeAddress(validation.range)
    ;(sheet as SheetWithValidations).dataValidations.add(range, {
      ...ruleOf(validation),
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: 'Not stored',
      error: cellText(validation.message).slice(0, maxMessage),
    })
  }
}

function ruleOf(validation: ValidationModel): DataValidation {
  if (validation.allow === 'between') {
    const { type, min, max } = validation
    return { type: kinds[type], operator: 'between', formulae: [toCell(min, type), toCell(max, type)] }
  }
  return { type: 'list', formulae: ['from' in validation ? sheetReference(validation.from) : list(validation.values)] }
}

const kinds: Record<Exclude<ColumnType, 'text'>, 'whole' | 'decimal' | 'date'> = {
  date: 'date',
  integer: 'whole',
  count: 'whole',
  number: 'decimal',
  ratio: 'decimal',
  money: 'decimal',
  wholeMoney: 'decimal',
  percent: 'decimal',
  rate: 'decimal',
  fte: 'decimal',
}

/** @throws Error for lists that Excel would not take: those belong into a range of cells. */
function list(values: string[]): string {
  const joined = values.join(',')
  if (joined.length > maxList || values.some((value) => value.includes(','))) {
    throw new Error(`A list of ${values.length} choices belongs into a range: ${joined.slice(0, 60)}`)
  }
  return `"${joined.replaceAll('"', '""')}"`
}
