import './designTable.css'
import './compare.css'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRead } from '#renderer/app/api.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { count } from '#shared/kernel/text.ts'
import { questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import type { DesignChange, DesignVersion } from '#shared/program/design/version.ts'
import { versionInWords } from './designWords.ts'

type Kept = DesignVersion & { id: string }

/** What changed between two versions of the design, question by question, in words. */
export function ComparePage() {
  const { programId } = useParams({ from: '/programs/$programId/design/compare' })
  const asked = useSearch({ from: '/programs/$programId/design/compare' })
  const all = useRead('program.listDesignVersions', { programId }).data
  const versions = all?.filter((version): version is Kept => version.id !== null)
  const from = versions?.find(({ id }) => id === asked.from) ?? versions?.[1]
  const to = versions?.find(({ id }) => id === asked.to) ?? versions?.[0]
  if (!versions)
    return (
      <div className="cd-page">
        <PageHeader title="Compare versions" />
        <Skeleton label="Versions" />
      </div>
    )
  if (!from || !to)
    return (
      <div className="cd-page">
        <PageHeader title="Compare versions" />
        <EmptyState title="There is one version only">
          Adopt the design and start a new version; what is changed in it is listed here.
        </EmptyState>
      </div>
    )
  return <Comparison programId={programId} versions={versions} from={from} to={to} />
}

interface ComparisonProps {
  programId: string
  versions: readonly Kept[]
  from: Kept
  to: Kept
}

function Comparison({ programId, versions, from, to }: ComparisonProps) {
  const navigate = useNavigate()
  const compared = useRead('program.compareDesigns', { from: from.id, to: to.id })
  const choices = versions.map((version) => ({ id: version.id, label: versionInWords(version) }))
  const show = (search: { from: string; to: string }): void =>
    void navigate({ to: '/programs/$programId/design/compare', params: { programId }, search, replace: true })
  const changes = compared.data?.changes
  return (
    <div className="cd-page">
      <PageHeader
        title="Compare versions"
        summary={
          changes
            ? `${count(changes.length, 'change')} from version ${from.number} to version ${to.number}.`
            : `From version ${from.number} to version ${to.number}.`
        }
      />
      <div className="cd-compare-choice">
        <Select label="From" choices={choices} value={from.id} onChange={(id) => show({ from: id, to: to.id })} />
        <Select label="To" choices={choices} value={to.id} onChange={(id) => show({ from: from.id, to: id })} />
      </div>
      {compared.error && compared.error.problem.code !== 'disconnected' && (
        <ProblemNotice problem={compared.error.problem} />
      )}
      {changes?.length === 0 && (
        <EmptyState title="Nothing differs">Both versions have the same eight answers.</EmptyState>
      )}
      {changes && changes.length > 0 && <Changes changes={changes} />}
    </div>
  )
}

const kinds: Record<DesignChange['kind'], string> = { changed: 'Changed', added: 'New', removed: 'Taken out' }

function Changes({ changes }: { changes: readonly DesignChange[] }) {
  const byQuestion = Map.groupBy(changes, ({ question }) => question)
  return questions
    .filter((question) => byQuestion.has(question))
    .map((question) => {
      const { number, title } = questionTexts[question]
      return (
        <section key={question} className="cd-compare" aria-labelledby={`compare-${question}`}>
          <h2 id={`compare-${question}`}>{`${number}. ${title}`}</h2>
          <div className="cd-scroll-x">
            <table className="cd-table cd-design-table">
              <thead>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col">Change</th>
                  <th scope="col">Before</th>
                  <th scope="col">After</th>
                </tr>
              </thead>
              <tbody>
                {byQuestion.get(question)?.map(({ field, label, kind, before, after }) => (
                  <tr key={`${field} ${label} ${before} ${after}`}>
                    <th scope="row">{label}</th>
                    <td>{kinds[kind]}</td>
                    <td>{before === '' ? <span className="cd-quiet">–</span> : before}</td>
                    <td>{after === '' ? <span className="cd-quiet">–</span> : after}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )
    })
}
