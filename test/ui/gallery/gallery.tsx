import '#renderer/styles/base.css'
import './gallery.css'
import { createRoot } from 'react-dom/client'
import { ToastRegion } from '#renderer/ui/toast.tsx'
import { GridPage } from './GridPage.tsx'
import { PartsPage } from './PartsPage.tsx'

// ?page=grid&rows=50000&theme=dark
const params = new URLSearchParams(location.search)
document.documentElement.dataset.theme = params.get('theme') ?? 'light'

createRoot(document.getElementById('root')!).render(
  <>
    {params.get('page') === 'grid' ? <GridPage count={Number(params.get('rows') ?? 50_000)} /> : <PartsPage />}
    <ToastRegion />
  </>,
)
