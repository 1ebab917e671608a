import { Download, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { type GridEdit, initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import { Inspector } from '#renderer/ui/Inspector.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import { learnerColumns, type Learner, makeLearners } from './people.ts'

const getRowId = (row: Learner): string => row.id
const noun = { one: 'learner', many: 'learners' }

/** The grid with 50,000 rows. It refuses the name "Nobody", to show what a refusal from the other side looks like. */
export function GridPage({ count }: { count: number }) {
  const [rows, setRows] = useState(() => makeLearners(count))
  const [state, setState] = useState(initialGridState)
  const [active, setActive] = useState<Learner | null>(null)
  const [isOpen, setOpen] = useState(true)

  const save = async (edits: GridEdit[]) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 30)
    })
    const kept = edits.filter(({ value }) => value !== 'Nobody')
    setRows((before) => {
      const after = [...before]
      for (const { rowId, key, value } of kept) after[Number(rowId)] = { ...after[Number(rowId)]!, [key]: value }
      return after
    })
    const refused = edits.filter(({ value }) => value === 'Nobody')
    return {
      rejected: refused.map(({ rowId, key }) => ({ rowId, key, message: 'Nobody is not a name; enter theirs' })),
    }
  }

  return (
    <div className="gallery-grid-page">
      <main>
        <PageHeader
          title="Learners"
          summary="50,000 learners, 1,250 coaches, 1:40, 1,724 without a coach"
          actions={<Button kind="primary">Import roster</Button>}
        />
        <DataGrid
          rows={rows}
          getRowId={getRowId}
          columns={learnerColumns}
          label="Learners"
          noun={noun}
          state={state}
          onStateChange={setState}
          onEdit={save}
          onActiveRowChange={setActive}
          onOpenRow={() => setOpen(true)}
          toolbarExtra={<Button icon={Download}>Export</Button>}
          renderSelectedRowActions={(ids) => <Button icon={Trash2}>{`Remove ${ids.length}`}</Button>}
        />
      </main>
      {isOpen && active && (
        <Inspector title={active.name} subtitle={active.studentId} onClose={() => setOpen(false)}>
          <p>
            <StatusDot tone="done">Active</StatusDot>
          </p>
          <p>{active.email}</p>
        </Inspector>
      )}
    </div>
  )
}
