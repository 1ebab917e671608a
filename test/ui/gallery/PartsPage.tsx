import { EllipsisVertical, Pencil, Plus, Redo2, Trash2, Undo2, Users } from 'lucide-react'
import { useState } from 'react'
import * as z from 'zod'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { ComboBox } from '#renderer/ui/form/ComboBox.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { EffortField } from '#renderer/ui/form/EffortField.tsx'
import { MoneyField } from '#renderer/ui/form/MoneyField.tsx'
import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import { SearchField } from '#renderer/ui/form/SearchField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { Switch } from '#renderer/ui/form/Switch.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

const appointmentSchema = z.object({
  name: z.string().trim().min(1, 'Enter a name.'),
  kind: z.enum(['coach', 'lead'], 'Choose a role.').nullable(),
  site: z.string().nullable(),
  from: plainDateSchema.nullable(),
  capacity: z.int().nullable(),
  effort: z.int().nullable(),
  stipend: z.int().nullable(),
  basis: z.enum(['stipend', 'effort']).nullable(),
  isPanel: z.boolean(),
})

const sites = ['Main campus', 'Riverside', 'São Paulo exchange', "Children's hospital"].map((label) => ({
  id: label,
  label,
}))
const roles = [
  { id: 'coach', label: 'Coach', description: 'Meets learners' },
  { id: 'lead', label: 'Lead coach', description: 'Meets learners and coaches the coaches' },
] as const
const bases = [
  { id: 'stipend', label: 'Stipend', description: 'A fixed amount per year' },
  { id: 'effort', label: 'Effort', description: 'A share of salary and fringe' },
] as const

/** Every component but the grid. */
export function PartsPage() {
  const [tab, setTab] = useState<'fields' | 'states'>('fields')
  return (
    <main className="gallery-parts">
      <PageHeader
        title="Coaches"
        summary="30 coaches, 1:8, 4 over their capacity"
        actions={
          <>
            <IconButton icon={Undo2} label="Undo" shortcut="Ctrl+Z" />
            <IconButton icon={Redo2} label="Redo" shortcut="Ctrl+Y" isDisabled />
            <Button>Export</Button>
            <Button kind="primary" icon={Plus}>
              Add coach
            </Button>
          </>
        }
      />
      <Tabs
        label="Parts of the page"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'fields', label: 'Fields', content: <Fields /> },
          { id: 'states', label: 'States', count: 12, content: <States /> },
        ]}
      />
    </main>
  )
}

function Fields() {
  const form = useForm(appointmentSchema, {
    name: '',
    kind: null,
    site: 'Riverside',
    from: '2026-07-01',
    capacity: 8,
    effort: 1_000,
    stipend: 125_000,
    basis: 'stipend',
    isPanel: true,
  })
  const [search, setSearch] = useState('')
  const [isOn, setOn] = useState(true)
  return (
    <div className="gallery-columns">
      <form onSubmit={form.submit(() => showToast({ message: 'Saved the appointment' }))} noValidate>
        <TextField label="Name" {...form.field('name')} isRequired />
        <Select label="Role" choices={roles} {...form.field('kind')} />
        <ComboBox label="Site" choices={sites} {...form.field('site')} />
        <DateField label="From" {...form.field('from')} description="The first day of the appointment" />
        <div className="gallery-three">
          <NumberField label="Capacity" unit="learners" min={0} max={30} {...form.field('capacity')} />
          <EffortField label="Effort" {...form.field('effort')} />
          <MoneyField label="Stipend" {...form.field('stipend')} />
        </div>
        <Button type="submit" kind="primary">
          Save appointment
        </Button>
      </form>
      <div className="gallery-stack">
        <RadioGroup label="Paid by" choices={bases} {...form.field('basis')} />
        <Checkbox label="Sits on the interview panel" {...pickCheckbox(form.field('isPanel'))} />
        <Checkbox label="Some of the sites" isIndeterminate value={false} onChange={() => {}} />
        <Checkbox label="Not now" isDisabled value={false} onChange={() => {}} />
        <Switch label="Show learners who left" value={isOn} onChange={setOn} />
        <SearchField label="Search coaches" value={search} onChange={setSearch} />
        <TextField
          label="Note"
          isMultiline
          value=""
          onChange={() => {}}
          placeholder="Seen by the program office only"
        />
        <TextField label="NPI" value="1234567890" onChange={() => {}} error="The check digit does not fit" />
        <TextField label="Locked" value="Set by the import" onChange={() => {}} isDisabled />
      </div>
      <Actions />
    </div>
  )
}

