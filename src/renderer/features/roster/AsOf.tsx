import { CalendarDays, History } from 'lucide-react'
import { useState } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Popover } from 'react-aria-components'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'

interface AsOfControlProps {
  /** Null for today. */
  day: PlainDate | null
  onDay: (day: PlainDate | null) => void
}

/** Chooses the day on which the roster is looked at. */
export function AsOfControl({ day, onDay }: AsOfControlProps) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<PlainDate | null>(day)
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open)
        setChosen(day)
      }}
    >
      <Button kind="quiet" icon={CalendarDays}>
        {day === null ? 'As of today' : `As of ${formatDate(day)}`}
      </Button>
      <Popover className="cd-popover" placement="bottom end" offset={4}>
        <AriaDialog className="cd-roster-as-of" aria-label="As of a day">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              setOpen(false)
              onDay(chosen)
            }}
          >
            <DateField
              label="As they stood on"
              value={chosen}
              onChange={setChosen}
              description="Empty means today. A past or future day can be looked at, not changed."
              autoFocus
            />
            <Button kind="primary" type="submit">
              Show that day
            </Button>
          </form>
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}

interface AsOfBannerProps {
  day: PlainDate
  onBack: () => void
}

/** Says that this is not today, and that nothing can be changed here. */
export function AsOfBanner({ day, onBack }: AsOfBannerProps) {
  return (
    <output className="cd-roster-banner">
      <History size={16} aria-hidden />
      <span>
        As everybody stood on <b>{formatDate(day)}</b>. Nothing can be changed in this view.
      </span>
      <Button onPress={onBack}>Back to today</Button>
    </output>
  )
}
