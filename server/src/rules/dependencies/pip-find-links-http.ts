import { dependencyRule } from '../../engine/rule.ts';
import { isPython, plainHttpRegistries } from './shared/plain-http-registries.ts';

export const pipFindLinksHttp = dependencyRule(
  {
    id: 'dependencies/pip-find-links-http',
    title: 'Packages are looked for on a page that is fetched over plain HTTP',
    why: 'With `--find-links` pip takes archives from the links of a page. Over plain HTTP anyone on the way can put other links into the page or replace the archives. Use HTTPS, or a folder of the repository.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      http: 'Links to packages come from {host} over plain HTTP, where anyone on the way can replace them. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-find-links'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (!isPython(model)) return;
    const pages = model.registries.filter(({ kind }) => kind === 'find-links');
    yield* plainHttpRegistries(file, pages, 'suggested');
  },
);