const pickCheckbox = ({
  name,
  value,
  onChange,
}: {
  name: string
  value: boolean
  onChange: (on: boolean) => void
}) => ({
  name,
  value,
  onChange,
})

function Actions() {
  const [open, setOpen] = useState<'edit' | 'erase' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="gallery-stack">
      <div className="gallery-row">
        <Button kind="primary">Import roster</Button>
        <Button>Export</Button>
        <Button kind="quiet">Undo</Button>
        <Button kind="danger">Erase person</Button>
      </div>
      <div className="gallery-row">
        <Button isBusy>Save</Button>
        <Button isDisabled>Save</Button>
        <Menu
          label="More"
          groups={[
            [
              { id: 'edit', label: 'Edit person', icon: Pencil, shortcut: 'F2', onAction: () => {} },
              { id: 'pair', label: 'Pair with a coach', icon: Users, onAction: () => {} },
            ],
            [{ id: 'erase', label: 'Erase person', icon: Trash2, isDanger: true, onAction: () => setOpen('erase') }],
          ]}
        >
          <IconButton icon={EllipsisVertical} label="More" />
        </Menu>
        <Kbd keys="Ctrl+K" />
      </div>
      <div className="gallery-row">
        <Button onPress={() => setOpen('edit')}>Open dialog</Button>
        <Button onPress={() => setOpen('erase')}>Ask</Button>
        <Button
          onPress={() => {
            const undo = { label: 'Undo', onPress: () => {} }
            showToast({ message: 'Removed 3 learners from Class of 2029', action: undo })
            showToast({ message: 'The backup folder is full', tone: 'wrong' })
          }}
        >
          Show toasts
        </Button>
      </div>
      <Dialog title="Rename cohort" isOpen={open === 'edit'} onClose={close}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            close()
          }}
        >
          <TextField label="Name" value="Class of 2029" onChange={() => {}} autoFocus />
          <DialogActions>
            <Button onPress={close}>Cancel</Button>
            <Button kind="primary" type="submit">
              Rename
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      <ConfirmDialog
        title="Erase Ana Ruiz?"
        verb="Erase person"
        isOpen={open === 'erase'}
        onClose={close}
        onConfirm={close}
      >
        <p>Her name, e-mails and ids are removed from the data file and from its history. This cannot be undone.</p>
      </ConfirmDialog>
    </div>
  )
}

function States() {
  return (
    <div className="gallery-columns">
      <div className="gallery-stack">
        <StatusDot tone="done">Active</StatusDot>
        <StatusDot tone="needs">Needs a coach</StatusDot>
        <StatusDot tone="wrong">Over capacity</StatusDot>
        <StatusDot tone="info">Starts Jul 1, 2026</StatusDot>
        <StatusDot tone="neutral">Left</StatusDot>
        <Progress label="Reading learners.xlsx" done={1_240} total={5_000} onCancel={() => {}} />
        <Progress label="Opening the data file" done={0} total={null} />
        <Skeleton label="Learners" />
      </div>
      <div className="gallery-stack">
        <ProblemNotice
          problem={{
            code: 'invalid_rows',
            message: '2 of 240 rows cannot be stored. Correct them here or in the file.',
            details: [
              { path: 'Roster!B14', message: 'NPI 1234567890: the check digit does not fit' },
              { path: 'Roster!D92', message: '"Febuary 30" is not a date; enter one such as Jul 1, 2026' },
            ],
          }}
          actions={<Button>Show the rows</Button>}
        />
      </div>
      <EmptyState
        icon={Users}
        title="No coaches yet"
        actions={
          <>
            <Button>Add coach</Button>
            <Button kind="primary">Import roster</Button>
          </>
        }
      >
        The people who coach in this program, with their capacity and effort. They usually come from a spreadsheet.
      </EmptyState>
    </div>
  )
}
