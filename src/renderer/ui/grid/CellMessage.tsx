import { CircleAlert } from 'lucide-react'
import { CellPopup } from './CellPopup.tsx'

/** Says at the cell why its text cannot stand there. */
export function CellMessage({ message }: { message: string }) {
  return (
    <CellPopup className="cd-cell-message">
      <CircleAlert size={14} aria-hidden />
      <span role="alert">{message}</span>
    </CellPopup>
  )
}
