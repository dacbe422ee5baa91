import type { Ecosystem } from '../../base/ecosystem.ts';
import { likeness } from '../../base/likeness.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { DEVELOPMENT_TOOLS } from '../../knowledge/development-tools.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { movedTo } from './shared/moved.ts';

/** What is installed where the program runs, and where tools belong. */
const SECTIONS: Readonly<Partial<Record<Ecosystem, ReadonlyMap<string, readonly string[]>>>> = {
  npm: new Map([['dependencies', ['devDependencies']]]),
  PyPI: new Map([
    ['', []],
    ['packages', ['dev-packages']],
    ['project.dependencies', ['dependency-groups.dev', 'project.optional-dependencies.dev', 'tool.uv.dev-dependencies']],
    ['tool.poetry.dependencies', ['tool.poetry.group.dev.dependencies', 'tool.poetry.dev-dependencies']],
    ['options.install_requires', []],
  ]),
  'crates.io': new Map([['dependencies', ['dev-dependencies']]]),
  Packagist: new Map([['require', ['require-dev']]]),
  Pub: new Map([['dependencies', ['dev_dependencies']]]),
};

/** What a project of tools is called: it brings tools to others on purpose. */
const TOOLING =
  /(?:^|[-_./@])(?:eslint|tslint|stylelint|prettier|jest|mocha|karma|vitest|cypress|lint|linter|test|tests|testing|tests?kit|config|configs|preset|plugin|cli|tools?|tooling|toolkit|scripts?|dev|devtools|runner|standards?|sdk|build|pytest|flake8|pylint|rspec|rubocop|phpunit|quality|qa|ci)(?:$|[-_./])/i;

/** What a program that writes code for others formats it with. */
const FORMATTERS: ReadonlySet<string> = new Set(['prettier', 'eslint', 'standard', '@biomejs/biome']);

/** Folders whose manifests are for development as a whole. */
const FOLDER = /(?:^|\/)(?:tests?|testing|docs?|examples?|dev|ci|e2e|benchmarks?|bench|lint|tools|scripts|\.github)\//i;

export const misplacedDevDependency = dependencyRule(
  {
    id: 'dependencies/misplaced-dev-dependency',
    title: 'Development tool is a dependency of the running program',
    why: 'A tool that tests, lints or formats is installed with every deployment and by everyone who depends on the package: more to download, more to attack, and its vulnerabilities are reported as the program’s own. Move it to the development dependencies. Projects whose name says that they bring tools to others are left alone.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      move: '{name} is a tool for development, but is installed wherever the program runs. Move it to {section}.',
      apart:
        '{name} is a tool for development, but is installed wherever the program runs. Keep it in a file or group for development.',
    },
    aliases: [],
    references: ['CWE-1104'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.3.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    const sections = SECTIONS[model.ecosystem];
    if (
      FOLDER.test(file.path) ||
      model.role !== 'manifest' ||
      TOOLING.test(model.name ?? '') ||
      model.format === 'constraints.txt'
    )
      return;
    // The Gemfile of a gem is for who develops it; users get what the specification asks for.
    const isOfGem = model.format === 'Gemfile' && model.project?.purpose === 'library';
    // Its generator puts all into one list, and nothing of it runs but what it bundles.
    if (model.dependencies.some(({ name, section }) => name === 'react-scripts' && section === 'dependencies')) return;
    const isProgram = model.ecosystem === 'npm' && model.settings.some(({ section, key }) => section === 'bin' || key === 'bin');
    for (const dependency of model.dependencies) {
      const { rawName: name, nameSpan: span, section, use, groups, source, marker } = dependency;
      // A Gemfile has groups, whatever its sections are called.
      if (model.ecosystem === 'RubyGems' && (isOfGem || marker !== undefined)) continue;
      const targets = sections ? sections.get(section) : model.ecosystem === 'RubyGems' ? [] : undefined;
      if (use !== 'declared' || !targets || groups.length > 0 || source === 'path' || source === 'workspace') continue;
      if (!isTool(dependency) || (isProgram && FORMATTERS.has(dependency.name))) continue;
      const rest = { span, key: keyOf(model, dependency) };
      const [target] = targets;
      if (target === undefined) yield { message: 'apart', data: { name }, ...rest };
      else
        yield {
          message: 'move',
          data: { name, section: target },
          ...rest,
          fixes: movedTo(file.text, dependency, targets, model.dependencies),
        };
    }
  },
);

interface Tools {
  readonly names: ReadonlySet<string>;
  readonly families: readonly ((name: string) => boolean)[];
}

const TOOLS = new Map<string, Tools>(
  Object.entries(DEVELOPMENT_TOOLS).map(([ecosystem, text]) => {
    const all = text.trim().split(/\s+/);
    return [
      ecosystem,
      { names: new Set(all.filter((one) => !one.includes('*'))), families: all.filter((one) => one.includes('*')).map(likeness) },
    ];
  }),
);

/** Cargo takes `-` and `_` for two things in names, but only one of both is ever published. */
function isTool({ ecosystem, name }: Dependency): boolean {
  const tools = TOOLS.get(ecosystem);
  const own = ecosystem === 'crates.io' ? name.replaceAll('_', '-') : name;
  return tools !== undefined && (tools.names.has(own) || tools.families.some((isOne) => isOne(own)));
}
