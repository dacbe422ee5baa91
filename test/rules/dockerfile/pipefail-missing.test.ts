import { pipefailMissing } from '../../../server/src/rules/dockerfile/pipefail-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(pipefailMissing, {
  clean: [
    'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nENV A=1\nRUN curl x | tar x\n',
    'FROM debian:13\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN curl x | tar x\n',
    'FROM alpine:3.22\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN curl x | tar x\n',
    'FROM a:1 AS b\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM b\nRUN curl x | tar x\n',
    'FROM a:1\nRUN set -o pipefail && curl x | tar x\n',
    'FROM a:1\nRUN <<EOF\ncurl x | tar x\nEOF\n',
    'FROM a:1\nRUN echo x | tee y && yes | apt-get install z\n',
    'FROM a:1\nRUN curl x | tar x || true\n',
    'FROM a:1\nRUN if curl x | grep y; then z; fi && X=$(curl x | jq y)\n',
    'FROM a:1\nSHELL ["powershell", "-Command"]\nRUN a | b\n',
    'FROM a:1\nRUN ["bash", "-c", "a | b"]\n',
    'FROM a:1\nRUN a || b; echo "x | y"\n',
  ],
  caught: [
    {
      code: 'FROM debian:13\nRUN curl -fsSL https://a.example/x.tgz ⟦|⟧ tar xz\n',
      says: 'If `curl` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
      fixed: 'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL https://a.example/x.tgz | tar xz\n',
    },
    {
      code: 'from alpine:3.22\nrun echo a | b ⟦|⟧ c | d\n',
      says: 'If `b` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
      fixed: 'from alpine:3.22\nshell ["/bin/ash", "-o", "pipefail", "-c"]\nrun echo a | b | c | d\n',
    },
    {
      code: 'FROM x/y:1\nRUN a && (wget -qO- x ⟦|⟧ sh)\n',
      says: 'If `wget` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
    },
    {
      code: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN a \\\n  && cat b ⟦|⟧ c\n',
      says: 'If `cat` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
    },
  ],
});
