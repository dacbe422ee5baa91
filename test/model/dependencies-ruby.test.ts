import assert from 'node:assert/strict';
import { dependencyFacts, dependencyFormatOf, parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { lockOf, shown, without } from '../support/dependencies.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const gems = (text: string): string[] => shown('Gemfile', text);

describe('a Gemfile', () => {
  const cases: readonly (readonly [what: string, text: string, shown: readonly string[]])[] = [
    ['without a requirement', 'gem \'a\'\ngem "b"\ngem(\'c\')\ngem("d")\n', ['- a', '- b', '- c', '- d']],
    [
      'with requirements',
      `gem 'a', '~> 1.0'\ngem "b", ">= 1", "< 3"\ngem 'c', '1.2.3'\ngem 'd', '= 1.0'`,
      ['- a "~> 1.0"', '- b ">= 1", "< 3"', '- c "1.2.3" =1.2.3', '- d "= 1.0" =1.0'],
    ],
    [
      'with a list of them',
      "gem 'a', ['>= 1', '< 2']\ngem 'b', %w[>=1 <2]\ngem 'c', %w(~>1.0)\n",
      [`- a ">= 1', '< 2"`, '- b ">=1, <2"', '- c "~>1.0"'],
    ],
    [
      'over several lines',
      "gem 'a',\n    '~> 1.0', # why\n    require: false\ngem(\n  'b',\n  '2.0',\n)\ngem 'c', \\\n  '1.0', **options\n",
      ['- a "~> 1.0"', '- b "2.0" =2.0', '- c "1.0" =1.0'],
    ],
    [
      'with options of either syntax',
      "gem 'a', require: false, group: :test\ngem 'b', :require => 'x', :group => [:development, :test]\ngem 'c', 'group' => :test, \"require\": nil\n",
      ['- test a', '- dev+test b', '- test c'],
    ],
    ['with a hash in braces', "gem 'a', { git: 'https://h/r', ref: 'x' }\n", ['- git a https https://h/r @x']],
    [
      'in groups',
      "group :test do\n  gem 'a'\nend\ngroup :development, 'test' do\n  gem 'b'\nend\ngroup :production do\n  gem 'c'\nend\ngroup(:test) { gem 'd' }\ngem 'e', groups: %i[development production]\ngroup :x, optional: true do\n  gem 'f'\nend\ngem 'g'\n",
      ['- test a', '- dev+test b', '- c', '- test d', '- e', '- optional f', '- g'],
    ],
    [
      'from git',
      `gem 'a', git: 'https://h/a.git', branch: 'main'\ngem 'b', :git => 'git@h:b.git', :tag => 'v1'\ngem 'c', github: 'u/c', ref: '${SHA}'\ngem 'd', gist: '12'\ngem 'e', git: "https://h/#{e}"\ngem 'f', git: URL, ref: '${SHA}'\n`,
      [
        '- git a https https://h/a.git @main',
        '- git b ssh git@h:b.git @v1',
        `- git c https u/c @${SHA}!`,
        '- git d https 12',
        '- git e',
        '- git f',
      ],
    ],
    [
      'from a source of its own',
      "git_source(:forge) { |repo| \"https://h/#{repo}.git\" }\ngem 'a', forge: 'u/a'\n",
      ['- git a https u/a'],
    ],
    [
      'from blocks',
      "git 'https://h/r', branch: 'main' do\n  gem 'a'\nend\ngithub 'u/r' do\n  gem 'b'\nend\npath 'engines' do\n  gem 'c'\nend\nsource 'https://s.example' do\n  gem 'd', '1'\nend\n",
      ['- git a https https://h/r @main', '- git b https u/r', '- path c file engines', '- d "1" =1'],
    ],
    ['from a folder', "gem 'a', path: '../a'\ngem 'b', path: DIR\n", ['- path a file ../a', '- path b']],
    [
      'under conditions',
      "gem 'a' if X\ngem 'b' unless ENV['Y'] == '1'\nif X\n  gem 'c', '1'\nelsif Y\n  gem 'c', '2'\nelse\n  gem 'c', '3'\nend\nplatforms :mri, :mingw do\n  gem 'd'\nend\ngem 'e', platforms: [:jruby]\ninstall_if -> { mac? } do\n  gem 'f'\nend\n",
      [
        '- a if if X',
        "- b if unless ENV['Y'] == '1'",
        '- c "1" =1 if if X',
        '- c "2" =2 if if X elsif Y',
        '- c "3" =3 if if X else',
        '- d if platforms :mri, :mingw',
        '- e if platforms: [:jruby]',
        '- f if install_if -> { mac? }',
      ],
    ],
    [
      'in a case and loops',
      "adapters.each do |adapter|\n  case adapter\n  when 'x'\n    gem 'a', '1'\n  when /y/\n    gem 'b'\n  else\n    warn(\"no `#{adapter}`\")\n  end\nend\n%w[c d].each { |name| gem name }\ngem 'e'\n",
      ['- a "1" =1 if case adapter when \'x\'', '- b if case adapter when /y/', '- e'],
    ],
    [
      'whose requirement is computed',
      "gem 'a', VERSION\ngem 'b', ENV['B'] || '~> 1'\ngem 'c', \"~> #{x}\"\ngem 'd', ENV.fetch('D', '1.0'), require: false\ngem 'e', (x ? '1' : '2')\n",
      ['- a', '- b', '- c', '- d', '- e'],
    ],
    ['whose name is computed', 'gem "a-#{x}"\ngem name, "1"\ngem ENV["A"]\n', []],
    [
      'that is frozen',
      'gem "a".freeze, "~> 1.0".freeze\ngem %q<b>.freeze, ["~> 1.0".freeze]\n',
      ['- a "~> 1.0"', '- b "~> 1.0"'],
    ],
    [
      'that is a comment or text',
      "# gem 'a'\n=begin\ngem 'b'\n=end\nputs \"gem 'c'\"\nx = <<~EOS\n  gem 'd'\nEOS\ngem 'e' # gem 'f'\n__END__\ngem 'g'\n",
      ['- e'],
    ],
    [
      'on one line with others',
      "gem 'a'; gem 'b', '1'\nif X then gem 'c' end\ngroup :test do gem 'd' end\n",
      ['- a', '- b "1" =1', '- c if if X', '- test d'],
    ],
    ['that is half typed', "gem\ngem '\ngem 'a', \ngem 'b', '~> \ngem 'c', '1'\n", ['- a', '- b', '- c "1" =1']],
    [
      'of a broken file',
      "gem('a', '1'\ngem 'b', ['1', \ngem 'c'\ngroup :test d\n  gem 'd'\nend\ngem 'e'\n",
      ['- a "1" =1', '- b "1" =1', '- c', '- d', '- e'],
    ],
  ];
  for (const [what, text, expected] of cases)
    for (const [ending, change] of [
      ['LF', (one: string) => one],
      ['CRLF', (one: string) => `\uFEFF${one.replaceAll('\n', '\r\n')}`],
    ] as const)
      it(`has gems ${what} (${ending})`, () => {
        assert.deepEqual(gems(change(text)), expected);
      });

  it('names sources, versions of Ruby and other files', () => {
    const file = parseDependencies(
      'Gemfile',
      "source 'https://a.example'\nsource 'https://b.example' do\n  gem 'x'\nend\nsource :rubygems\ngem 'y', source: 'https://c.example'\nplugin 'p', source: 'https://d.example'\nruby '>= 3.0', '< 4'\nruby file: '.ruby-version'\neval_gemfile 'other'\n",
    );
    assert.deepEqual(
      file.registries.map(({ kind, url }) => `${kind} ${url}`),
      [
        'index https://a.example',
        'extra-index https://b.example',
        'index :rubygems',
        'extra-index https://c.example',
        'extra-index https://d.example',
      ],
    );
    assert.deepEqual(
      file.runtimes.map(({ name, requirement }) => `${name} ${requirement}`),
      ["ruby >= 3.0', '< 4"],
    );
    assert.deepEqual(
      file.includes.map(({ path }) => path),
      ['other'],
    );
  });

  it('tells whether it may ask for more than can be read', () => {
    const isBroken = (text: string): boolean => dependencyFacts(parseDependencies('Gemfile', text)).isBroken;
    for (const text of [
      "source 'a'\nruby '3'\ngem 'x'\ngroup :test do\n  gem 'y'\nend\nversion = ENV['X']\nif version\n  gem 'z', version\nelse\n  warn 'none'\nend\n",
    ])
      assert.equal(isBroken(text), false, text);
    for (const text of [
      'gemspec\n',
      "eval_gemfile 'x'\n",
      "instance_eval File.read('x')\n",
      'gem name\n',
      '%w[a b].each { |x| gem x }\n',
      "load 'x'\n",
    ])
      assert.equal(isBroken(text), true, text);
  });

  it('loses a gem with its lines', () => {
    const text = "gem 'a' # why\ngem 'b',\n    '1',\n    require: false\ngem 'c'; gem 'd'\n";
    assert.equal(without('Gemfile', text, 'a'), text.slice(14));
    assert.equal(without('Gemfile', text, 'b'), "gem 'a' # why\ngem 'c'; gem 'd'\n");
    assert.equal(parseDependencies('Gemfile', text).dependencies[2]?.deletion, undefined);
  });

  it('has several names', () => {
    for (const path of ['Gemfile', 'a/gems.rb', 'gemfiles/rails_7.1.gemfile', 'Gemfile.local', 'Gemfile-rails-7'])
      assert.equal(dependencyFormatOf(path), 'Gemfile');
    for (const path of ['Gemfile.lock', 'gems.locked', 'gemfiles/rails_7.1.gemfile.lock', 'Gemfile.next.lock'])
      assert.equal(dependencyFormatOf(path), 'Gemfile.lock');
    for (const path of ['Gemfile.md', 'Gemfile.erb', 'gems.txt', 'Gemfiles', 'MyGemfile'])
      assert.equal(dependencyFormatOf(path), undefined);
  });
});

it('a gem specification is read', () => {
  const text = `Gem::Specification.new do |s|
  s.name = %q{mine}
  s.description = <<~TEXT
    It's a gem. add_dependency 'no'
  TEXT
  s.required_ruby_version = ['>= 2.7', '< 4']
  s.files = \`git ls-files -z\`.split("\\x0").reject { |f| f.match(%r{^(test|spec)/}) }
  s.add_dependency 'a'
  s.add_runtime_dependency("b", "~> 1.0", ">= 1.2")
  s.add_development_dependency 'c', ['>= 0']
  s.add_runtime_dependency(%q<d>.freeze, ["= 1.0".freeze])
  s.add_dependency "e", Gem::Requirement.new(">= 1", "< 2")
  s.add_dependency "f", "= #{VERSION}"
  s.add_dependency 'g' if RUBY_VERSION >= '3.4'
  if s.respond_to? :add_runtime_dependency then
    s.add_dependency 'h', '1'
  end
end
`;
  assert.deepEqual(shown('mine.gemspec', text), [
    'add_dependency a',
    'add_runtime_dependency b "~> 1.0", ">= 1.2"',
    'add_development_dependency dev c ">= 0"',
    'add_runtime_dependency d "= 1.0" =1.0',
    'add_dependency e ">= 1", "< 2"',
    'add_dependency f',
    "add_dependency g if if RUBY_VERSION >= '3.4'",
    'add_dependency h "1" =1 if if s.respond_to? :add_runtime_dependency',
  ]);
  const { name, runtimes } = parseDependencies('mine.gemspec', text);
  assert.equal(name, 'mine');
  assert.deepEqual(
    runtimes.map(({ requirement }) => requirement),
    [">= 2.7', '< 4"],
  );
});

describe('Gemfile.lock', () => {
  const text = `GIT
  remote: https://git.example/tree.git
  revision: ${SHA}
  branch: main
  specs:
    tree (0.3.0)
      racc (~> 1.4)

PATH
  remote: .
  specs:
    mine (1.0.0)
      rack (>= 2, < 4)

PATH
  remote: engines/shop
  specs:
    shop (0.1.0)

GEM
  remote: https://gems.example/
  specs:
    nokogiri (1.16.7)
      mini_portile2 (~> 2.8.2)
      racc (~> 1.4)
    nokogiri (1.16.7-x86_64-linux-gnu)
      racc (~> 1.4)
    mini_portile2 (2.8.7)
    racc (1.8.1)
    rack (3.1.0.pre1)

PLATFORMS
  ruby
  x86_64-linux-gnu

DEPENDENCIES
  mine!
  nokogiri (>= 1.8.1, != 1.11.0)
  rack
  tree!

CHECKSUMS
  nokogiri (1.16.7) sha256=aa11
  nokogiri (1.16.7-x86_64-linux-gnu) sha256=bb22
  rack (3.1.0.pre1)

RUBY VERSION
   ruby 3.3.0p0

BUNDLED WITH
   2.5.0
`;
  for (const [ending, written] of [
    ['LF', text],
    ['CRLF', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ] as const)
    it(`is read (${ending})`, () => {
      assert.deepEqual(shown('Gemfile.lock', written), [
        `GIT git tree =0.3.0 https https://git.example/tree.git @${SHA}!`,
        'PATH path mine =1.0.0 file .',
        'PATH transitive path shop =0.1.0 file engines/shop',
        'GEM nokogiri =1.16.7',
        'GEM transitive mini_portile2 =2.8.7',
        'GEM transitive racc =1.8.1',
        'GEM rack =3.1.0.pre1',
      ]);
      const { dependencies, registries, runtimes, roots } = parseDependencies('gems.locked', written);
      assert.deepEqual(dependencies[3]?.requires, ['mini_portile2', 'racc']);
      assert.deepEqual(dependencies[3].integrity, ['sha256:aa11', 'sha256:bb22']);
      assert.equal(dependencies[6]?.integrity, undefined);
      for (const { version = '', versionSpan } of dependencies)
        assert.equal(written.slice(versionSpan?.start, versionSpan?.end), version);
      assert.deepEqual(
        registries.map(({ url }) => url),
        ['https://gems.example/'],
      );
      assert.deepEqual(
        runtimes.map(({ name, requirement }) => `${name} ${requirement}`),
        ['ruby 3.3.0p0', 'bundler 2.5.0'],
      );
      assert.deepEqual(
        roots.map(({ path, name, declared }) => [
          path,
          name,
          declared?.map(({ rawName, requirement }) => `${rawName} ${requirement ?? '-'}`).join('; '),
        ]),
        [
          ['', undefined, 'mine -; nokogiri >= 1.8.1, != 1.11.0; rack -; tree -'],
          ['', 'mine', undefined],
          ['engines/shop', 'shop', undefined],
        ],
      );
    });

  it('belongs to the manifests beside it', () => {
    const files = { 'Gemfile.lock': text, 'gemfiles/a.gemfile.lock': text };
    for (const path of ['Gemfile', 'mine.gemspec', 'engines/shop/shop.gemspec', 'gemfiles/a.gemfile'])
      assert.equal(lockOf(files, path)?.locked.get('racc')?.version, '1.8.1', path);
    for (const path of ['gems.rb', 'sub/Gemfile', 'other.gemspec', 'gemfiles/b.gemfile'])
      assert.equal(lockOf(files, path), undefined, path);
  });
});
