import type { IStylesOptions } from 'docx'

/** Lengths are in twentieths of a point, sizes of type in half points, as Word counts. */
const inch = 1440

const margin = { top: 1.1 * inch, bottom: 0.9 * inch, left: inch, right: inch, header: 0.5 * inch, footer: 0.45 * inch }

/** US letter, upright. */
export const letter = { size: { width: 8.5 * inch, height: 11 * inch }, margin }

export const textWidth = letter.size.width - margin.left - margin.right

export const colours = { accent: '0F4C4A', quiet: '4A5560', line: 'B8C2CC', band: 'EEF2F4' }

/** Calibri is in every Office; LibreOffice sets Carlito, which has the same widths. */
const font = 'Calibri'

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 21, language: { value: 'en-US' } },
      paragraph: { spacing: { after: 120, line: 264 } },
    },
    title: {
      run: { font, size: 44, bold: true, color: colours.accent },
      paragraph: { spacing: { before: 0, after: 60 } },
    },
    heading1: {
      run: { font, size: 28, bold: true, color: colours.accent },
      paragraph: { spacing: { before: 360, after: 80 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 22, bold: true },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 24, color: colours.quiet },
      paragraph: { spacing: { after: 40 } },
    },
    { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { italics: true, color: colours.quiet } },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 20 }, paragraph: { spacing: { after: 0, line: 252 } } },
    { id: 'DenseCell', name: 'Dense cell', basedOn: 'Cell', run: { size: 16 } },
    { id: 'Gap', name: 'Gap', basedOn: 'Normal', run: { size: 8 }, paragraph: { spacing: { after: 60, line: 120 } } },
    {
      id: 'Margin',
      name: 'Margin',
      basedOn: 'Normal',
      run: { size: 17, color: colours.quiet },
      paragraph: { spacing: { after: 0 } },
    },
  ],
}
