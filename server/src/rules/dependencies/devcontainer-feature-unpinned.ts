import { baseName, folderOf } from '../../base/path.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { inFolder } from './shared/package-manager.ts';

export const devcontainerFeatureUnpinned = dependencyRule(
  {
    id: 'dependencies/devcontainer-feature-unpinned',
    title: 'Feature of a dev container has no fixed version',
    why: 'A feature is a script that runs as root while the container is built. Without a version, or with `latest`, it is whatever was published last. Name a version or a digest, or commit devcontainer-lock.json.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      open: 'The feature {name} is taken in its newest version. Name a version: `{name}:1`.',
    },
    aliases: [],
    references: ['CWE-1357', 'https://containers.dev/implementors/features/#versioning'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format !== 'devcontainer.json') return;
    const hidden = baseName(file.path).startsWith('.') ? '.' : '';
    if (env.workspace.tree()?.has(inFolder(folderOf(file.path), `${hidden}devcontainer-lock.json`))) return;
    for (const { section, key, keySpan } of model.settings) {
      // A folder beside the file, or an archive at an address of its own.
      if (section !== 'features' || /^\.{0,2}\/|^https?:|\$\{/.test(key) || key.includes('@sha256:')) continue;
      const tag = /:([^/:]*)$/.exec(key)?.[1];
      if (tag === undefined || tag === '' || tag === 'latest')
        yield { message: 'open', data: { name: key.replace(/:[^/]*$/, '') }, span: keySpan, key: `features/${key}` };
    }
  },
);
