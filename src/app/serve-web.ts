import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { contentPolicy } from '#platform/http/content-policy.ts'

/**
 * The built web app; every address that is no file is one of its screens. Files go out as the build has packed them.
 * Nothing is served where the app is not built.
 *
 * @param root  the folder with `index.html`
 */
export async function serveWebApp(app: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return
  const policy = contentPolicy(readFileSync(join(root, 'index.html'), 'utf8'))
  await app.register(staticFiles, {
    root,
    wildcard: false,
    preCompressed: true,
    // the packed copies are no addresses of their own
    globIgnore: ['**/*.br', '**/*.gz', '.vite/**'],
    setHeaders(response, path) {
      // the build names these after their content
      const isHashed = path.includes('/assets/')
      if (path.includes('index.html')) response.header('content-security-policy', policy)
      response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'))
}
