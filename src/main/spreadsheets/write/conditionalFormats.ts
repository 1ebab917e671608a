import type { ConditionalFormattingRule, Style, Worksheet } from 'exceljs'
import { assertNever } from '#shared/kernel/assertNever.ts'
import type { ConditionalFormatModel, Tone } from '../gridModel.ts'
import { rangeAddress, relativeAddress } from '../references.ts'
import { formulaText } from './toCell.ts'

/** Ink and a pale ground: in black and white the sign or the word still tells. */
const tones: Record<Tone, Partial<Style>> = {
  wrong: tone('FFB91C1C', 'FFFEF2F2'),
  attention: tone('FF92400E', 'FFFFF7E6'),
  done: tone('FF166534', 'FFF0FDF4'),
}

/** The fill of a conditional format takes its colour from the background: Excel's own oddity. */
function tone(ink: string, ground: string): Partial<Style> {
  return { font: { color: { argb: ink } }, fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: ground } } }
}

/** Adds conditional formats; the first has the say where two meet. */
export function addConditionalFormats(sheet: Worksheet, formats: ConditionalFormatModel[]): void {
  for (const [index, format] of formats.entries()) {
    sheet.addConditionalFormatting({ ref: rangeAddress(format.range), rules: [rule(format, index + 1)] })
  }
}

function rule(format: ConditionalFormatModel, priority: number): ConditionalFormattingRule {
  const first = relativeAddress({ row: format.range.top, column: format.range.left })
  switch (format.when) {
    case 'negative':
      return isTrue(`AND(ISNUMBER(${first}),${first}<0)`, format.tone, priority)
    case 'over':
    case 'under': {
      // Excel holds any text to be more than any number, and an empty cell to be 0.
      const sign = format.when === 'over' ? '>' : '<'
      return isTrue(`AND(ISNUMBER(${first}),${first}${sign}(${format.limit}))`, format.tone, priority)
    }
    case 'text':
      return isTrue(`${first}="${format.text.replaceAll('"', '""')}"`, format.tone, priority)
    case 'true':
      return isTrue(format.formula, format.tone, priority)
    case 'bar':
      return bar(priority)
    default:
      return assertNever(format)
  }
}

const isTrue = (formula: string, tone: Tone, priority: number): ConditionalFormattingRule => ({
  type: 'expression',
  formulae: [formulaText(formula)],
  style: tones[tone],
  priority,
})

/** A bar from 0 to the most of the range. */
function bar(priority: number): ConditionalFormattingRule {
  // A variable, because exceljs writes the colour though its types do not know it.
  const rule = {
    type: 'dataBar' as const,
    gradient: false,
    minLength: 0,
    maxLength: 100,
    cfvo: [{ type: 'num' as const, value: 0 }, { type: 'max' as const }],
    color: { argb: 'FFCFE8E3' },
    priority,
  }
  // exceljs draws the id by lot, and the same workbook should be the same bytes; different in its sheet is enough.
  const x14Id = `{00000000-0000-4000-8000-${String(priority).padStart(12, '0')}}`
  return Object.defineProperty(rule, 'x14Id', { enumerable: true, get: () => x14Id, set() {} })
}
