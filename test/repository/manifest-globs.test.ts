import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globMatcher } from '../../server/src/base/glob.ts';
import type { DependencyFormat } from '../../server/src/model/dependencies/file.ts';
import { dependencyFormatOf, FORMAT_NAMES } from '../../server/src/model/dependencies/formats.ts';
import { DEPENDENCY_GLOBS } from '../../server/src/model/dependencies/globs.ts';
import { ROOT } from '../support/imports.ts';

/** Paths of every format, in every way that its name may be written. The compiler asks for each new format. */
const SAMPLES: Readonly<Record<DependencyFormat, readonly string[]>> = {
  'package.json': ['package.json', 'a/b/package.json'],
  'package-lock.json': ['package-lock.json'],
  'yarn.lock': ['yarn.lock'],
  'pnpm-lock.yaml': ['pnpm-lock.yaml'],
  'pnpm-workspace.yaml': ['pnpm-workspace.yaml'],
  'bun.lock': ['bun.lock'],
  '.yarnrc.yml': ['.yarnrc.yml'],
  'bunfig.toml': ['bunfig.toml'],
  'requirements.txt': [
    ...['requirements.txt', 'requirements-dev.txt', 'dev-requirements.txt', 'dev_requirements.in', 'requirement.txt'],
    ...['Requirements.txt', 'requirements3.txt', 'requirements.pip', 'requirements/base.txt', 'a/requirements/dev.in'],
  ],
  'constraints.txt': ['constraints.txt', 'constraints-3.12.txt', 'upper-constraints.txt', 'constraint.in'],
  'pyproject.toml': ['pyproject.toml'],
  Pipfile: ['Pipfile'],
  'setup.cfg': ['setup.cfg'],
  'poetry.lock': ['poetry.lock'],
  'uv.lock': ['uv.lock'],
  'pdm.lock': ['pdm.lock'],
  'pylock.toml': ['pylock.toml', 'pylock.dev.toml'],
  'Pipfile.lock': ['Pipfile.lock'],
  'Cargo.toml': ['Cargo.toml'],
  'Cargo.lock': ['Cargo.lock'],
  'runtime-version': [
    ...['.nvmrc', '.node-version', '.python-version', '.ruby-version', '.java-version', '.go-version', '.php-version'],
    ...['.elixir-version', 'runtime.txt', '.tool-versions', '.sdkmanrc', 'mise.toml', '.mise.toml'],
  ],
  Gemfile: ['Gemfile', 'gems.rb', 'gemfiles/rails_7.gemfile', 'Gemfile.rails7', 'Gemfile-next', 'Gemfile_dev'],
  gemspec: ['shop.gemspec'],
  'Gemfile.lock': ['Gemfile.lock', 'gemfiles/rails_7.gemfile.lock', 'Gemfile.rails7.lock', 'gems.locked'],
  'composer.json': ['composer.json'],
  'composer.lock': ['composer.lock'],
  'auth.json': ['auth.json'],
  'mix.exs': ['mix.exs', 'apps/a/mix.exs'],
  'mix.lock': ['mix.lock'],
  'pubspec.yaml': ['pubspec.yaml', 'pubspec_overrides.yaml'],
  'pubspec.lock': ['pubspec.lock'],
  'go.mod': ['go.mod'],
  'go.work': ['go.work'],
  'go.sum': ['go.sum', 'go.work.sum'],
  'go.env': ['go.env', '.config/go/env', 'dot_config/go/env'],
  'build.gradle': ['build.gradle', 'build.gradle.kts', 'app.gradle', 'init.gradle.kts'],
  'settings.gradle': ['settings.gradle', 'settings.gradle.kts'],
  'libs.versions.toml': ['gradle/libs.versions.toml', 'gradle/tools.versions.toml'],
  'gradle.lockfile': [
    ...['gradle.lockfile', 'buildscript-gradle.lockfile', 'settings-gradle.lockfile'],
    'gradle/dependency-locks/compileClasspath.lockfile',
  ],
  'verification-metadata.xml': ['gradle/verification-metadata.xml'],
  'gradle.properties': ['gradle.properties'],
  'gradle-wrapper.properties': ['gradle/wrapper/gradle-wrapper.properties'],
  'maven-wrapper.properties': ['.mvn/wrapper/maven-wrapper.properties'],
  '.npmrc': ['.npmrc'],
  '.pypirc': ['.pypirc'],
  'pip.conf': ['pip.conf', 'pip.ini'],
  'nuget.config': ['nuget.config', 'NuGet.Config', 'NuGet.config', 'Nuget.Config'],
  'pom.xml': ['pom.xml', 'pom-java8.xml', 'a/pom.release.xml', 'pom_a.xml', 'a-1.0.pom', 'a.pom.xml'],
  'settings.xml': ['settings.xml', '.m2/settings.xml', 'ci-settings.xml', 'settings-ci.xml', 'ci/maven_settings.xml'],
  'extensions.xml': ['.mvn/extensions.xml'],
  msbuild: [
    ...['Shop.csproj', 'Shop.fsproj', 'Shop.vbproj', 'Shop.vcxproj', 'Directory.Build.props', 'Directory.Packages.props'],
    ...['Directory.Build.targets', 'a/dirs.proj'],
  ],
  'packages.config': ['packages.config', 'Packages.config'],
  'packages.lock.json': ['packages.lock.json', 'packages.Shop.lock.json'],
  'dotnet-tools.json': ['.config/dotnet-tools.json'],
  'global.json': ['global.json'],
  '.yarnrc': ['.yarnrc'],
  'uv.toml': ['uv.toml'],
  'poetry.toml': ['poetry.toml', '.config/pypoetry/auth.toml', 'pypoetry/config.toml'],
  'cargo-config.toml': ['.cargo/config.toml', '.cargo/config', 'a/.cargo/config.toml'],
  'cargo-credentials.toml': ['.cargo/credentials.toml', '.cargo/credentials'],
  'setup.py': ['setup.py'],
  'dependabot.yml': ['.github/dependabot.yml', '.github/dependabot.yaml'],
  'renovate.json': [
    'renovate.json',
    'renovate.json5',
    '.renovaterc',
    '.renovaterc.json',
    '.renovaterc.json5',
    '.github/renovate.json',
  ],
  'extensions.json': ['.vscode/extensions.json'],
  'devcontainer.json': ['.devcontainer.json', '.devcontainer/devcontainer.json', '.devcontainer/node/devcontainer.json'],
};

