import { dockerfileRule } from '../../engine/rule.ts';
import { runs } from './support/commands.ts';
import { comparable, leftOut } from './support/deleted-files.ts';
import { MountedSecrets } from './support/mounted-secrets.ts';
import { isKept } from './support/secret-keepers.ts';
import { LeakFinder } from './support/secret-leaks.ts';

export const secretMountLeaked = dockerfileRule(
  {
    id: 'dockerfile/secret-mount-leaked',
    title: 'Mounted secret is stored in the image',
    why: 'A secret mount keeps the secret out of the image only as long as nothing copies it. What a command writes to a file, or prints, stays in the layer or in the log of the build.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      file: 'The secret is written to {path}, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
      log: 'This prints the secret into the log of the build.',
      kept: '{program} keeps the secret in a file that stays in the image. Let it read the mount itself, or undo this in the same RUN.',
    },
    aliases: [],
    references: ['CWE-532', 'https://docs.docker.com/build/building/secrets/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    const { text } = model;
    for (const { instruction, invocations } of runs(model)) {
      const secrets = new MountedSecrets(instruction);
      if (secrets.isEmpty) continue;
      const isLeftOut = leftOut(instruction, invocations, text);
      const script = model.script(instruction);
      const inner = new Set(invocations.flatMap(({ place }) => (place && place.script !== script ? [place.script] : [])));
      const finder = new LeakFinder(secrets, inner);
      if (script) finder.list(script.list);
      else
        for (const { word, args, span, place } of invocations)
          if (!place)
            finder.simple({ kind: 'simple', assignments: [], words: [word, ...args], redirections: [], span }, 'log', false);
      // Exec form: the scripts that its program is given.
      finder.rest();
      for (const leak of finder.leaks) {
        if (leak.kind === 'log') yield { message: 'log', span: leak.span };
        else if (leak.kind === 'kept') {
          const { command, word } = leak;
          if (isKept(command, word, invocations, text, isLeftOut))
            yield { message: 'kept', data: { program: `\`${command.name}\`` }, span: word.span };
        } else {
          const path = leak.path ?? text.slice(leak.span.start, leak.span.end);
          // A copy into a folder has the name of its source.
          const paths = [path, ...(leak.name === undefined ? [] : [`${path}/${leak.name}`])].map((each) => comparable(each));
          if (!paths.some(isLeftOut)) yield { message: 'file', data: { path }, span: leak.span };
        }
      }
    }
  },
);
