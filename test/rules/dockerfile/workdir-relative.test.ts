import { workdirRelative } from '../../../server/src/rules/dockerfile/workdir-relative.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(workdirRelative, {
  clean: [
    'FROM a:1\nWORKDIR /app\nWORKDIR src\n',
    'FROM a:1 AS b\nWORKDIR /app\nFROM b\nWORKDIR src\n',
    'FROM a:1\nWORKDIR $HOME/app\n',
    'FROM a:1\nARG D=/x\nWORKDIR ${D}\n',
    'FROM a:1\nWORKDIR C:\\\\app\nWORKDIR c:/x\n',
    'FROM a:1\nRUN WORKDIR app\n',
    'FROM a:1\nWORKDIR $HOME\nWORKDIR src\nWORKDIR lib\n',
    'FROM a:1 AS b\nWORKDIR $HOME\nFROM b\nWORKDIR src\n',
    'FROM a:1\nONBUILD WORKDIR /app\nONBUILD WORKDIR src\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nWORKDIR ⟦app⟧\n',
      says: 'Where "app" lies depends on the base image. Write the whole path, such as `/app`.',
      fixed: 'FROM alpine:3.22\nWORKDIR /app\n',
    },
    {
      code: 'FROM a:1\nworkdir ⟦./src/app⟧\nWORKDIR ⟦lib⟧\n',
      says: [
        'Where "./src/app" lies depends on the base image. Write the whole path, such as `/src/app`.',
        'Where "lib" lies depends on the base image. Write the whole path, such as `/lib`.',
      ],
      fixed: 'FROM a:1\nworkdir /src/app\nWORKDIR /lib\n',
    },
    {
      code: 'FROM a:1\nARG D=x\nWORKDIR ⟦$D⟧\n',
      says: 'Where "x" lies depends on the base image. Write the whole path, such as `/x`.',
    },
    {
      code: 'FROM a:1\nONBUILD WORKDIR ⟦app⟧\n',
      says: 'Where "app" lies depends on the base image. Write the whole path, such as `/app`.',
      fixed: 'FROM a:1\nONBUILD WORKDIR /app\n',
    },
    {
      code: 'FROM a:1\nWORKDIR ⟦"app"⟧\n',
      says: 'Where "app" lies depends on the base image. Write the whole path, such as `/app`.',
      fixed: 'FROM a:1\nWORKDIR "/app"\n',
    },
    {
      code: 'FROM a:1\nWORKDIR ⟦.⟧\n',
      says: 'Where "." lies depends on the base image. Write the whole path, such as `/app`.',
    },
    {
      code: 'FROM a:1\nWORKDIR ⟦~/src⟧\n',
      says: 'Where "~/src" lies depends on the base image. Write the whole path, such as `/src`.',
    },
  ],
});
