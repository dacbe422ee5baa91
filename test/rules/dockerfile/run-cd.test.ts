import { runCd } from '../../../server/src/rules/dockerfile/run-cd.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(runCd, {
  clean: [
    'FROM a:1\nWORKDIR /app\nRUN make\n',
    'FROM a:1\nRUN (cd /x && make) && make install\n',
    'FROM a:1\nRUN cd /a && make && cd /b && make\n',
    'FROM a:1\nRUN cd /a && make && cd -\n',
    'FROM a:1\nRUN for d in a b; do cd $d; done\n',
    'FROM a:1\nRUN <<EOF\ncd /x\nmake\nEOF\n',
    'FROM a:1\nRUN echo cd /x\n',
    'FROM a:1\nRUN cd "$(mktemp -d)" && make\n',
    'FROM a:1\nRUN cd `x`/y && make\n',
    'FROM a:1\nRUN D=$(mktemp -d); cd "$D"; make\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nRUN ⟦cd⟧ /src && make\n',
      says: '`cd` holds only for this RUN. Use `WORKDIR /src`.',
      fixed: 'FROM alpine:3.22\nWORKDIR /src\nRUN make\nWORKDIR /\n',
    },
    {
      code: 'FROM a:1\nWORKDIR /app\nRUN ⟦cd⟧ /src \\\n  && make \\\n  && make install\nCOPY a .\n',
      says: '`cd` holds only for this RUN. Use `WORKDIR /src`.',
      fixed: 'FROM a:1\nWORKDIR /app\nWORKDIR /src\nRUN make \\\n  && make install\nWORKDIR /app\nCOPY a .\n',
    },
    { code: 'FROM a:1\nRUN git clone x && ⟦cd⟧ x && make\nCMD ["a"]\n', says: '`cd` holds only for this RUN. Use `WORKDIR x`.' },
    { code: 'FROM a:1\nRUN ⟦cd⟧ $DIR; make\n', says: '`cd` holds only for this RUN. Use `WORKDIR $DIR`.' },
    {
      code: 'FROM a:1\nRUN ⟦cd⟧ /opt\n',
      says: '`cd` holds only for this RUN. Use `WORKDIR /opt`.',
      fixed: 'FROM a:1\nWORKDIR /opt\n',
    },
    {
      code: 'FROM a:1\nWORKDIR /app\n# Build it.\nRUN ⟦cd⟧ -P -- web && make\n',
      says: '`cd` holds only for this RUN. Use `WORKDIR web`.',
      fixed: 'FROM a:1\nWORKDIR /app\nWORKDIR web\n# Build it.\nRUN make\nWORKDIR /app\n',
    },
    // Where the base image ends is not known, and the image would end elsewhere.
    { code: 'FROM x/y:1\nRUN ⟦cd⟧ /src && make\n', says: '`cd` holds only for this RUN. Use `WORKDIR /src`.' },
    {
      code: 'FROM x/y:1 AS b\nRUN ⟦cd⟧ /src && make\nFROM a:1\nCOPY --from=b /src/x /x\n',
      says: '`cd` holds only for this RUN. Use `WORKDIR /src`.',
      fixed: 'FROM x/y:1 AS b\nWORKDIR /src\nRUN make\nFROM a:1\nCOPY --from=b /src/x /x\n',
    },
    { code: "FROM a:1\nRUN ⟦cd⟧ '/a$b' && make\n", says: '`cd` holds only for this RUN. Use `WORKDIR /a$b`.' },
    { code: 'FROM a:1\nRUN a; ⟦cd⟧ /x && make\n', says: '`cd` holds only for this RUN. Use `WORKDIR /x`.' },
    { code: 'FROM a:1\nONBUILD RUN ⟦cd⟧ /x && make\n', says: '`cd` holds only for this RUN. Use `WORKDIR /x`.' },
  ],
});
