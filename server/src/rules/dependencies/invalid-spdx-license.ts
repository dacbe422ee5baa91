import { dependencyRule } from '../../engine/rule.ts';
import type { DependencyFile } from '../../model/dependencies/index.ts';
import { meantBy } from './shared/license-names.ts';
import { parseSpdx } from './shared/spdx.ts';

export const invalidSpdxLicense = dependencyRule(
  {
    id: 'dependencies/invalid-spdx-license',
    title: 'Licence is not an SPDX expression',
    why: 'Registries and the tools that check licences read this field as an SPDX expression; what they cannot read they treat as no licence at all. Write the id from the list at https://spdx.org/licenses, several joined by `OR` or `AND`, or the ecosystem’s own word for a licence of your own.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      known: '"{license}" is not an SPDX expression, so tools see no licence. Write {meant}.',
      unknown: '"{license}" is not an SPDX expression, so tools see no licence. Write the id from the SPDX list.',
    },
    aliases: [],
    references: ['https://spdx.org/licenses/', 'https://peps.python.org/pep-0639/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    const license = model.project?.license;
    if (model.role !== 'manifest' || !license?.isExpression || isFine(model, license.text)) return;
    const { text, span } = license;
    // NuGet reads this word, but what it means is a file of one's own there.
    const meant = meantBy(text).filter(
      (one) => isFine(model, one) && one !== text && (one !== 'UNLICENSED' || model.ecosystem === 'npm'),
    );
    const isExact = file.text.slice(span.start, span.end) === text;
    if (meant.length === 0) {
      // Nobody else reads the manifest of what is never published.
      if (!model.project?.isPrivate) yield { message: 'unknown', data: { license: text }, span, key: 'license' };
      return;
    }
    yield {
      message: 'known',
      data: { license: text, meant: meant.join(' or ') },
      span,
      key: 'license',
      fixes: isExact
        ? meant.map((one) => ({ title: `Write ${one}`, applicability: 'suggested' as const, edits: [{ span, newText: one }] }))
        : [],
    };
  },
);

/** The spelling of ids matters to npm; the others read them in any case. */
function isFine({ ecosystem }: DependencyFile, text: string): boolean {
  const license = text.trim();
  if (license === '' || /\$\{|\{\{|<[^>]+>/.test(license)) return true;
  switch (ecosystem) {
    case 'npm':
      // https://docs.npmjs.com/cli/configuring-npm/package-json#license
      return license === 'UNLICENSED' || /^SEE LICEN[CS]E IN \S/i.test(license) || parseSpdx(license, true) !== undefined;
    case 'RubyGems':
      // https://guides.rubygems.org/specification-reference/#license=
      return license === 'Nonstandard' || parseSpdx(license, true) !== undefined;
    case 'Packagist':
      return license === 'proprietary' || parseSpdx(license) !== undefined;
    case 'NuGet':
      // https://learn.microsoft.com/nuget/reference/nuspec#license
      return license === 'UNLICENSED' || parseSpdx(license) !== undefined;
    default:
      return parseSpdx(license) !== undefined;
  }
}
