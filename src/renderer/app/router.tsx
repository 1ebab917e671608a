import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { ReadAhead } from '#renderer/app/api.ts'
import type * as z from 'zod'
import { Frame } from '#renderer/app/frame/Frame.tsx'
import { PageFault } from '#renderer/app/frame/PageFault.tsx'
import { PageMissing } from '#renderer/app/frame/PageMissing.tsx'
import {
  budgetSearch,
  budgetSummarySearch,
  charterSearch,
  compareSearch,
  dataSearch,
  evaluationSearch,
  homeSearch,
  importSearch,
  newProgramSearch,
  parseSearch,
  questionSearch,
  rosterSearch,
  stringifySearch,
} from '#renderer/app/search.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

const loadRoster = () => import('#renderer/features/roster/routes.tsx')

/** What routes read with while the code of their page is loading, so that one does not wait for the other. */
interface RouterContext {
  readAhead: ReadAhead
}

const loadCoaching = () => import('#renderer/app/coachingRoutes.tsx')

const root = createRootRouteWithContext<RouterContext>()({
  component: Frame,
  notFoundComponent: PageMissing,
  loader: ({ context: { readAhead } }) => {
    readAhead('workspace.info', {})
    readAhead('program.list', {})
  },
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: homeSearch,
  component: lazyRouteComponent(() => import('#renderer/features/home/HomePage.tsx'), 'HomePage'),
})

const newProgram = createRoute({
  getParentRoute: () => root,
  path: '/programs/new',
  validateSearch: newProgramSearch,
  component: lazyRouteComponent(() => import('#renderer/features/program/NewProgramPage.tsx'), 'NewProgramPage'),
})

const programs = createRoute({
  getParentRoute: () => root,
  path: '/programs',
  component: lazyRouteComponent(() => import('#renderer/features/program/ProgramsPage.tsx'), 'ProgramsPage'),
})

const program = createRoute({ getParentRoute: () => root, path: '/programs/$programId' })

const programSettings = createRoute({
  getParentRoute: () => program,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('#renderer/features/program/ProgramSettingsPage.tsx'),
    'ProgramSettingsPage',
  ),
})

interface RosterLoading {
  context: RouterContext
  params: { programId: string }
  deps: { asOf?: string }
}

const rosterDay = ({ search: { asOf } }: { search: z.infer<typeof rosterSearch> }) => (asOf ? { asOf } : {})

const readRoster =
  (list: 'roster.listLearners' | 'roster.listCoaches') =>
  ({ context: { readAhead }, params: { programId }, deps }: RosterLoading): void => {
    readAhead('roster.listCustomFields', { programId })
    readAhead(list, { programId, ...deps })
  }

const learners = createRoute({
  getParentRoute: () => program,
  path: '/learners',
  validateSearch: rosterSearch,
  loaderDeps: rosterDay,
  loader: readRoster('roster.listLearners'),
  component: lazyRouteComponent(loadRoster, 'LearnersPage'),
})

const coaches = createRoute({
  getParentRoute: () => program,
  path: '/coaches',
  validateSearch: rosterSearch,
  loaderDeps: rosterDay,
  loader: readRoster('roster.listCoaches'),
  component: lazyRouteComponent(loadRoster, 'CoachesPage'),
})

const staff = createRoute({
  getParentRoute: () => program,
  path: '/staff',
  validateSearch: rosterSearch,
  component: lazyRouteComponent(loadRoster, 'StaffRoute'),
})

const stakeholders = createRoute({
  getParentRoute: () => program,
  path: '/stakeholders',
  validateSearch: rosterSearch,
  component: lazyRouteComponent(loadRoster, 'StakeholdersRoute'),
})

const person = createRoute({
  getParentRoute: () => program,
  path: '/people/$personId',
  component: lazyRouteComponent(loadCoaching, 'PersonRoute'),
})

const meetings = createRoute({
  getParentRoute: () => program,
  path: '/meetings',
  component: lazyRouteComponent(loadCoaching, 'MeetingsRoute'),
})

const importRoster = createRoute({
  getParentRoute: () => program,
  path: '/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('#renderer/features/roster/import/ImportPage.tsx'), 'ImportPage'),
})

const newYear = createRoute({
  getParentRoute: () => program,
  path: '/new-year',
  component: lazyRouteComponent(() => import('#renderer/features/roster/rollover/YearPage.tsx'), 'YearPage'),
})

const design = createRoute({
  getParentRoute: () => program,
  path: '/design',
  component: lazyRouteComponent(() => import('#renderer/features/program/design/OverviewPage.tsx'), 'OverviewPage'),
})

const question = createRoute({
  getParentRoute: () => program,
  path: '/design/$question',
  validateSearch: questionSearch,
  component: lazyRouteComponent(() => import('#renderer/features/program/design/QuestionPage.tsx'), 'QuestionPage'),
})

const compareDesigns = createRoute({
  getParentRoute: () => program,
  path: '/design/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('#renderer/features/program/design/ComparePage.tsx'), 'ComparePage'),
})

const charter = createRoute({
  getParentRoute: () => program,
  path: '/design/charter',
  validateSearch: charterSearch,
  component: lazyRouteComponent(() => import('#renderer/features/program/design/CharterPage.tsx'), 'CharterPage'),
})

const budget = createRoute({
  getParentRoute: () => program,
  path: '/budget',
  validateSearch: budgetSearch,
  component: lazyRouteComponent(() => import('#renderer/features/budget/BudgetPage.tsx'), 'BudgetPage'),
})

const budgetSummary = createRoute({
  getParentRoute: () => program,
  path: '/budget/summary',
  validateSearch: budgetSummarySearch,
  component: lazyRouteComponent(() => import('#renderer/features/budget/version/SummaryPage.tsx'), 'SummaryPage'),
})

const evaluation = createRoute({
  getParentRoute: () => program,
  path: '/evaluation',
  validateSearch: evaluationSearch,
  component: lazyRouteComponent(() => import('#renderer/features/evaluation/EvaluationPage.tsx'), 'EvaluationPage'),
})

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  validateSearch: dataSearch,
  component: lazyRouteComponent(() => import('#renderer/features/workspace/DataPage.tsx'), 'DataPage'),
})

const routeTree = root.addChildren([
  home,
  newProgram,
  programs,
  program.addChildren([
    programSettings,
    learners,
    coaches,
    staff,
    stakeholders,
    person,
    meetings,
    importRoster,
    newYear,
    design,
    question,
    compareDesigns,
    charter,
    budget,
    budgetSummary,
    evaluation,
  ]),
  data,
])

/** Every address of the window. Pages load when they are first opened. */
export function createAppRouter(readAhead: ReadAhead) {
  return createRouter({
    routeTree,
    context: { readAhead },
    // Reading ahead is for the first time; then the cache of what was read is kept up to date by itself.
    defaultStaleTime: Infinity,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: PageFault,
    defaultPendingComponent: () => <Skeleton label="Page" />,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
