import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, type AnyRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LoadingState } from '#platform/web/loading-state.tsx'
import { wishFocus } from '#platform/web/page-focus.ts'
import { Toasts } from '#platform/web/toasts.tsx'
import { loadCoreWords, loadEveryModulesWords, loadModuleWords } from './catalogs.ts'
import { ScreenFailed } from './screen-failed.tsx'
import { type ModuleScreen, screens } from './screens.ts'
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

function screenRoute(screen: ModuleScreen): AnyRoute {
  const load = async () => {
    const [page] = await Promise.all([screen.load(), screen.speaksForAll ? loadEveryModulesWords() : loadModuleWords(screen.module), loadCoreWords()])
    return { default: screen.permission === undefined ? page.default : await guard(screen.permission, page.default) }
  }
  return createRoute({ getParentRoute: () => shellRoute, path: screen.path, component: lazyRouteComponent(load) })
}

async function guard(permission: string, Page: () => ReactNode): Promise<() => ReactNode> {
  const { Permitted } = await import('./permitted.tsx')
  return () => (
    <Permitted permission={permission}>
      <Page />
    </Permitted>
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

const home = screens.some((screen) => screen.path === '/') ? [] : [createRoute({ getParentRoute: () => shellRoute, path: '/', component: lazyRouteComponent(() => import('./welcome-page.tsx')) })]

/** Addresses that no screen has. */
const unknownRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage })

/** The whole tree of addresses: the shell around the screens of the modules, sign-in outside it. */
export function createAppRouter() {
  const routeTree = rootRoute.addChildren([signInRoute, passwordRoute, shellRoute.addChildren([...home, ...screens.map(screenRoute), unknownRoute])])
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
