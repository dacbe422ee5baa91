import type { Ecosystem } from '../../base/ecosystem.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { developmentTools } from './shared/development-tools.ts';
import { keyOf } from './shared/fixes.ts';
import { movedTo } from './shared/moved.ts';
import { restrictionOf } from './shared/restricted.ts';

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
  // Of Maven, and the configurations of Gradle that are not for tests.
  Maven: new Map(['dependencies', 'implementation', 'api', 'compile'].map((section) => [section, []])),
  Hex: new Map([['deps', []]]),
};

/** What a project of tools is called: it brings tools to others on purpose. */
const TOOLING =
  /(?:^|[-_./@:])(?:eslint|tslint|stylelint|prettier|jest|mocha|karma|vitest|cypress|lint|linter|test|tests|testing|tests?kit|config|configs|preset|plugin|cli|tools?|tooling|toolkit|scripts?|dev|devtools|runner|standards?|sdk|build|pytest|flake8|pylint|rspec|rubocop|phpunit|junit\d*|testng|hamcrest|mockito|assertj|spock|quality|qa|ci)(?:$|[-_./:])/i;

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
      restrict: '{name} is a tool for development, but is part of what runs. Restrict it to that with {how}.',
    },
    aliases: [],
    references: ['CWE-1104'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    const sections = SECTIONS[model.ecosystem];
    if (
      FOLDER.test(file.path) ||
      model.role !== 'manifest' ||
      TOOLING.test(model.name ?? '') ||
      (model.ecosystem === 'Maven' && TOOLING.test(file.path.split('/').at(-2) ?? '')) ||
      model.format === 'constraints.txt'
    )
      return;
    // The Gemfile of a gem is for who develops it; users get what the specification asks for.
    const isOfGem = model.format === 'Gemfile' && model.project?.purpose === 'library';
    // Its generator puts all into one list, and nothing of it runs but what it bundles.
    if (model.dependencies.some(({ name, section }) => name === 'react-scripts' && section === 'dependencies')) return;
    const isTool = developmentTools(model);
    for (const dependency of model.dependencies) {
      const { rawName: name, nameSpan: span, section, use, groups, source, marker } = dependency;
      // A Gemfile has groups, whatever its sections are called.
      if (model.ecosystem === 'RubyGems' && (isOfGem || marker !== undefined)) continue;
      const targets = sections ? sections.get(section) : model.ecosystem === 'RubyGems' ? [] : undefined;
      if (use !== 'declared' || !targets || groups.length > 0 || source === 'path' || source === 'workspace') continue;
      if (!isTool(dependency)) continue;
      const rest = { span, key: keyOf(model, dependency) };
      const [target] = targets;
      const restriction = restrictionOf(file.text, model, dependency);
      if (restriction === 'unknown') continue;
      if (restriction) yield { message: 'restrict', data: { name, how: restriction.how }, ...rest, fixes: [restriction.fix] };
      else if (target === undefined) yield { message: 'apart', data: { name }, ...rest };
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
