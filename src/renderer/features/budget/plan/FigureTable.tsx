import { type Figure, figureKey } from '../figures.ts'

export interface FigureRow {
  key: string
  label: string
  values: readonly (number | null)[]
  format: (value: number) => string
  /** How each value was made; a value without one does not open. */
  figures?: readonly (Figure | null)[]
  isTotal?: boolean
  /** Says more of the row above it, whose name it is to be read with. */
  partOf?: string
  /** Stands for something that needs attention where it is not zero: what nobody pays. */
  isGap?: boolean
}

export interface OpenFigures {
  /** The key of the figure that is open. */
  open: string | null
  onOpen: (figure: Figure) => void
}

interface Props extends OpenFigures {
  caption: string
  rowHeader: string
  headings: readonly string[]
  rows: readonly FigureRow[]
}

/** Figures in rows, the years across; a press on one shows how it was made. */
export function FigureTable({ caption, rowHeader, headings, rows, open, onOpen }: Props) {
  return (
    <div className="cd-scroll-x">
      <table className="cd-table cd-figure-table">
        <caption className="cd-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHeader}</th>
            {headings.map((heading) => (
              <th key={heading} scope="col" data-number>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-total={row.isTotal || undefined} data-part={row.partOf !== undefined || undefined}>
              <th scope="row">{row.label}</th>
              {headings.map((heading, at) => {
                const value = row.values[at] ?? null
                return (
                  <td key={heading} data-number data-gap={(row.isGap && value !== null && value !== 0) || undefined}>
                    <FigureButton
                      label={[row.partOf, row.label, heading].filter(Boolean).join(', ')}
                      value={value}
                      format={row.format}
                      figure={row.figures?.[at] ?? null}
                      open={open}
                      onOpen={onOpen}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ButtonProps extends OpenFigures {
  /** Which figure it is, for a screen reader: "Total, FY27". */
  label: string
  value: number | null
  format: (value: number) => string
  figure: Figure | null
}

/** One figure, which opens; what is not known says so, and opens too: that is where the reason is. */
export function FigureButton({ label, value, format, figure, open, onOpen }: ButtonProps) {
  const text = value === null ? 'not known' : format(value)
  if (!figure) return <span {...(value === null && { className: 'cd-quiet' })}>{text}</span>
  return (
    <button
      type="button"
      className="cd-figure-button"
      data-unknown={value === null || undefined}
      aria-label={`${label}: ${text}`}
      aria-expanded={open === figureKey(figure)}
      onClick={() => onOpen(figure)}
    >
      {text}
    </button>
  )
}
