import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';

/** pip takes a hash in the fragment of an address as well. */
const IN_URL = /#(?:.*&)?(?:sha\d+|md5)=/i;

export const requirementsMissingHashes = dependencyRule(
  {
    id: 'dependencies/requirements-missing-hashes',
    title: 'Requirement has no hash while others have',
    why: 'As soon as one requirement has a hash, pip checks all of them and refuses to install what has none. Where the check is off, the one without a hash is the way in. Write the file with `pip-compile --generate-hashes` or `uv pip compile --generate-hashes`, so that every line has its hashes.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      required: '{name} has no hash, but `--require-hashes` asks for one, so pip refuses to install it. Add its hashes.',
      missing: '{name} has no hash, but other requirements of this file have, so pip refuses to install it. Add its hashes.',
    },
    aliases: [],
    references: ['CWE-353', 'https://pip.pypa.io/en/stable/topics/secure-installs/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'requirements.txt') return;
    const asked = model.dependencies.filter(({ use }) => use === 'declared');
    const isMixed = asked.some(hasHash);
    if (!isMixed && !/^\uFEFF?[ \t]*--require-hashes\b/m.test(file.text)) return;
    for (const dependency of asked) {
      if (hasHash(dependency) || (dependency.source !== 'registry' && dependency.source !== 'url')) continue;
      const address = dependency.location;
      if (address && IN_URL.test(file.text.slice(address.urlSpan.start, dependency.span.end))) continue;
      const name = dependency.rawName === '' ? 'This requirement' : dependency.rawName;
      yield {
        message: isMixed ? 'missing' : 'required',
        data: { name },
        span: dependency.nameSpan.start === dependency.nameSpan.end ? dependency.span : dependency.nameSpan,
        key: keyOf(model, dependency),
      };
    }
  },
);

const hasHash = ({ integrity }: Dependency): boolean => (integrity?.length ?? 0) > 0;
