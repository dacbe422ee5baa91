import { shellRunInScratch } from '../../../server/src/rules/dockerfile/shell-run-in-scratch.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(shellRunInScratch, {
  clean: [
    'FROM scratch\nADD rootfs.tar.xz /\nRUN ls\n',
    'FROM scratch\nCOPY --from=busybox /bin /bin\nRUN ls\n',
    'FROM scratch\nRUN ["/app", "--init"]\n',
    'FROM a:1\nRUN ls\n',
    'FROM scratch\nRUN --mount=from=busybox,target=/bin ls\n',
    'FROM scratch AS b\nCOPY a /\nFROM b\nRUN ls\n',
  ],
  caught: [
    {
      code: 'FROM scratch\n⟦RUN⟧ mkdir /app\nCOPY app /app/\n',
      says: 'There is no shell in an empty image. Run this in another stage and copy the result.',
    },
    {
      code: 'FROM scratch AS b\nENV A=1\nFROM b\n⟦run⟧ ls\n',
      says: 'There is no shell in an empty image. Run this in another stage and copy the result.',
    },
    {
      code: 'FROM scratch\n⟦RUN⟧ <<EOF\nls\nEOF\n',
      says: 'There is no shell in an empty image. Run this in another stage and copy the result.',
    },
  ],
});
