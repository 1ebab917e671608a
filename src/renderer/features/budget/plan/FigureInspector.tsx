import './figureInspector.css'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { Inspector } from '#renderer/ui/Inspector.tsx'
import { formatCell } from '#shared/calculation/units.ts'
import { count } from '#shared/kernel/text.ts'
import {
  type ExplainedFigure,
  explainFigure,
  type Figure,
  figureKey,
  type FigurePlace,
  placeOfInput,
} from '../figures.ts'
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
  return (
    <Inspector title={current.title} subtitle={current.place} onClose={onClose}>
      <Explained
        key={figureKey(current)}
        work={work}
        figure={current}
        before={path.at(-2) ?? null}
        onOpen={(next) => setPath([...path, next])}
        onBack={() => setPath(path.slice(0, -1))}
      />
    </Inspector>
  )
}

interface ExplainedProps {
  work: BudgetWork
  figure: Figure
  /** The figure one came from. */
  before: Figure | null
  onOpen: (figure: Figure) => void
  onBack: () => void
}

function Explained({ work, figure, before, onOpen, onBack }: ExplainedProps) {
  const pane = useRef<HTMLDivElement>(null)
  // What was pressed to come here is gone, or far away.
  useEffect(() => pane.current?.focus({ preventScroll: true }), [])
  const explained = explainFigure(work.calculated, figure)
  return (
    <div ref={pane} className="cd-figure-explained" role="group" aria-label={figure.title} tabIndex={-1}>
      {before && (
        <Button kind="quiet" icon={ArrowLeft} onPress={onBack}>
          {`Back to ${before.title}`}
        </Button>
      )}
      {explained ? (
        <>
          <p className="cd-figure-value" data-figures>
            {explained.value}
          </p>
          {explained.words === null ? (
            <p>
              It is entered, not figured. <PlaceLink place={placeOfInput(figure, work)} />
            </p>
          ) : (
            <HowItIsMade words={explained.words} inputs={explained.inputs} onOpen={onOpen} />
          )}
        </>
      ) : (
        <p>This figure is not part of the budget any more.</p>
      )}
    </div>
  )
}

interface MadeProps extends Pick<ExplainedFigure, 'inputs'> {
  words: string
  onOpen: (figure: Figure) => void
}

function HowItIsMade({ words, inputs, onOpen }: MadeProps) {
  return (
    <>
      <h3>How it is made</h3>
      <p>{`${words.charAt(0).toUpperCase()}${words.slice(1)}`}</p>
      <h3>{count(inputs.length, 'value goes', 'values go')} into it</h3>
      <ul>
        {inputs.slice(0, shownInputs).map((input) => (
          <li key={figureKey(input.figure)}>
            <button type="button" onClick={() => onOpen(input.figure)}>
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
