/** Dependencies point inward: app → modules → core → platform; packages know nothing of the product. */
const SERVER_ONLY = '^src/(modules|core)/[^/]+/(operations/|store\\.ts|[^/]*-store\\.ts|tables\\.ts|http\\.ts|jobs\\.ts|cli\\.ts|operation\\.ts|module\\.ts)|^src/platform/(db|http|jobs|files|cli|config|operation)'

module.exports = {
  forbidden: [
    { name: 'platform-stands-alone', severity: 'error', from: { path: '^src/platform/' }, to: { path: '^src/(core|modules|app)/' } },
    { name: 'core-below-modules', severity: 'error', from: { path: '^src/core/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/(modules|app)/' } },
    { name: 'modules-below-app', severity: 'error', from: { path: '^src/modules/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/app/' } },
    { name: 'packages-stand-alone', severity: 'error', from: { path: '^packages/' }, to: { path: '^(src|testing|tools)/' } },
    {
      name: 'front-door-only',
      comment: 'A module reaches another through its public.ts or contract.ts, its model types included in them.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(public|contract)\\.ts$'] },
    },
    {
      name: 'no-server-code-in-the-browser',
      severity: 'error',
      from: { path: '^src/((modules|core)/[^/]+|platform|app)/web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: SERVER_ONLY },
    },
    {
      name: 'contract-and-model-are-isomorphic',
      severity: 'error',
      from: { path: '^src/(modules|core)/[^/]+/(contract\\.ts$|model/)', pathNot: '\\.test\\.ts$' },
      to: { path: [SERVER_ONLY, '^node:'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-orphan-packages', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['node_modules', '^dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
  },
}
