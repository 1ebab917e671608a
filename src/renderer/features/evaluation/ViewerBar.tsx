import { Link } from '@tanstack/react-router'
import { useRead } from '#renderer/app/api.ts'
import { ComboBox } from '#renderer/ui/form/ComboBox.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import type { Id } from '#shared/kernel/ids.ts'
import {
  type Audience,
  accessLabels,
  audienceLabels,
  audiences,
  dataClassLabels,
} from '#shared/program/design/audiences.ts'
import { useEvaluationSearch } from './useEvaluationSearch.ts'
import type { ChosenYear } from './useEvaluationYear.ts'
import { YearSelect } from './YearSelect.tsx'

const choices = audiences.map((id) => ({ id, label: audienceLabels[id] }))
const shownClasses = ['participation', 'ratings', 'wellBeing', 'comments'] as const

interface Props {
  programId: Id
  /** The academic year that is shown; absent where the waves of all years are. */
  chosenYear: ChosenYear | undefined
}

/** For whom the figures are shown and of which year, and what question 8 lets them see. */
export function ViewerBar({ programId, chosenYear }: Props) {
  const { audience, coach, show } = useEvaluationSearch()
  const settings = useRead('program.getSettings', { programId }).data?.settings
  return (
    <div className="cd-viewer">
      <Select<Audience>
        label="Shown as for the"
        choices={choices}
        value={audience}
        onChange={(id) => show({ audience: id, coach: undefined })}
      />
      {audience === 'coach' && <CoachSelect programId={programId} value={coach ?? null} />}
      {chosenYear && (
        <div className="cd-viewer-year">
          <YearSelect chosenYear={chosenYear} onChange={(year) => show({ year: String(year), wave: undefined })} />
        </div>
      )}
      {settings && (
        <p>
          {shownClasses.map((dataClass) => (
            <span key={dataClass}>
              {`${dataClassLabels[dataClass]}: `}
              <b>{accessLabels[settings.sharing.value[audience][dataClass]].toLowerCase()}</b>
            </span>
          ))}
          <span>
            {`Groups under ${settings.minimumRatings.value} people (comments ${settings.minimumComments.value}) are hidden, and others that would give them away. `}
            <Link
              to="/programs/$programId/design/$question"
              params={{ programId, question: 'assessment' }}
              search={{ field: 'choices.sharing' }}
            >
              Sharing rules
            </Link>
          </span>
        </p>
      )}
    </div>
  )
}

function CoachSelect({ programId, value }: { programId: Id; value: Id | null }) {
  const { show } = useEvaluationSearch()
  const coaches = useRead('roster.listCoaches', { programId }).data ?? []
  return (
    <ComboBox
      label="Which coach"
      choices={coaches.map(({ id, firstName, lastName }) => ({ id, label: `${lastName}, ${firstName}` }))}
      value={value}
      onChange={(coach) => show({ coach: coach ?? undefined })}
    />
  )
}
