import './firstRun.css'
import { useNavigate } from '@tanstack/react-router'
import { ChevronRight, Compass, FileSpreadsheet, LoaderCircle, type LucideIcon, Sprout } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { problemOf, useRead } from '#renderer/app/api.ts'
import { KnownFiles } from '#renderer/app/KnownFiles.tsx'
import { useActions } from '#renderer/app/useActions.ts'
import { useFiles } from '#renderer/app/useFiles.ts'
import { Button as TextButton } from '#renderer/ui/Button.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Problem } from '#shared/kernel/problem.ts'
import type { WorkspaceInfo } from '#shared/workspace/schema.ts'

/** What stands where there is no program yet: three ways to begin, and the files that are there. */
export function FirstRun({ info }: { info: WorkspaceInfo }) {
  const navigate = useNavigate()
  const { openSample } = useFiles()
  const [isLoading, setLoading] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const lookAround = async (): Promise<void> => {
    setLoading(true)
    setProblem(null)
    try {
      await openSample()
    } catch (error) {
      setProblem(problemOf(error))
    }
    setLoading(false)
  }
  return (
    <div className="cd-first-run">
      <header>
        <h1>{info.file ? `Nothing is in ${info.file.name} yet` : 'Three ways to begin'}</h1>
        <p>
          {info.file
            ? 'A data file holds programs with their learners and coaches. Begin with one of these.'
            : 'Rosters, pairs and outcomes of an academic coaching program, in one private file on this computer.'}
        </p>
      </header>
      {problem && <ProblemNotice problem={problem} />}
      <ul className="cd-offers">
        <Offer
          icon={Sprout}
          title="Start a program"
          text="Name it, with its academic year, cohorts and sites. People come later."
          onPress={() => void navigate({ to: '/programs/new' })}
        />
        <Offer
          icon={FileSpreadsheet}
          title="Import a roster"
          text="From Excel or CSV. You see what will be stored before anything is."
          onPress={() => void navigate({ to: '/programs/new', search: { next: 'import' } })}
        />
        <Offer
          icon={isLoading ? LoaderCircle : Compass}
          isBusy={isLoading}
          title="Look around with a sample program"
          text={
            isLoading
              ? 'Making a data file with invented people'
              : 'A medical school and a residency with invented people, in a file of their own.'
          }
          onPress={() => void lookAround()}
        />
      </ul>
      <RecentFiles hasDialog={info.nativeDialogs} />
    </div>
  )
}

interface OfferProps {
  icon: LucideIcon
  title: string
  text: string
  isBusy?: boolean
  onPress: () => void
}

function Offer({ icon: Icon, title, text, isBusy = false, onPress }: OfferProps) {
  return (
    <li>
      <Button className="cd-offer" onPress={onPress} isPending={isBusy}>
        <Icon className={isBusy ? 'cd-spin' : ''} size={20} strokeWidth={1.5} aria-hidden />
        <span className="cd-offer-words">
          <b>{title}</b>
          <span>{text}</span>
        </span>
        <ChevronRight size={16} aria-hidden />
      </Button>
    </li>
  )
}

function RecentFiles({ hasDialog }: { hasDialog: boolean }) {
  const files = useRead('workspace.listFiles', {}).data
  const { openFile } = useActions()
  if (!files || (files.every(({ open }) => open) && !hasDialog)) return null
  return (
    <section className="cd-recent">
      <header>
        <h2>Open a recent file</h2>
        {hasDialog && (
          <TextButton kind="quiet" onPress={openFile}>
            Choose a file…
          </TextButton>
        )}
      </header>
      <KnownFiles />
    </section>
  )
}
