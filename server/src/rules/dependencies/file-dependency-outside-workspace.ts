import { folderOf, resolvePath } from '../../base/path.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { isTemplate } from './shared/urls.ts';

const PROTOCOL = /^(?:file|link|portal):(?:\/\/(?=\/)|\/\/localhost(?=\/)|\/\/(?=[.~]))?/i;

export const fileDependencyOutsideWorkspace = dependencyRule(
  {
    id: 'dependencies/file-dependency-outside-workspace',
    title: 'Dependency is a file or folder outside of the workspace',
    why: 'A path that leaves the repository exists on the machine where it was written, and on others it is missing or, worse, something else. Nothing that reviews or scans the repository sees what is installed. Bring the folder into the repository, or publish it.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      outside: '{name} comes from {path}, which is outside of the workspace. Bring it into the repository or publish it.',
      absolute: '{name} comes from {path}, a place on one machine. Bring it into the repository or publish it.',
    },
    aliases: [],
    references: ['CWE-426', 'CWE-1357'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.role !== 'manifest') return;
    // Composer takes packages from folders that are repositories; a pattern may follow.
    for (const { section, value, valueSpan } of model.settings) {
      const path = section === 'repositories.path' ? pathIn(value) : undefined;
      const reach = path === undefined ? undefined : reachOf(file.path, path.replace(/\/?[*{[][^]*$/, ''));
      if (reach)
        yield { message: reach, data: { name: 'This repository', path: value }, span: valueSpan, key: `repositories/${value}` };
    }
    for (const dependency of model.dependencies) {
      const { source, location, rawName, nameSpan, ecosystem } = dependency;
      if (source !== 'path') continue;
      // A replaced Go module has its path where others have a name.
      const written = location?.url ?? dependency.name;
      const span = location?.urlSpan ?? nameSpan;
      const path = pathIn(written);
      const reach = path === undefined ? undefined : reachOf(file.path, path);
      if (reach === undefined) continue;
      yield {
        message: reach,
        data: { name: rawName === '' ? 'This dependency' : rawName, path: written },
        span,
        key: keyOf(model, dependency),
        ...(ecosystem === 'Go' && { summedUpBy: 'dependencies/go-replace-local' }),
      };
    }
  },
);

/** Undefined for what is no path of a disk: other protocols, variables, templates. */
function pathIn(written: string): string | undefined {
  const protocol = PROTOCOL.exec(written)?.[0] ?? '';
  const path = written.slice(protocol.length).replaceAll('\\', '/');
  if (path === '' || isTemplate(written) || (protocol === '' && /^[a-z][a-z0-9+.-]+:/i.test(path))) return undefined;
  return path;
}

/** Undefined for a place in the workspace. */
function reachOf(manifest: string, path: string): 'outside' | 'absolute' | undefined {
  if (/^(?:\/|~|[a-z]:)/i.test(path)) return 'absolute';
  return resolvePath(folderOf(manifest), path) === undefined ? 'outside' : undefined;
}