describe('globs of manifests, lockfiles and settings of package managers', () => {
  const matches = globMatcher(DEPENDENCY_GLOBS);

  for (const [format, paths] of Object.entries(SAMPLES))
    it(`cover ${format}`, () => {
      assert.deepEqual(
        paths.filter((each) => dependencyFormatOf(each) !== format),
        [],
        'This is of another format.',
      );
      assert.deepEqual(
        paths.filter((each) => !matches(each)),
        [],
        'No glob matches this.',
      );
    });

  it('cover every name that stands for a format', () => {
    assert.deepEqual(
      [...FORMAT_NAMES].filter((name) => !matches(name) && !matches(`.devcontainer/${name}`)),
      [],
    );
  });

  it('leave what is none alone', () => {
    const others = [
      'README.md',
      'src/main.ts',
      'a.txt',
      'config.toml',
      'go/env',
      'data.xml',
      '.gitignore',
      'config.json',
      'a.rb',
    ];
    assert.deepEqual(others.filter(matches), []);
  });

  it('are written as every editor reads them', () => {
    for (const glob of DEPENDENCY_GLOBS) {
      assert.match(glob, /^\*\*\//, glob);
      assert.doesNotMatch(glob, /\{[^{}]*\{|\{,|,,|,\}/, glob);
    }
  });

  it('are what activates the extension', () => {
    const { activationEvents } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      activationEvents: readonly string[];
    };
    const own = activationEvents.flatMap((event) => /^workspaceContains:(.*)$/.exec(event)?.[1] ?? []);
    assert.deepEqual(
      DEPENDENCY_GLOBS.filter((glob) => !own.includes(glob)),
      [],
      'Add these to `activationEvents` in package.json.',
    );
    const known = new Set(['**/Dockerfile', '**/*.Dockerfile', '**/Containerfile', '**/.larboard.yaml', ...DEPENDENCY_GLOBS]);
    assert.deepEqual(
      own.filter((glob) => !known.has(glob)),
      [],
      'These are no globs of ours any more.',
    );
  });

  for (const file of ['client/src/extension.ts', 'server/src/lsp/server.ts'])
    it(`are asked for by ${file}`, () => {
      assert.match(readFileSync(path.join(ROOT, file), 'utf8'), /\.\.\.DEPENDENCY_GLOBS/);
    });
});
