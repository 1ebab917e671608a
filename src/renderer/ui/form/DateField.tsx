import './field.css'
import '../Popover.css'
import '../Button.css'
import './DateField.css'
import { CalendarDate, parseDate as parseCalendarDate } from '@internationalized/date'
import { Calendar as CalendarIcon, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  Dialog,
  DialogTrigger,
  Group,
  Input,
  Popover,
  TextField,
} from 'react-aria-components'
import { formatDate, parseDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { FieldLabel, FieldNotes } from './FieldNotes.tsx'
import { fieldAttributes, type TypedFieldProps } from './fieldProps.ts'
import { useTypedText } from './useTypedText.ts'

/** A calendar day, typed as people type it ("7/1/26", "Jul 1 2026", "2026-07-01") or picked from a calendar. */
export function DateField(props: TypedFieldProps<PlainDate>) {
  const [isOpen, setOpen] = useState(false)
  const typed = useTypedText({
    ...props,
    format: formatDate,
    parse: parseDate,
    unreadable: (text) => `"${text}" is not a date; enter one such as Jul 1, 2026`,
  })
  const error = typed.error ?? props.error
  return (
    <TextField
      {...fieldAttributes(props)}
      value={typed.text}
      onChange={typed.type}
      onBlur={typed.leave}
      isInvalid={error !== undefined}
    >
      <FieldLabel label={props.label} isHidden={props.isLabelHidden} />
      <Group className="cd-input">
        <Input autoComplete="off" placeholder="Jul 1, 2026" />
        <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
          <Button aria-label={`Calendar for ${props.label}`} isDisabled={props.isDisabled ?? false}>
            <CalendarIcon size={14} aria-hidden />
          </Button>
          <Popover className="cd-popover" placement="bottom end">
            <Dialog className="cd-calendar-dialog" aria-label={props.label}>
              <Month
                value={props.value}
                onPick={(date) => {
                  typed.take(date)
                  setOpen(false)
                }}
              />
            </Dialog>
          </Popover>
        </DialogTrigger>
      </Group>
      <FieldNotes description={props.description} error={error} />
    </TextField>
  )
}

function Month({ value, onPick }: { value: PlainDate | null; onPick: (date: PlainDate) => void }) {
  return (
    <Calendar
      className="cd-calendar"
      aria-label="Pick a day"
      autoFocus
      value={value === null ? null : parseCalendarDate(value)}
      onChange={(date) => onPick(date.toString())}
      minValue={new CalendarDate(1900, 1, 1)}
      maxValue={new CalendarDate(2200, 12, 31)}
    >
      <header>
        <Button slot="previous" className="cd-icon-button">
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <CalendarHeading />
        <Button slot="next" className="cd-icon-button">
          <ChevronRight size={16} aria-hidden />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell className="cd-calendar-day" date={date} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
