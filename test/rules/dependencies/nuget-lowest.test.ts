import assert from 'node:assert/strict';
import { advisories } from '../../support/advisories.ts';
import { findingsIn, verdictsIn } from '../../support/told.ts';

const known = advisories({ id: 'GHSA-1', name: 'acme.json', ecosystem: 'NuGet', ranges: [['0', '13.0.1']] });
const project = (version: string): Record<string, string> => ({
  'a.csproj': `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Acme.Json" Version="${version}" /></ItemGroup></Project>\n`,
});

const lowest = (range: string): readonly string[] => [
  `a.csproj:1 vulnerable-dependency: Acme.Json 12.0.0, the lowest that ${range} admits`,
];
const admits = (range: string): readonly string[] => [`a.csproj:1 range-allows-vulnerable-version: Acme.Json ${range}`];

const CASES: Readonly<Record<string, readonly string[]>> = {
  '[12.0.0,14.0.0)': lowest('[12.0.0,14.0.0)'),
  '[12.0.0,)': lowest('[12.0.0,)'),
  '[13.0.1,14.0.0)': [],
  '12.0.0': ['a.csproj:1 vulnerable-dependency: Acme.Json 12.0.0'],
  '(12.0.0,14.0.0)': admits('(12.0.0,14.0.0)'),
  '(,14.0.0)': admits('(,14.0.0)'),
  '[12.*,14.0.0)': admits('[12.*,14.0.0)'),
  '*': [],
};

describe('a range of NuGet', () => {
  for (const [range, verdicts] of Object.entries(CASES))
    it(`stands for the lowest version there is: ${range}`, () => {
      assert.deepEqual(verdictsIn(project(range), known), verdicts);
    });

  it('begins at the safe version when it is fixed', () => {
    const [finding] = findingsIn(project('[12.0.0,14.0.0)'), known).filter(({ rule }) => rule.endsWith('vulnerable-dependency'));
    assert.deepEqual(
      finding?.fixes.map(({ title }) => title),
      ['Raise Acme.Json to [13.0.1,14.0.0), a new major version'],
    );
  });
});
