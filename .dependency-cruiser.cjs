/** The walls of the house. Each rule says why it stands. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    rule('domain-knows-no-web', 'A rule must be testable without a server: domain imports neither Astro nor React.', '^src/domain', '^(astro|react)|node_modules/(astro|react)/'),
    rule('domain-knows-no-edge', 'What the product knows does not depend on how it is shown.', '^src/domain', '^src/(pages|actions|islands|components|layouts|kiosk|server|i18n|middleware)'),
    rule('people-first', 'People know nothing of what they learn.', '^src/domain/people', '^src/domain/(lessons|learning|training|questions|coverage)'),
    rule('lessons-second', 'A lesson does not know who learns it.', '^src/domain/lessons', '^src/domain/(learning|training|questions|coverage)'),
    rule('learning-before-coverage', 'Reports read learning; learning never reads reports.', '^src/domain/(learning|training|questions)', '^src/domain/coverage'),
    rule('pages-do-not-query', 'A page asks one domain function; it never writes SQL. (Health asks whether the migrations are current.)', '^src/(pages|actions|components|layouts)', '^db/(?!connect|migrate)'),
    rule('kiosk-is-light', 'Learner pages carry no framework and no server code.', '^src/kiosk', '^(src/(domain|server|pages|islands|actions)|db)/|node_modules/(react|astro)/'),
    rule('components-never-fetch', 'A component shows what it is given.', '^src/(components|islands)', '^(src/(domain|server)/(?!.*\\.d\\.ts)|db/)'),
    rule('db-below-everything', 'The database layer stands on nothing of src; only its command line and the demo call the domain.', '^db/(?!cli|demo|import-shipped)', '^src/'),
    { name: 'no-circles', comment: 'A circle has no first reader.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.astro', '.js', '.mjs'] },
  },
};
