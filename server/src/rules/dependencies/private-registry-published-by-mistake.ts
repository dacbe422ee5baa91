import { dependencyRule } from '../../engine/rule.ts';
import { insertion } from '../../base/edit.ts';

/** What a package has that others are to use. */
const LIBRARY = /^(?:files|main|module|exports|bin|browser|types|typings|publishConfig|private|license-file)$/;
/** Scripts that only something that runs has. */
const APPLICATION = /^(?:start|dev|serve|deploy|develop|preview)(?::|$)/;

export const privateRegistryPublishedByMistake = dependencyRule(
  {
    id: 'dependencies/private-registry-published-by-mistake',
    title: 'Application can be published by mistake',
    why: '`npm publish` uploads whatever lies in the folder to the public registry, under a name that can then never be taken back quietly. An application is not meant for it: `"private": true` makes npm refuse. What is meant to be published says where in `publishConfig`.',
    severity: 'info',
    confidence: 'medium',
    profiles: [],
    messages: {
      publishable: 'Nothing keeps the application {name} from being published to the public registry. Set `"private": true`.',
    },
    aliases: [],
    references: ['CWE-200', 'https://docs.npmjs.com/cli/configuring-npm/package-json#private'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'package.json' || model.name === undefined || model.name === '') return;
    const { settings, name } = model;
    if (settings.some(({ section, key }) => LIBRARY.test(section === '' ? key : (section.split(/[.[]/, 1)[0] ?? '')))) return;
    if (!settings.some(({ section, key }) => section === 'scripts' && APPLICATION.test(key))) return;
    const member = /"name"\s*:(\s*)"((?:[^"\\]|\\.)*)"/g;
    const found = [...file.text.matchAll(member)].find((match) => match[2] === name);
    // npm publishes nothing that has no version.
    if (!found || !/"version"\s*:\s*"/.test(file.text)) return;
    const end = found.index + found[0].length;
    const indent = /(?:^|\n)([ \t]*)$/.exec(file.text.slice(0, found.index))?.[1];
    // On one line as tight as it is written.
    const gap = indent === undefined ? (/[{,]/.test(file.text[found.index - 1] ?? '') ? '' : ' ') : `${file.eol}${indent}`;
    yield {
      message: 'publishable',
      data: { name },
      span: { start: end - 1 - name.length, end: end - 1 },
      key: 'private',
      fixes: [
        {
          title: 'Set private to true',
          applicability: 'safe',
          edits: [insertion(end, `,${gap}"private":${found[1] ?? ''}true`)],
        },
      ],
    };
  },
);
