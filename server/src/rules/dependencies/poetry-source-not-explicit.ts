import { dependencyRule } from '../../engine/rule.ts';
import type { Setting } from '../../model/dependencies/index.ts';
import { isPrivateIndex } from './shared/python-sources.ts';
import { besideSetting, bySection } from './shared/settings.ts';

/** One `[[tool.poetry.source]]`. */
interface Source {
  readonly settings: readonly Setting[];
  readonly name: string;
  readonly url: Setting | undefined;
  readonly priority: Setting | undefined;
  /** As Poetry understands it: one without priority is a primary source. */
  readonly rank: string;
}

export const poetrySourceNotExplicit = dependencyRule(
  {
    id: 'dependencies/poetry-source-not-explicit',
    title: 'A source of Poetry may supply packages that are not meant to come from it',
    why: 'Poetry looks into supplemental and secondary sources for every package that the others do not have, and into all primary sources for every package. Whoever publishes a package with the name of a private one in another source gets it installed. With `priority = "explicit"` only packages that name the source come from it.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      open: 'The {rank} source {name} may supply any package. Set `priority = "explicit"` and name the source where a package needs it.',
    },
    aliases: [],
    references: ['CWE-427', 'https://python-poetry.org/docs/repositories/#explicit-package-sources'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'pyproject.toml') return;
    const sources = [...bySection(model.settings)]
      .filter(([section]) => /^tool\.poetry\.source\[\d+\]$/.test(section))
      .map(([, settings]) => sourceOf(settings));
    const primaries = sources.filter(({ rank }) => rank === 'primary' || rank === 'default').length;
    for (const { settings, name, url, priority, rank } of sources) {
      const isOpen = rank === 'supplemental' || rank === 'secondary' || (rank === 'primary' && primaries > 1);
      const last = settings.at(-1);
      if (!isOpen || !last || !url || !isPrivateIndex(url.value)) continue;
      const edit =
        priority === undefined
          ? besideSetting(file, last, 'priority = "explicit"')
          : priority.key === 'priority'
            ? { span: priority.valueSpan, newText: 'explicit' }
            : { span: { start: priority.keySpan.start, end: priority.valueSpan.end }, newText: 'priority = "explicit"' };
      yield {
        message: 'open',
        data: { rank, name },
        span: priority?.valueSpan ?? url.valueSpan,
        key: `source/${name}`,
        fixes: [{ title: 'Set priority to explicit', applicability: 'suggested', edits: [edit] }],
      };
    }
  },
);

function sourceOf(settings: readonly Setting[]): Source {
  const of = (key: string) => settings.findLast((setting) => setting.key === key);
  const legacy = ['secondary', 'default'].map(of).find((setting) => setting?.value === 'true');
  const priority = of('priority') ?? legacy;
  return {
    settings,
    name: of('name')?.value ?? 'without a name',
    url: of('url'),
    priority,
    rank: of('priority')?.value.toLowerCase() ?? legacy?.key ?? 'primary',
  };
}
