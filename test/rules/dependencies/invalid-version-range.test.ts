import { invalidVersionRange } from '../../../server/src/rules/dependencies/invalid-version-range.ts';
import { testRule } from '../../support/rule-tester.ts';

const unreadable = (requirement: string, ecosystem: string): string =>
  `"${requirement}" is not a version range of ${ecosystem}. Write one that it can read.`;
const meant = (requirement: string, ecosystem: string, better: string): string =>
  `"${requirement}" is not a version range of ${ecosystem}. Perhaps "${better}" is meant.`;
const nothing = (requirement: string): string => `No version satisfies "${requirement}". Correct its bounds.`;

testRule(invalidVersionRange, {
  clean: [
    '{"dependencies":{"a":"%cdk-version%","b":"{{version}}","<%= name %>":"x y"}}',
    {
      path: 'docs/ref/constraints.txt',
      code: '=====================\nConstraints reference\n=====================\n\n.. module:: shop.constraints\n\nThese are the constraints that may be added to a table of the shop.\n\n``name``\n========\n\nThe name of the constraint. It is needed.\n\nexpressions=[\nname="x",\n\nMore than one may be given, and all of them hold.\n',
    },
    '{"dependencies":{"a":"^1.0.0","b":"1.x","c":"~1","d":">=1 <2","e":"1 - 2","f":"*","g":"","h":"x","i":"1 || 2","j":"=1","k":"v1.2.3","l":"01.2.3","m":"~>1.2","n":"> 1","o":"1.0.0-beta.1+b"}}',
    '{"dependencies":{"a":"latest","b":"next-11","c":"v16-lts","d":"u/r","e":"file:../x","f":"npm:b@^1","g":"workspace:^","h":"catalog:","i":"https://h.example/a.tgz"}}',
    '{"dependencies":{"a":"${VERSION}","b":"{{ version }}","c":"<%= version %>","d":"__VERSION__","e":"%VERSION%"}}',
    {
      path: 'requirements.txt',
      code: 'a==1.0\nb~=1.2\nc>=1,<2\nd!=1.5.*\ne===weird\nf (>=1)\ng>=1.0a1,<2.0.dev0\nh==1.0+local\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["a>=1"]\n[tool.poetry.dependencies]\nb = "^1.0"\nc = "~1.2"\nd = "1.2.*"\ne = ">=1,<2 || ^3"\nf = "1.0"\ng = "*"\nh = ">=1 <2"\ni = "^1.0 | ^2.0"\nj = "~=1.0"\nk = "^2.0a1"\n',
    },
    { path: 'Pipfile', code: '[packages]\na = "*"\nb = "==1.0"\nc = "~=1.2"\nd = ">=1,<2"\n' },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = "1"\nb = "^1.2"\nc = "~1"\nd = "=1.0.0"\ne = ">=1, <2"\nf = "*"\ng = "1.*"\nh = "1.0.0-rc.1"\n',
    },
    {
      path: 'go.mod',
      code: 'module m\nrequire (\n\ta.b/c v1.0.0\n\ta.b/d v0.0.0-20200101000000-abcdefabcdef\n\ta.b/e v2.0.0+incompatible\n\ta.b/f main\n)\n',
    },
    { path: 'package-lock.json', code: '{"packages":{"node_modules/a":{"version":"1..2"}}}' },
  ],
  caught: [
    {
      code: '{"dependencies":{"a":"⟦^1.0.O⟧"}}',
      says: meant('^1.0.O', 'npm', '^1.0.0'),
      fixed: '{"dependencies":{"a":"^1.0.0"}}',
    },
    {
      code: '{"devDependencies":{"a":"⟦=>1.0⟧"}}',
      says: meant('=>1.0', 'npm', '>=1.0'),
      fixed: '{"devDependencies":{"a":">=1.0"}}',
    },
    { code: '{"peerDependencies":{"a":"⟦1..2⟧"}}', says: meant('1..2', 'npm', '1.2'), fixed: '{"peerDependencies":{"a":"1.2"}}' },
    { code: '{"dependencies":{"a":"⟦^^1.0⟧"}}', says: meant('^^1.0', 'npm', '^1.0'), fixed: '{"dependencies":{"a":"^1.0"}}' },
    {
      code: '{"dependencies":{"a":"⟦>=1.0.0, <2⟧"}}',
      says: meant('>=1.0.0, <2', 'npm', '>=1.0.0 <2'),
      fixed: '{"dependencies":{"a":">=1.0.0 <2"}}',
    },
    {
      code: '{"dependencies":{"a":"⟦1.2.3.4⟧"}}',
      says: meant('1.2.3.4', 'npm', '1.2.3'),
      fixed: '{"dependencies":{"a":"1.2.3"}}',
    },
    { code: '{"dependencies":{"a":"⟦v.1.0⟧"}}', says: meant('v.1.0', 'npm', '1.0'), fixed: '{"dependencies":{"a":"1.0"}}' },
    { code: '{"dependencies":{"a":"⟦1.0,2⟧"}}', says: meant('1.0,2', 'npm', '1.0.2'), fixed: '{"dependencies":{"a":"1.0.2"}}' },
    { code: '{"overrides":{"a":"⟦^l.0.0⟧"}}', says: meant('^l.0.0', 'npm', '^1.0.0'), fixed: '{"overrides":{"a":"^1.0.0"}}' },
    { code: '{"dependencies":{"a":"⟦!1.0⟧"}}', says: unreadable('!1.0', 'npm') },
    { code: '{"dependencies":{"a":"⟦>=2 <1⟧"}}', says: nothing('>=2 <1') },
    {
      path: 'requirements.txt',
      code: 'a⟦=1.0⟧\nb⟦==1.O⟧\nc⟦>=1.0<2⟧\nd⟦=>1⟧\ne⟦>=1,,<x⟧\nf⟦>=2,<1⟧\n',
      says: [
        meant('=1.0', 'PyPI', '==1.0'),
        meant('==1.O', 'PyPI', '==1.0'),
        meant('>=1.0<2', 'PyPI', '>=1.0,<2'),
        meant('=>1', 'PyPI', '>=1'),
        unreadable('>=1,,<x', 'PyPI'),
        nothing('>=2,<1'),
      ],
      fixed: 'a==1.0\nb==1.0\nc>=1.0,<2\nd>=1\ne>=1,,<x\nf>=2,<1\n',
    },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry.dependencies]\na = "⟦=>1⟧"\nb = "⟦^1..2⟧"\n',
      says: [meant('=>1', 'PyPI', '>=1'), meant('^1..2', 'PyPI', '^1.2')],
      fixed: '[tool.poetry.dependencies]\na = ">=1"\nb = "^1.2"\n',
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = "⟦=>1⟧"\nb = { version = "⟦>=1 <2⟧" }\nc = "⟦1.0.O⟧"\n',
      says: [meant('=>1', 'crates.io', '>=1'), meant('>=1 <2', 'crates.io', '>=1, <2'), meant('1.0.O', 'crates.io', '1.0.0')],
      fixed: '[dependencies]\na = ">=1"\nb = { version = ">=1, <2" }\nc = "1.0.0"\n',
    },
    {
      path: 'go.mod',
      code: 'module m\nrequire a.b/c ⟦v1.2⟧\nrequire a.b/d ⟦1.2.3⟧\n',
      says: [meant('v1.2', 'Go', 'v1.2.0'), meant('1.2.3', 'Go', 'v1.2.3')],
      fixed: 'module m\nrequire a.b/c v1.2.0\nrequire a.b/d v1.2.3\n',
    },
  ],
});
