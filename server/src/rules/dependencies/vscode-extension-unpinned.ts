import { dependencyRule } from '../../engine/rule.ts';

/** `publisher.name`, with `@version` behind it where one is pinned. */
const EXTENSION = /^\w[\w-]*\.[\w.-]+(@.+)?$/;

export const vscodeExtensionUnpinned = dependencyRule(
  {
    id: 'dependencies/vscode-extension-unpinned',
    title: 'Extension of the editor has no fixed version',
    why: 'An extension runs with all rights of the person who opens the project, and the editor installs whichever version is newest. Extensions have been taken over like packages. A dev container can name a version: `publisher.name@1.2.3`; recommendations cannot, so review what they name.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      container: 'The extension {name} is installed in its newest version. Name one: `{name}@1.2.3`.',
      recommended: 'The extension {name} is recommended in its newest version. Review it, or name a version in a dev container.',
    },
    aliases: [],
    references: ['CWE-1357', 'https://containers.dev/supporting#visual-studio-code'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== 'extensions.json' && model.format !== 'devcontainer.json') return;
    const message = model.format === 'extensions.json' ? 'recommended' : 'container';
    for (const { section, key, value, valueSpan } of model.settings) {
      const isList =
        model.format === 'extensions.json'
          ? section === '' && key === 'recommendations'
          : key === 'extensions' && (section === '' || section === 'customizations.vscode');
      const match = isList ? EXTENSION.exec(value) : null;
      if (match && match[1] === undefined) yield { message, data: { name: value }, span: valueSpan, key: `${key}/${value}` };
    }
  },
);
