import '#renderer/ui/Popover.css'
import './palette.css'
import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useDialogs } from '#renderer/app/dialogs.ts'
import { find } from '#renderer/app/palette/find.ts'
import type { FoundPerson } from '#renderer/app/palette/people.ts'
import { type Command, useCommands } from '#renderer/app/palette/useCommands.ts'
import { usePeople } from '#renderer/app/palette/usePeople.ts'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import type { Program } from '#shared/program/schema.ts'

// As many as a small window shows without scrolling; a longer word finds the others.
const shownFirst = 13
const shownCommands = 6
const shownPeople = 7

// The field keeps the focus and its arrow keys move in the list, which scrolls along; React Aria adds which list that is.
const combobox = { role: 'combobox', 'aria-expanded': true } as const

/** Finds people and commands from anywhere. */
export function CommandPalette({ program }: { program: Program | null }) {
  const { shown, show } = useDialogs()
  return (
    <ModalOverlay
      className="cd-scrim"
      isDismissable
      isOpen={shown === 'commands'}
      onOpenChange={(isOpen) => show(isOpen ? 'commands' : null)}
    >
      <Modal className="cd-modal" data-width="medium">
        <Dialog className="cd-palette" aria-label="Search people and commands">
          <Palette program={program} onClose={() => show(null)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Palette({ program, onClose }: { program: Program | null; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const commands = find(useCommands(program), typed, typed === '' ? shownFirst : shownCommands)
  const found = useFoundPeople(program, typed)
  const people = found ?? []
  const navigate = useNavigate()

  const run = (id: string): void => {
    onClose()
    const command = commands.find((candidate) => candidate.id === id)
    if (command) return command.run()
    const person = people.find((candidate) => candidate.id === id)
    if (person) {
      const { programId, personId } = person
      void navigate({ to: '/programs/$programId/people/$personId', params: { programId, personId } })
    }
  }

  const groups = [
    { id: 'people', title: 'People', items: people as readonly (Command | FoundPerson)[] },
    { id: 'commands', title: 'Commands', items: commands },
  ].filter(({ items }) => items.length > 0)

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField className="cd-palette-search" autoFocus>
        <Label className="cd-visually-hidden">Search people and commands</Label>
        <Search size={16} aria-hidden />
        <Input {...combobox} placeholder={program ? 'A name, e-mail, id or command' : 'A command'} />
        <Kbd keys="Esc" />
      </SearchField>
      <ListBox
        className="cd-list cd-palette-list"
        aria-label="Found"
        items={groups}
        selectionMode="none"
        onAction={(key) => run(String(key))}
        renderEmptyState={() => (
          <div className="cd-list-empty">{found ? 'Nothing is called that' : 'Looking through the people'}</div>
        )}
      >
        {(group) => (
          <ListBoxSection id={group.id}>
            <Header className="cd-palette-header">{group.title}</Header>
            <Collection items={group.items}>
              {(item) => (
                <ListBoxItem id={item.id} textValue={item.title} className="cd-option">
                  <span className="cd-option-text">{item.title}</span>
                  <span className="cd-palette-detail">{item.detail}</span>
                  {'keys' in item && item.keys && <Kbd keys={item.keys} />}
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  )
}

/** People are read and indexed when a first letter is typed, and looked for behind the typing. Undefined until then. */
function useFoundPeople(program: Program | null, typed: string): FoundPerson[] | undefined {
  const wanted = useDeferredValue(typed.trim())
  const people = usePeople(wanted !== '')
  return useMemo(() => {
    if (wanted === '') return []
    if (!people) return undefined
    const found = find(people, wanted, shownPeople)
    // Those of the program at hand first.
    return [...found].sort((one, other) => rank(one, program) - rank(other, program))
  }, [people, program, wanted])
}

const rank = ({ programId }: FoundPerson, program: Program | null): number => (programId === program?.id ? 0 : 1)
