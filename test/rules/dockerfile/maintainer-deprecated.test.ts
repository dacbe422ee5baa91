import { maintainerDeprecated } from '../../../server/src/rules/dockerfile/maintainer-deprecated.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(maintainerDeprecated, {
  clean: ['FROM a:1\nLABEL maintainer="me"\n', 'FROM a:1\n# MAINTAINER me\n', 'FROM a:1\nRUN echo MAINTAINER\n'],
  caught: [
    {
      code: 'FROM alpine:3.22\n⟦MAINTAINER⟧ Jo Doe <jo@shop.example>\n',
      says: 'MAINTAINER is deprecated. Use the label org.opencontainers.image.authors.',
      fixed: 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="Jo Doe <jo@shop.example>"\n',
    },
    {
      code: 'FROM a:1\n⟦maintainer⟧ "me"\n',
      says: 'MAINTAINER is deprecated. Use the label org.opencontainers.image.authors.',
      fixed: 'FROM a:1\nlabel org.opencontainers.image.authors="me"\n',
    },
    {
      code: 'FROM a:1\n⟦MAINTAINER⟧ a "b" $c\n',
      says: 'MAINTAINER is deprecated. Use the label org.opencontainers.image.authors.',
      fixed: 'FROM a:1\nLABEL org.opencontainers.image.authors="a \\"b\\" \\$c"\n',
    },
    {
      code: 'FROM a:1\n⟦MAINTAINER⟧ a \\\n # c\n b\n',
      says: 'MAINTAINER is deprecated. Use the label org.opencontainers.image.authors.',
    },
    {
      code: '# escape=`\nFROM a:1\n⟦MAINTAINER⟧ a\\b `c "d"\n',
      says: 'MAINTAINER is deprecated. Use the label org.opencontainers.image.authors.',
      fixed: '# escape=`\nFROM a:1\nLABEL org.opencontainers.image.authors="a\\b ``c `"d`""\n',
    },
  ],
});
