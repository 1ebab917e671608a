import './sharing.css'
import { Check } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { Button as TextButton } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import {
  type Access,
  accessLabels,
  type Audience,
  audienceLabels,
  audiences,
  type DataClass,
  dataClasses,
  dataClassLabels,
  type Sharing,
  usualSharing,
} from '#shared/program/design/audiences.ts'
import type { Bind } from './bind.ts'
import { accessForKey, accessInCell, allowedAccesses, moveInTable, withAccess } from './sharing.ts'

/** Audiences by classes of data. Arrow keys move, Enter opens the choices, a first letter chooses. */
export function SharingTable({ bind }: { bind: Bind<Sharing | null> }) {
  const hint = useId()
  const table = useRef<HTMLTableElement>(null)
  const [[row, column], setPlace] = useState<readonly [number, number]>([0, 0])
  const sharing = bind.value ?? usualSharing
  const set = (audience: Audience, dataClass: DataClass, access: Access): void =>
    bind.choose(withAccess(sharing, audience, dataClass, access))

  const onKey = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLButtonElement) || event.ctrlKey || event.metaKey || event.altKey) return
    const to = moveInTable([row, column], event.key, audiences.length, dataClasses.length)
    const access = accessForKey(event.key, dataClasses[column]!)
    if (!to && !access) return
    // Before the button's menu, which opens on an arrow.
    event.preventDefault()
    event.stopPropagation()
    if (to) {
      setPlace(to)
      table.current?.querySelector<HTMLElement>(`[data-place='${to.join(' ')}'] button`)?.focus()
    } else if (access) set(audiences[row]!, dataClasses[column]!, access)
  }

  return (
    <div className="cd-design-sharing">
      <p className="cd-quiet" id={hint}>
        {bind.value === null ? 'Not decided: what is usual holds. ' : ''}
        Arrow keys move; Enter opens the choices; N, A, T or W chooses.
      </p>
      <div className="cd-scroll-x">
        <table
          ref={table}
          aria-describedby={hint}
          {...(bind.value === null && { 'data-usual': true })}
          onKeyDownCapture={onKey}
        >
          <thead>
            <tr>
              <th scope="col">Audience</th>
              {dataClasses.map((dataClass) => (
                <th key={dataClass} scope="col">
                  {dataClassLabels[dataClass]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {audiences.map((audience, rowIndex) => (
              <tr key={audience}>
                <th scope="row">{audienceLabels[audience]}</th>
                {dataClasses.map((dataClass, columnIndex) => (
                  <td
                    key={dataClass}
                    data-place={`${rowIndex} ${columnIndex}`}
                    data-access={sharing[audience][dataClass]}
                  >
                    <AccessCell
                      audience={audience}
                      dataClass={dataClass}
                      access={sharing[audience][dataClass]}
                      isCurrent={rowIndex === row && columnIndex === column}
                      onFocus={() => setPlace([rowIndex, columnIndex])}
                      onChoose={(access) => set(audience, dataClass, access)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {bind.value === null && (
        <TextButton kind="quiet" onPress={() => bind.choose(usualSharing)}>
          Decide on what is usual
        </TextButton>
      )}
    </div>
  )
}

interface AccessCellProps {
  audience: Audience
  dataClass: DataClass
  access: Access
  /** The one cell that Tab leads to. */
  isCurrent: boolean
  onFocus: () => void
  onChoose: (access: Access) => void
}

function AccessCell({ audience, dataClass, access, isCurrent, onFocus, onChoose }: AccessCellProps) {
  const name = `${audienceLabels[audience]}, ${dataClassLabels[dataClass].toLowerCase()}`
  return (
    <Menu
      label={name}
      groups={[
        allowedAccesses(dataClass).map((choice) => ({
          id: choice,
          label: accessLabels[choice],
          ...(choice === access && { icon: Check }),
          onAction: () => onChoose(choice),
        })),
      ]}
    >
      <Button
        className="cd-design-access"
        aria-label={`${name}: ${accessLabels[access]}`}
        excludeFromTabOrder={!isCurrent}
        onFocus={onFocus}
      >
        {accessInCell(access)}
      </Button>
    </Menu>
  )
}
