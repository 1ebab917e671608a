import { describe, expect, it } from 'vitest'
import { ago, dayName } from '#renderer/app/ago.ts'
import { pageAt } from '#renderer/app/pages.ts'
import { dataSearch, parseSearch, rosterSearch, stringifySearch } from '#renderer/app/search.ts'
import { actsWhileTyping, type KeyPress, matchShortcut, shortcuts } from '#renderer/app/shortcuts.ts'
import { formatBytes } from '#renderer/app/words.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('shortcuts', () => {
  it('are found by the keys as they are pressed', () => {
    expect(matchShortcut(press('k', { ctrlKey: true }))).toBe('commands')
    expect(matchShortcut(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('redoToo')
    expect(matchShortcut(press('z', { ctrlKey: true }))).toBe('undo')
    expect(matchShortcut(press('ArrowLeft', { altKey: true }))).toBe('back')
  })

  it('take the Command key of a Mac for Ctrl, and a question mark however it is typed', () => {
    expect(matchShortcut(press('y', { metaKey: true }))).toBe('redo')
    expect(matchShortcut(press('?', { shiftKey: true }))).toBe('keys')
    expect(matchShortcut(press('?'))).toBe('keys')
    expect(matchShortcut(press('F1'))).toBe('keysToo')
  })

  it('leave every other key alone', () => {
    expect(matchShortcut(press('z'))).toBeNull()
    expect(matchShortcut(press('k', { ctrlKey: true, altKey: true }))).toBeNull()
    expect(matchShortcut(press('ArrowLeft'))).toBeNull()
  })

  it('leave undoing letters to a field, and nothing that a field does not use', () => {
    expect(actsWhileTyping('undo')).toBe(false)
    expect(actsWhileTyping('keys')).toBe(false)
    expect(actsWhileTyping('commands')).toBe(true)
    expect(actsWhileTyping('save')).toBe(true)
  })

  it('are each on keys of their own', () => {
    const keys = Object.values(shortcuts).map((shortcut) => shortcut.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('how long ago', () => {
  const now = new Date(2026, 10, 22, 15, 0)
  const before = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString()

  it('is said as one says it', () => {
    expect(ago(before(0), now)).toBe('just now')
    expect(ago(before(-1), now)).toBe('just now')
    expect(ago(before(1), now)).toBe('1 minute ago')
    expect(ago(before(59), now)).toBe('59 minutes ago')
    expect(ago(before(130), now)).toBe('2 hours ago')
    expect(ago(before(14 * 60), now)).toBe('today')
    expect(ago(before(24 * 60), now)).toBe('yesterday')
    expect(ago(before(5 * 24 * 60), now)).toBe('on Nov 17, 2026')
  })

  it('goes by the day here', () => {
    expect(dayName(new Date(2026, 10, 22, 0, 1).toISOString(), now)).toBe('Today')
    expect(dayName(new Date(2026, 10, 21, 23, 59).toISOString(), now)).toBe('Yesterday')
  })
})

describe('addresses', () => {
  it('tell the pages apart', () => {
    expect(pageAt('/')).toBe('home')
    expect(pageAt('/programs/new')).toBe('newProgram')
    expect(pageAt('/programs/1/learners/')).toBe('learners')
    expect(pageAt('/programs/1/people/2')).toBe('person')
    expect(pageAt('/elsewhere')).toBeNull()
  })

  it('keep texts as texts, and leave out what is empty', () => {
    const search = { q: '007', sort: '-lastName', filters: '{"level":{"kind":"contains","text":"M&M"}}' }
    expect(parseSearch(stringifySearch({ ...search, view: '', person: undefined }))).toEqual(search)
    expect(stringifySearch({})).toBe('')
  })

  it('that were damaged lose a part, not the page', () => {
    expect(rosterSearch.parse({ q: 7, view: 'all' })).toEqual({ q: undefined, view: 'all' })
    expect(dataSearch.parse({ tab: 'cellar' })).toEqual({ tab: 'files' })
    expect(dataSearch.parse({})).toEqual({ tab: 'files' })
  })
})

describe('sizes', () => {
  it('are said in the unit that fits', () => {
    expect([formatBytes(512), formatBytes(40_960), formatBytes(2_150_000)]).toEqual(['512 bytes', '41 kB', '2.2 MB'])
  })
})
