import { showToast } from '#platform/web/toasts.tsx'

/**
 * Lets the browser keep the program's files, so that it starts without a network. A new version is offered and waits
 * until the person takes it: nobody's form is thrown away by an update.
 */
export async function keepOnDevice(): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  const registration = await serviceWorker.register('/sw.js')
  let wasTaken = false
  serviceWorker.addEventListener('controllerchange', () => {
    if (wasTaken) window.location.reload()
  })
  const offer = (worker: ServiceWorker) =>
    showToast('app.update_ready', {
      action: {
        label: 'app.update_take',
        run: () => {
          wasTaken = true
          worker.postMessage({ type: 'SKIP_WAITING' }, []) // oxlint-disable-line unicorn/require-post-message-target-origin -- a worker has no origin to aim at
        },
      },
    })
  if (registration.waiting && serviceWorker.controller) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      // without a controller this is the first installation, which replaces nothing
      if (worker.state === 'installed' && serviceWorker.controller) offer(worker)
    })
  })
}
