import type { Snapshot } from '../../base/snapshot.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Fix } from '../../engine/fix.ts';
import { lockfileFor, type Lock, type Setting } from '../../model/dependencies/index.ts';
import { composerFlag } from './shared/composer-flags.ts';

export const composerAllowAllPlugins = dependencyRule(
  {
    id: 'dependencies/composer-allow-all-plugins',
    title: 'Every Composer plugin may run',
    why: 'A plugin is code that Composer runs while it installs, with the rights of whoever started it. Where all are allowed, each package that some dependency brings in can be one. List the plugins that the project uses; Composer asks for new ones.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      all: 'Every plugin that any dependency brings in may run while packages are installed. List the plugins that the project uses.',
    },
    aliases: [],
    references: ['CWE-829', 'CWE-494', 'https://getcomposer.org/doc/06-config.md#allow-plugins'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    const flags = composerFlag(model, 'allow-plugins', 'true');
    if (flags.length > 0) {
      const lock = lockfileFor(file.path, env.workspace);
      for (const setting of flags)
        yield { message: 'all', span: setting.valueSpan, key: 'config/allow-plugins', fixes: listed(file, setting, lock) };
    }
    for (const { section, key, value, valueSpan } of model.settings)
      if (section === 'config.allow-plugins' && /^\*(?:\/\*)?$/.test(key) && value === 'true')
        yield { message: 'all', span: valueSpan, key: `${section}/${key}` };
  },
);

/** An object with the plugins of the lockfile in place of `true`. */
function listed({ text, eol }: Snapshot, { valueSpan: span }: Setting, lock: Lock | undefined): Fix[] {
  if (!lock) return [];
  const plugins = lock.root.resolved.filter((one) => one.hasInstallScript === true).map(({ name }) => name);
  const lineStart = Math.max(text.lastIndexOf('\n', span.start), text.lastIndexOf('\r', span.start)) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(lineStart, span.start))?.[0] ?? '';
  // The setting stands two levels deep.
  const unit = indentation.slice(0, indentation.length / 2);
  const [open, separator, close] =
    indentation === ''
      ? ['{', ', ', '}']
      : [`{${eol}${indentation}${unit}`, `,${eol}${indentation}${unit}`, `${eol}${indentation}}`];
  const pairs = plugins.toSorted().map((name) => `"${name}": true`);
  return [
    {
      title: plugins.length === 0 ? 'Allow no plugins' : 'List the plugins of the lockfile',
      applicability: 'suggested',
      edits: [{ span, newText: pairs.length === 0 ? '{}' : `${open}${pairs.join(separator)}${close}` }],
    },
  ];
}
