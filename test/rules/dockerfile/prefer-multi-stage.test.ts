import { preferMultiStage } from '../../../server/src/rules/dockerfile/prefer-multi-stage.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(preferMultiStage, {
  clean: [
    'FROM a:1\nRUN apk add --no-cache --virtual .d gcc && make && apk del .d\n',
    'FROM a:1\nRUN apt-get install -y gcc && make install && apt-get purge -y --auto-remove gcc\n',
    'FROM golang:1.25 AS b\nRUN go build\nFROM scratch\nCOPY --from=b /a /a\n',
    'FROM node:24\nRUN npm ci && npm run start\n',
    'FROM a:1\nRUN echo make && apk add make\n',
    'FROM a:1\nRUN go version\n',
    'FROM a:1\nRUN make clean && make -C src distclean && make -j 4 V=1 mrproper && make uninstall help\n',
  ],
  caught: [
    {
      code: 'FROM golang:1.25\nCOPY . .\nRUN ⟦go⟧ build -o /app .\n',
      says: '`go build` builds in the only stage, so its tools and sources stay in the image. Build in a stage of its own.',
    },
    {
      code: 'FROM node:24\nRUN npm ci && ⟦npm⟧ run build\nRUN npm run build:css\n',
      says: '`npm run build` builds in the only stage, so its tools and sources stay in the image. Build in a stage of its own.',
    },
    {
      code: 'FROM a:1\nRUN cd /src && ./configure && ⟦make⟧ -j4 && make install\n',
      says: '`make` builds in the only stage, so its tools and sources stay in the image. Build in a stage of its own.',
    },
    {
      code: 'FROM a:1\nRUN ⟦./mvnw⟧ -q clean package\n',
      says: '`mvnw package` builds in the only stage, so its tools and sources stay in the image. Build in a stage of its own.',
    },
    {
      code: 'FROM a:1\nRUN make clean && ⟦make⟧ clean all\n',
      says: '`make` builds in the only stage, so its tools and sources stay in the image. Build in a stage of its own.',
    },
    {
      code: 'FROM a:1\nRUN ⟦make⟧ -C clean "$TARGET"\n',
      says: '`make` builds in the only stage, so its tools and sources stay in the image. Build in a stage of its own.',
    },
    {
      code: 'FROM a:1\nRUN ⟦make⟧ -j 4\n',
      says: '`make` builds in the only stage, so its tools and sources stay in the image. Build in a stage of its own.',
    },
  ],
});
