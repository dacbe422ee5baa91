import { dockerfileRule } from '../../engine/rule.ts';
import { insertion } from '../../base/edit.ts';

export const downloadNotVerified = dockerfileRule(
  {
    id: 'dockerfile/download-not-verified',
    title: 'ADD takes whatever the server sends',
    why: 'ADD with a URL puts a file into the image that nobody compared with the one that was meant. With `--checksum` the build stops when it is another one.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      add: 'Nothing checks what {host} sends. Add `--checksum=sha256:…` with the hash of the file.',
    },
    aliases: ['kics:curl_or_wget_instead_of_add', 'tally:tally/prefer-add-unpack'],
    references: ['CWE-494', 'https://docs.docker.com/reference/dockerfile/#add---checksum'],
    fix: 'manual',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('ADD')) {
      if (instruction.flags.some(({ name }) => name === 'checksum')) continue;
      for (const word of instruction.sources) {
        const url = model.expand(word, instruction).value ?? '';
        // A repository has commits, which are hashes themselves.
        if (!/^https?:\/\//i.test(url) || /\.git(?:[#?/]|$)|#/.test(url)) continue;
        const host = /^https?:\/\/(?:[^/@]*@)?([^/?#]*)/i.exec(url)?.[1] ?? url;
        const start = instruction.isExec ? undefined : instruction.sources[0]?.span.start;
        const edits =
          start === undefined || instruction.sources.length > 1 ? [] : [insertion(start, '--checksum=sha256:<hash> ')];
        const fixes =
          edits.length > 0 ? [{ title: 'Add --checksum (fill in the hash)', applicability: 'manual', edits } as const] : [];
        yield { message: 'add', data: { host }, span: word.span, fixes };
      }
    }
  },
);
