import assert from 'node:assert/strict';
import { dependencyFacts, parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { lockOf, shown, without } from '../support/dependencies.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const composer = (text: string): string[] => shown('composer.json', text);

describe('composer.json', () => {
  it('has what it requires, without the platform and what it only says of other packages', () => {
    assert.deepEqual(
      composer(
        '{"require": {"php": "^8.1", "php-64bit": "*", "ext-json": "*", "lib-pcre": "*", "composer-plugin-api": "^2", "composer-runtime-api": "^2", "composer/semver": "^3", "php-http/discovery": "1.2.3"}, "require-dev": {"A/B": "dev-main as 1.0.x-dev"}, "conflict": {"c/d": "1"}, "replace": {"e/f": "*"}, "provide": {"g/h": "1"}, "suggest": {"i/j": "why"}}',
      ),
      [
        'require composer/semver "^3"',
        'require php-http/discovery "1.2.3" =1.2.3',
        'require-dev dev A/B→a/b \'A/B\' "dev-main as 1.0.x-dev" =dev-main',
      ],
    );
  });

  it('tells settings, repositories and versions of PHP', () => {
    const file = parseDependencies(
      'composer.json',
      `{"name": "Acme/App", "minimum-stability": "dev", "prefer-stable": true, "require": {"php": ">=8.1"}, "config": {"secure-http": false, "allow-plugins": {"a/b": true}, "github-oauth": {"github.com": "t0ken"}}, "repositories": [{"type": "composer", "url": "https://u:p@a.example", "options": {"ssl": {"verify_peer": false}}}, {"type": "path", "url": "../a"}, {"type": "vcs", "url": "https://b.example/c"}, {"packagist.org": false}, {"type": "package", "package": {"name": "d/e", "version": "1", "dist": {"url": "x"}}}]}`,
    );
    assert.equal(file.name, 'acme/app');
    assert.deepEqual(
      file.runtimes.map(({ name, requirement }) => `${name} ${requirement}`),
      ['php >=8.1'],
    );
    assert.deepEqual(
      file.registries.map(({ url }) => url),
      ['https://u:p@a.example', 'https://b.example/c'],
    );
    const facts = dependencyFacts(file);
    assert.deepEqual(
      facts.settings.map(({ section, key, value }) => `${section} ${key} ${value}`),
      [
        ' minimum-stability dev',
        ' prefer-stable true',
        'config secure-http false',
        'config.allow-plugins a/b true',
        'repositories type composer',
        'repositories.options.ssl verify_peer false',
        'repositories type path',
        'repositories url ../a',
        'repositories type vcs',
        'repositories url https://b.example/c',
        'repositories packagist.org false',
        'repositories type package',
        'repositories.package name d/e',
        'repositories.path folder ../a',
      ],
    );
    assert.deepEqual(
      facts.registries.map(({ url }) => url),
      ['https://a.example', 'https://b.example/c'],
    );
  });

  it('takes repositories by names, keys with spaces and a file that is half typed', () => {
    const file = parseDependencies(
      'composer.json',
      '{"repositories": {"a": {"type": "composer", "url": "https://a.example"}, "packagist.org": false}}',
    );
    assert.equal(file.registries.length, 1);
    assert.deepEqual(composer('{\n    "require": {\n        "a/b"   : "^1.0",\n        "c/d": \n        "e/f": "^2"'), [
      'require a/b "^1.0"',
      'require e/f "^2"',
    ]);
    assert.deepEqual(composer('{"require": [], "require-dev": {"a/b": {}}}'), []);
  });

  it('loses a package with its separator', () => {
    assert.equal(without('composer.json', '{"require": {"a/b": "1", "c/d": "2"}}', 'a/b'), '{"require": {"c/d": "2"}}');
  });
});

describe('composer.lock', () => {
  const packages = [
    {
      name: 'Acme/Http',
      version: 'v1.2.0',
      source: { type: 'git', url: 'https://git.example/http.git', reference: SHA },
      dist: { type: 'zip', url: 'https://dist.example/http', reference: SHA, shasum: SHA },
      require: { php: '>=8', 'ext-json': '*', 'Psr/Log': '^3', 'composer-plugin-api': '^2' },
      'require-dev': { 'phpunit/phpunit': '^10' },
      type: 'library',
      extra: { name: 'not me', license: ['not me'] },
      license: ['MIT'],
      authors: [{ name: 'Me', email: 'me@a.example' }],
      support: { source: 'https://git.example' },
    },
    {
      name: 'psr/log',
      version: '3.0.0',
      dist: { type: 'zip', url: 'https://dist.example/log', shasum: '' },
      type: 'library',
      license: ['MIT', 'GPL-2.0-only'],
      abandoned: true,
    },
    { name: 'acme/local', version: 'dev-main', dist: { type: 'path', url: '../local', reference: SHA }, type: 'library' },
  ];
  const dev = [{ name: 'acme/plugin', version: '2.0.0', require: {}, type: 'composer-plugin', abandoned: 'acme/other' }];
  const whole = {
    _readme: ['This file locks "packages".'],
    'content-hash': SHA,
    packages,
    'packages-dev': dev,
    aliases: [],
    platform: { php: '>=8' },
  };
  const written = (indentation: number | string): string => JSON.stringify(whole, null, indentation);
  const layouts: Readonly<Record<string, string>> = {
    'of Composer': written(4),
    'of two spaces': written(2),
    'of tabs': written('\t'),
    'of one line': written(0),
    'of Windows': `\uFEFF${written(4).replaceAll('\n', '\r\n')}`,
    'of old versions': written(4).replaceAll('/', '\\/'),
    'with lists on one line': written(4)
      .replaceAll(/"license": \[\s+"MIT"\s+\]/g, '"license": ["MIT"]')
      .replaceAll(/"require": \{\s+("php[^}]*?)\s+\}/g, (_, inner: string) => `"require": { ${inner.replaceAll(/\s+/g, ' ')} }`),
  };
  for (const [layout, text] of Object.entries(layouts))
    it(`is read in the layout ${layout}`, () => {
      const { dependencies, roots } = parseDependencies('composer.lock', text);
      assert.deepEqual(
        dependencies.map(
          ({
            section,
            name,
            kind,
            groups,
            source,
            version,
            location,
            integrity,
            license,
            deprecated,
            requires,
            hasInstallScript,
          }) =>
            [
              section,
              kind,
              groups.join('+'),
              source,
              name,
              version,
              location?.url,
              location?.ref,
              integrity?.join(' '),
              license,
              deprecated,
              requires?.join(' '),
              hasInstallScript,
            ]
              .map((one) => one ?? '-')
              .join('|'),
        ),
        [
          `packages|direct||registry|acme/http|v1.2.0|https://git.example/http.git|${SHA}|sha1:${SHA}|MIT|-|psr/log|-`,
          'packages|transitive||registry|psr/log|3.0.0|https://dist.example/log|-|-|(MIT OR GPL-2.0-only)|The package is abandoned.||-',
          'packages|direct||path|acme/local|dev-main|../local|-|-|-|-||-',
          'packages-dev|direct|dev|registry|acme/plugin|2.0.0|-|-|-|-|The package is abandoned. Use acme/other instead.||true',
        ],
      );
      for (const { rawName, nameSpan, version = '', versionSpan, span } of dependencies) {
        assert.equal(text.slice(nameSpan.start, nameSpan.end).replaceAll('\\/', '/'), rawName);
        assert.equal(text.slice(versionSpan?.start, versionSpan?.end), version);
        assert.match(text.slice(span.start, span.end), /^\{[^]*\}$/);
      }
      assert.deepEqual(
        roots.map(({ resolved, linked }) => [[...resolved.keys()].join(' '), [...linked].join(' ')]),
        [['acme/http psr/log acme/plugin', 'acme/local']],
      );
    });

  it('belongs to the manifest beside it', () => {
    const files = { 'a/composer.lock': written(4) };
    assert.equal(lockOf(files, 'a/composer.json')?.locked.get('acme/http')?.version, 'v1.2.0');
    assert.equal(lockOf(files, 'a/b/composer.json'), undefined);
  });
});

it('auth.json has settings', () => {
  const { role, settings, ecosystem } = parseDependencies(
    'auth.json',
    '{"http-basic": {"a.example": {"username": "u", "password": "p"}}, "bearer": {"b.example": "t"}}',
  );
  assert.equal(`${role} ${ecosystem}`, 'settings Packagist');
  assert.deepEqual(
    settings.map(({ section, key, value }) => `${section} ${key} ${value}`),
    ['http-basic.a.example username u', 'http-basic.a.example password p', 'bearer b.example t'],
  );
  const facts = dependencyFacts(parseDependencies('auth.json', '{"bearer": {"b.example": "t"}}'));
  assert.deepEqual([facts.settings.length, facts.hasSecret], [0, true]);
});
