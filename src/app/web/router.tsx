import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { LoadingState } from '#platform/web/loading-state.tsx'
import { wishFocus } from '#platform/web/page-focus.ts'
import { ScreenParams } from '#platform/web/screen-params.ts'
import { Toasts } from '#platform/web/toasts.tsx'
import { addCatalog } from '#platform/web/words.ts'
import { loadCoreWords, loadEveryModulesWords } from './catalogs.ts'
import { pageOf } from './page-of.tsx'
import { ScreenFailed } from './screen-failed.tsx'
import { findScreen } from './screens.ts'
import { Shell } from './shell.tsx'

const NotFoundPage = lazyRouteComponent(() => import('./not-found-page.tsx'))

const rootRoute = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Toasts />
    </>
  ),
})

const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: Shell })

/** Every screen: the module that has the address is fetched, and with it the page and its words. */
const screenRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '$',
  loader: ({ location }) => openScreen(location.pathname),
  staleTime: Number.POSITIVE_INFINITY,
  component: OpenedScreen,
})

async function openScreen(pathname: string) {
  const found = await findScreen(pathname)
  if (!found) return { Page: NotFoundPage, params: {} }
  const [Page] = await Promise.all([pageOf(found.screen), found.screen.speaksForAll ? loadEveryModulesWords() : addCatalog(found.words), loadCoreWords()])
  return { Page, params: found.params }
}

function OpenedScreen() {
  const { Page, params } = screenRoute.useLoaderData()
  return (
    <ScreenParams value={params}>
      <Page />
    </ScreenParams>
  )
}

const ENTRANCE = '/dang-nhap'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: ENTRANCE,
  component: lazyRouteComponent(async () => (await Promise.all([import('./sign-in/sign-in-page.tsx'), loadCoreWords()]))[0]),
})
const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mat-khau/$token',
  component: lazyRouteComponent(async () => (await Promise.all([import('./sign-in/set-password-page.tsx'), loadCoreWords()]))[0]),
})

/** The whole tree of addresses: the shell around the screens of the modules, sign-in outside it. */
export function createAppRouter() {
  const routeTree = rootRoute.addChildren([signInRoute, passwordRoute, shellRoute.addChildren([screenRoute])])
  const router = createRouter({
    routeTree,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingState,
    defaultPendingMs: 200,
    defaultPendingMinMs: 100,
    defaultErrorComponent: ScreenFailed,
    defaultNotFoundComponent: NotFoundPage,
  })
  router.subscribe('onBeforeNavigate', ({ fromLocation, toLocation, pathChanged }) => {
    // at the entrance the focus belongs into the first field
    if (fromLocation && pathChanged && toLocation.pathname !== ENTRANCE) wishFocus()
  })
  return router
}
