import { Download } from 'lucide-react'
import { useState } from 'react'
import { ExportDialog } from '#renderer/app/ExportDialog.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import type { Calendar } from '#shared/program/calendarSchema.ts'
import type { Program } from '#shared/program/schema.ts'
import { yearBar } from './yearBar.ts'

/** The academic year: its months and phases, what is due when, and where the program stands in it. */
export function YearTimeline({ program, calendar }: { program: Program; calendar: Calendar }) {
  const [isExporting, setExporting] = useState(false)
  const { months, rows, marks, now } = yearBar(calendar)
  const current = rows.flat().flatMap(({ phase, isNow }) => (isNow ? [phase.title] : []))
  const stands =
    current.length === 0 ? formatDate(calendar.today) : `${formatDate(calendar.today)}: ${current.join(', ')}`
  return (
    <section className="cd-year">
      <header>
        <h2>{`The year ${formatAcademicYear(calendar.year)}`}</h2>
        <p className="cd-quiet">{stands}</p>
        <Button kind="quiet" icon={Download} onPress={() => setExporting(true)}>
          Export calendar (.ics)…
        </Button>
      </header>
      {/* The tasks below say the same in words. */}
      <div className="cd-year-bar" aria-hidden>
        <div className="cd-year-months">
          {months.map(({ key, label, left, width }) => (
            <span key={key} style={{ left: `${left}%`, width: `${width}%` }}>
              {label}
            </span>
          ))}
        </div>
        {rows.map((row) => (
          <div key={row[0]?.phase.key} className="cd-year-row">
            {row.map(({ phase, isNow, left, width }) => (
              <span
                key={phase.key}
                title={`${phase.title}, ${formatDate(phase.from)} to ${formatDate(phase.to)}`}
                style={{ left: `${left}%`, width: `${width}%` }}
                {...(isNow && { 'data-now': true })}
              >
                {phase.title}
              </span>
            ))}
          </div>
        ))}
        <div className="cd-year-marks">
          {marks.map(({ on, left, status, titles }) => (
            <span
              key={on}
              data-status={status}
              title={`${formatDate(on)}: ${titles.join(', ')}`}
              style={{ left: `${left}%` }}
            />
          ))}
        </div>
        {now !== null && <div className="cd-year-now" style={{ left: `${now}%` }} />}
      </div>
      {isExporting && (
        <ExportDialog
          job="program.exportCalendar"
          input={{ programId: program.id, year: calendar.year }}
          title="Export calendar"
          about={`The tasks of ${formatAcademicYear(calendar.year)} with their dates, for Outlook and other calendars. No learners or coaches are named; stakeholders and owners of open points are.`}
          audience="Program office"
          onClose={() => setExporting(false)}
        />
      )}
    </section>
  )
}
