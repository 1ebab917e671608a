import './import.css'
import { FileSpreadsheet } from 'lucide-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { handOver } from './handedFile.ts'

const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** While it is shown, a file dropped anywhere in the window opens the import with it. */
export function DropToImport({ programId, kind }: { programId: string; kind: PeopleKind }) {
  const navigate = useNavigate()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      // Only out of the window: within it, one element is left for another.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      handOver(file)
      void navigate({ to: '/programs/$programId/import', params: { programId }, search: { as: kind } })
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [navigate, programId, kind])
  if (!isOver) return null
  return (
    <div className="cd-import-over" aria-hidden>
      <p>
        <FileSpreadsheet size={24} strokeWidth={1.5} />
        Drop to import {kind}
      </p>
    </div>
  )
}
