import './frame.css'
import { Outlet } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useCurrentProgram } from '#renderer/app/currentProgram.ts'
import { type DialogName, DialogsContext } from '#renderer/app/dialogs.ts'
import { ActorDialog } from '#renderer/app/frame/ActorDialog.tsx'
import { Breadcrumb } from '#renderer/app/frame/Breadcrumb.tsx'
import { ConnectionBar } from '#renderer/app/frame/ConnectionBar.tsx'
import { KeysDialog } from '#renderer/app/frame/KeysDialog.tsx'
import { NewFileDialog } from '#renderer/app/frame/NewFileDialog.tsx'
import { OpenFileDialog } from '#renderer/app/frame/OpenFileDialog.tsx'
import { Rail } from '#renderer/app/frame/Rail.tsx'
import { StatusBar } from '#renderer/app/frame/StatusBar.tsx'
import { TopBar } from '#renderer/app/frame/TopBar.tsx'
import { useShortcuts } from '#renderer/app/frame/useShortcuts.ts'
import { CommandPalette } from '#renderer/app/palette/CommandPalette.tsx'
import { useKeptPreferences, usePrefer, usePreferences } from '#renderer/app/preferences.ts'
import { useActions } from '#renderer/app/useActions.ts'
import { useWithdrawnOffers } from '#renderer/app/useDone.ts'
import { useLockOut } from '#renderer/app/useWorkspace.ts'
import { DensityContext } from '#renderer/ui/grid/density.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Density } from '#renderer/ui/grid/gridTypes.ts'
import { ToastRegion } from '#renderer/ui/toast.tsx'

/** What stands around every page. */
export function Frame() {
  const [shown, show] = useState<DialogName | null>(null)
  const dialogs = useMemo(() => ({ shown, show }), [shown])
  const { density } = usePreferences()
  const prefer = usePrefer()
  const rowHeights = useMemo(
    () => ({ density, setDensity: (next: Density) => prefer({ density: next }) }),
    [density, prefer],
  )
  useKeptPreferences()
  return (
    <DialogsContext value={dialogs}>
      <DensityContext value={rowHeights}>
        <Window />
      </DensityContext>
    </DialogsContext>
  )
}

function Window() {
  const program = useCurrentProgram()
  const lockOut = useLockOut()
  const prefer = usePrefer()
  const programId = program?.id
  useShortcuts(useActions())
  useWithdrawnOffers()
  useEffect(() => {
    if (programId !== undefined) prefer({ programId })
  }, [programId, prefer])
  return (
    <div className="cd-frame">
      <a className="cd-skip" href="#page">
        Skip to the page
      </a>
      <TopBar program={program} />
      <ConnectionBar />
      <div className="cd-frame-body">
        <Rail program={program} />
        <main id="page" className="cd-frame-page" tabIndex={-1}>
          <Breadcrumb program={program} />
          {lockOut ? (
            <div className="cd-page">
              <ProblemNotice problem={lockOut} />
            </div>
          ) : (
            <Outlet />
          )}
        </main>
      </div>
      <StatusBar />
      <CommandPalette program={program} />
      <KeysDialog />
      <ActorDialog />
      <NewFileDialog />
      <OpenFileDialog />
      <ToastRegion />
    </div>
  )
}
