import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { Inspector } from '#renderer/ui/Inspector.tsx'
import { formatCell } from '#shared/calculation/units.ts'
import { count } from '#shared/kernel/text.ts'
import { explainFigure, type Figure, figureKey, type FigurePlace, placeOfInput } from '../figures.ts'
import type { BudgetWork } from '../useBudgetWork.ts'

interface Props {
  work: BudgetWork
  figure: Figure
  onClose: () => void
}

// A sum over hundreds of rows is opened to see what is in it, not to read every row.
const shownInputs = 60

/** How a figure was made: its expression in words, and what went into it, each of which opens in turn. */
export function FigureInspector({ work, figure, onClose }: Props) {
  const [path, setPath] = useState<readonly Figure[]>([figure])
  const current = path.at(-1) ?? figure
  const explained = explainFigure(work.calculated, current)
  if (!explained)
    return (
      <Inspector title={current.title} onClose={onClose}>
        <p>This figure is not part of the budget any more.</p>
      </Inspector>
    )
  const { value, words, inputs } = explained
  return (
    <Inspector title={current.title} subtitle={current.place} onClose={onClose}>
      <div className="cd-figure-explained">
        {path.length > 1 && (
          <Button kind="quiet" icon={ArrowLeft} onPress={() => setPath(path.slice(0, -1))}>
            {`Back to ${path.at(-2)?.title ?? ''}`}
          </Button>
        )}
        <p className="cd-figure-value" data-figures>
          {value}
        </p>
        {words === null ? (
          <p>
            It is entered, not figured. <PlaceLink place={placeOfInput(current, work)} />
          </p>
        ) : (
          <>
            <h3>How it is made</h3>
            <p>{`${words.charAt(0).toUpperCase()}${words.slice(1)}`}</p>
            <h3>{count(inputs.length, 'value goes', 'values go')} into it</h3>
            <ul>
              {inputs.slice(0, shownInputs).map((input) => (
                <li key={figureKey(input.figure)}>
                  <button type="button" onClick={() => setPath([...path, input.figure])}>
                    <span>
                      {input.figure.title}
                      {input.figure.place !== '' && <small>{input.figure.place}</small>}
                    </span>
                    <b data-figures>{formatCell(input.value, input.unit)}</b>
                  </button>
                </li>
              ))}
            </ul>
            {inputs.length > shownInputs && (
              <p className="cd-quiet">{`and ${inputs.length - shownInputs} more; the exported workbook has them all.`}</p>
            )}
          </>
        )}
      </div>
    </Inspector>
  )
}

function PlaceLink({ place }: { place: FigurePlace | null }) {
  if (!place) return <span>It comes from the roster or the design.</span>
  return (
    <Link to="." search={(before) => ({ ...before, ...place.search })}>
      {place.words}
    </Link>
  )
}
