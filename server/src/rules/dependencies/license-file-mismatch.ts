import { folderOf } from '../../base/path.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { familyOf, licensesIn, parseSpdx } from './shared/spdx.ts';

export const licenseFileMismatch = dependencyRule(
  {
    id: 'dependencies/license-file-mismatch',
    title: 'Manifest names another licence than the licence file',
    why: 'Who uses the project goes by the manifest, a court by the text of the licence. When they differ, nobody knows the terms, and tools that check licences report the wrong one. Make both say the same.',
    severity: 'low',
    confidence: 'medium',
    profiles: [],
    messages: { other: 'The manifest says {license}, but {file} is the text of {found}. Make both say the same.' },
    aliases: [],
    references: ['https://spdx.org/licenses/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    const license = model.project?.license;
    if (model.role !== 'manifest' || license === undefined) return;
    const expression = parseSpdx(license.text);
    const isUnlicensed = model.ecosystem === 'npm' && license.text === 'UNLICENSED';
    if (expression === undefined && !isUnlicensed) return;
    const named = expression ? licensesIn(expression) : [];
    if (named.some((id) => id.includes('LicenseRef-'))) return;
    const folder = folderOf(file.path);
    const files = env.workspace.all('license').filter(([path]) => folderOf(path) === folder);
    // A text that is not recognised may be the one that the manifest names.
    if (files.length === 0 || files.some(([, { licenses }]) => licenses.length === 0)) return;
    const found = [...new Set(files.flatMap(([, { licenses }]) => licenses))];
    const families = new Set(named.map(familyOf));
    if (found.some((id) => families.has(id))) return;
    const [only, ...others] = found;
    const { span, text } = license;
    const isExact = file.text.slice(span.start, span.end) === text;
    yield {
      message: 'other',
      data: {
        license: text,
        file: files.map(([path]) => path.slice(folder === '' ? 0 : folder.length + 1)).join(', '),
        found: found.join(', '),
      },
      span,
      key: 'license',
      related: files.map(([path]) => ({ path, span: { start: 0, end: 0 }, note: 'This is the text of the licence.' })),
      fixes:
        only === undefined || others.length > 0 || !isExact
          ? []
          : spellings(only).map((id) => ({
              title: `Write ${id}`,
              applicability: 'suggested' as const,
              edits: [{ span, newText: id }],
            })),
    };
  },
);

/** The texts of the GNU licences do not say whether later versions are meant. */
const spellings = (id: string): string[] => (/^(?:L|A)?GPL-/.test(id) ? [`${id}-only`, `${id}-or-later`] : [id]);
