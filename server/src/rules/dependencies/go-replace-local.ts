import { folderOf, resolvePath } from '../../base/path.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';

export const goReplaceLocal = dependencyRule(
  {
    id: 'dependencies/go-replace-local',
    title: 'Go module is replaced by a folder outside the workspace',
    why: 'A replacement by a folder that is not part of the repository builds only on the machine that has it, and with whatever is in it at that moment. Such lines are usually left over from trying out a change. Use go.work for that, and publish the module or move it into the repository.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      outside:
        '{name} is replaced by {path}, which lies outside of the workspace, so it builds only where that folder is. Publish the module, or use go.work for a local copy.',
    },
    aliases: [],
    references: ['CWE-1357', 'https://go.dev/ref/mod#go-mod-file-replace'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'go.mod' && model.format !== 'go.work') return;
    for (const dependency of model.dependencies) {
      const { use, source, rawName: name, name: path, nameSpan: span } = dependency;
      if (use !== 'replacement' || source !== 'path' || !isOutside(file.path, path)) continue;
      yield { message: 'outside', data: { name, path }, span, key: keyOf(model, dependency) };
    }
  },
);

/** Go takes a path with `./`, `../` or a root in front as one. */
const isOutside = (file: string, path: string): boolean =>
  /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(path) ||
  (/^\.{1,2}(?:[\\/]|$)/.test(path) && resolvePath(folderOf(file), path.replaceAll('\\', '/')) === undefined);
