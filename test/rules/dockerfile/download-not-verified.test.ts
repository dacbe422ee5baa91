import { downloadNotVerified } from '../../../server/src/rules/dockerfile/download-not-verified.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(downloadNotVerified, {
  clean: [
    'FROM a:1\nADD --checksum=sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa https://a.example/x /x\n',
    'FROM a:1\nADD x.tar.gz /x\n',
    'FROM a:1\nADD https://a.example/x.git#v1 /x\nADD https://a.example/x.git /y\n',
    'FROM a:1\nADD git@a.example:x/y.git /x\n',
    'FROM a:1\nADD $URL /x\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nADD ⟦https://a.example/x.tar.gz⟧ /x/\n',
      says: 'Nothing checks what a.example sends. Add `--checksum=sha256:…` with the hash of the file.',
      fixed: 'FROM a:1\nADD --checksum=sha256:<hash> https://a.example/x.tar.gz /x/\n',
      left: 0,
    },
    {
      code: 'FROM a:1\nARG V=1\nADD --chown=1000 ⟦https://a.example/$V/x⟧ /x\n',
      says: 'Nothing checks what a.example sends. Add `--checksum=sha256:…` with the hash of the file.',
      fixed: 'FROM a:1\nARG V=1\nADD --chown=1000 --checksum=sha256:<hash> https://a.example/$V/x /x\n',
      left: 0,
    },
    {
      code: 'FROM a:1\nADD [⟦"http://a.example/x"⟧, "/x"]\n',
      says: 'Nothing checks what a.example sends. Add `--checksum=sha256:…` with the hash of the file.',
    },
  ],
});
