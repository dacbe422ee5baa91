import { vscodeExtensionUnpinned } from '../../../server/src/rules/dependencies/vscode-extension-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

const container = (name: string): string =>
  `The extension ${name} is installed in its newest version. Name one: \`${name}@1.2.3\`.`;
const recommended = (name: string): string =>
  `The extension ${name} is recommended in its newest version. Review it, or name a version in a dev container.`;

testRule(vscodeExtensionUnpinned, {
  clean: [
    { path: '.vscode/extensions.json', code: '{"unwantedRecommendations":["a.b"],"recommendations":[]}' },
    { path: '.devcontainer/devcontainer.json', code: '{"customizations":{"vscode":{"extensions":["a.b@1.2.3","-c.d"]}}}' },
    { path: '.devcontainer.json', code: '{"image":"x","customizations":{"jetbrains":{"plugins":["a.b"]}}}' },
  ],
  caught: [
    {
      path: '.vscode/extensions.json',
      code: '{\n  // c\n  "recommendations": [\n    "⟦a.b⟧",\n    "⟦c-d.e-f⟧",\n  ]\n}\n',
      says: [recommended('a.b'), recommended('c-d.e-f')],
    },
    {
      path: '.devcontainer/devcontainer.json',
      code: '{"customizations":{"vscode":{"extensions":["⟦a.b⟧"]}}}',
      says: container('a.b'),
    },
    { path: '.devcontainer/x/devcontainer.json', code: '{"extensions":["⟦a.b⟧","c.d@1"]}', says: container('a.b') },
  ],
});
