import { createContext, useContext } from 'react'

/** The dialogs of the frame, one at a time. */
export type DialogName = 'commands' | 'keys' | 'actor' | 'newFile' | 'openFile'

export interface Dialogs {
  readonly shown: DialogName | null
  readonly show: (name: DialogName | null) => void
}

export const DialogsContext = createContext<Dialogs>({ shown: null, show: () => undefined })

export const useDialogs = (): Dialogs => useContext(DialogsContext)
