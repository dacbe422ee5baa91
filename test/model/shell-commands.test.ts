import assert from 'node:assert/strict';
import { commandsOf } from '../support/dockerfile.ts';

/** Script → the commands that it runs. */
const SCRIPTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'lists and pipelines': {
    'a && b || c; d & e': ['a', 'b', 'c', 'd', 'e'],
    'a | b |& c': ['a', 'b', 'c'],
    '! a x | b': ['a x', 'b'],
    'a &&': ['a'],
    'a | ': ['a'],
    '; && a': ['a'],
    'a &&b||c;d': ['a', 'b', 'c', 'd'],
    'a \\\n  && b': ['a', 'b'],
    'a \\\n # why\n  b \\\n\n  c': ['a b c'],
  },
  comments: {
    'apt-get install x # c d': ['apt-get install x'],
    'a # && b': ['a'],
    'a x#y': ['a x#y'],
    'a "#" \'#\' \\# b': ['a "#" \'#\' \\# b'],
    'a;# b': ['a'],
    '<<E\na b # c\n# d\ne\nE': ['a b', 'e'],
    '<<E\nif a # b\nthen c # d\nfi # e\nE': ['a', 'c'],
  },
  quoting: {
    'a "b c" \'d e\' f\\ g': ['a "b c" \'d e\' f\\ g'],
    '"apt-get" install': ['apt-get install'],
    "'ap't-get x": ['apt-get x'],
    '\\curl x': ['curl x'],
    '/usr/bin/curl x': ['curl x'],
    "a $'b\\'c' d": ["a $'b\\'c' d"],
    'a "$(b "c d")" e': ['a "$(b "c d")" e', 'b "c d"'],
    'a "x && y; z | w"': ['a "x && y; z | w"'],
    'a "unterminated && b': ['a "unterminated && b'],
    '$X y': ['? y'],
  },
  substitutions: {
    'a $(b c) `d e`': ['a $(b c) `d e`', 'b c', 'd e'],
    'a=$(b) c': ['a= c', 'b'],
    'a=$(b)': ['b'],
    'a <(b) >(c)': ['a <(b) >(c)', 'b', 'c'],
    'a ${x:-$(b)}': ['a ${x:-$(b)}', 'b'],
    'a $((1 + 2)) b': ['a $((1 + 2)) b'],
    'a $( (b) )': ['a $( (b) )', 'b'],
    'a `b \\`c\\``': ['a `b \\`c\\``', 'b \\`c\\`', 'c'],
    'cat > "$(a)"': ['cat', 'a'],
  },
  redirections: {
    'a > b 2>&1 c': ['a c'],
    'a 2>/dev/null < b': ['a'],
    '> x a': ['a'],
    'a &> b c': ['a c'],
    'a >b>c d': ['a d'],
    'a {fd}> b': ['a'],
    'a <> b': ['a'],
    'a 2 > b': ['a 2'],
  },
  'assignments before a command': {
    'A=b c d': ['A= c d'],
    'A=b B="c d" e': ['A= B= e'],
    'A=b': [],
    'A+=b c': ['A= c'],
    'A=(b c) d': ['A= d'],
    'A[1]=b c': ['A= c'],
    'a B=c': ['a B=c'],
  },
  'compound commands': {
    'if a; then b; elif c; then d; else e; fi; f': ['a', 'b', 'c', 'd', 'e', 'f'],
    'for x in a b; do c $x; done; d': ['c $x', 'd'],
    'for x; do c; done': ['c'],
    'for ((i=0;i<3;i++)); do c; done': ['c'],
    'while a; do b; done < c': ['a', 'b'],
    'until a; do b; done': ['a', 'b'],
    'case $x in a|b) c;; (d) e;; *) f; g;; esac; h': ['c', 'e', 'f', 'g', 'h'],
    'case $(a) in b) c ;& d) e ;;& esac': ['a', 'c', 'e'],
    '(a; b) && { c; d; }; e': ['a', 'b', 'c', 'd', 'e'],
    'f() { a; b; }; f x': ['a', 'b', 'f x'],
    'function f { a; }; f': ['a', 'f'],
    'f() (a)': ['a'],
    '[[ a && b || $(c) ]] && d': ['c', 'd'],
    '[ a = b ] && c': ['[ a = b ]', 'c'],
    '((a > b)) && c': ['c'],
    'if a; then b': ['a', 'b'],
    'echo if then fi': ['echo if then fi'],
    'if ! a; then b; fi': ['a', 'b'],
    'set -eux; a': ['set -eux', 'a'],
    'a() { b': ['b'],
    'done; a': ['done', 'a'],
  },
  wrappers: {
    'sudo a b': ['<sudo> a b'],
    'sudo -u root -E a -b': ['<sudo> a -b'],
    'sudo --user=root a': ['<sudo> a'],
    'sudo --user root a': ['<sudo> a'],
    'sudo -- a': ['<sudo> a'],
    'sudo A=b c': ['<sudo> A= c'],
    'sudo -l': ['sudo -l'],
    'env A=b C=d e f': ['<env> A= C= e f'],
    'env -i a': ['<env> a'],
    'env -u X a': ['<env> a'],
    env: ['env'],
    'nice -n 5 a': ['<nice> a'],
    'timeout -k 5 10 a b': ['<timeout> a b'],
    'time -p a': ['<time> a'],
    'exec a b': ['<exec> a b'],
    'exec > x': ['exec'],
    'nohup a': ['<nohup> a'],
    'command a': ['<command> a'],
    'command -v a': ['command -v a'],
    'a | xargs -n 1 -P4 b c': ['a', '<xargs> b c'],
    'xargs -I {} a {} < b': ['<xargs> a {}'],
    'xargs --max-args=1 a': ['<xargs> a'],
    'sudo -H env A=b nice a': ['<sudo> <env> <nice> A= a'],
    'gosu app a b': ['<gosu> a b'],
    'busybox wget x': ['<busybox> wget x'],
    'chroot /x a': ['<chroot> a'],
  },
  'scripts as text': {
    'sh -c "a && b"': ['sh -c "a && b"', 'a', 'b'],
    "bash -euxo pipefail -c 'a | b' c": ["bash -euxo pipefail -c 'a | b' c", 'a', 'b'],
    'bash -lc "a b"': ['bash -lc "a b"', 'a b'],
    'sh -c "a $(b)"': ['sh -c "a $(b)"', 'a $(b)', 'b'],
    "sh -c 'a $(b)'": ["sh -c 'a $(b)'", 'a $(b)', 'b'],
    'bash -c "sh -c \'a b\'"': ['bash -c "sh -c \'a b\'"', "sh -c 'a b'", 'a b'],
    'eval "a b" c': ['eval "a b" c', 'a b c'],
    'eval $(a)': ['eval $(a)', '?', 'a'],
    "su app -c 'a b'": ["su app -c 'a b'", 'a b'],
    "su - app --command 'a b'": ["su - app --command 'a b'", 'a b'],
    'find . -type d -exec chmod 777 {} \\;': ['find . -type d -exec chmod 777 {} \\;', 'chmod 777 {}'],
    "find . -execdir sudo a + b '{}' + -ok c ';' -print": [
      "find . -execdir sudo a + b '{}' + -ok c ';' -print",
      "<sudo> a + b '{}'",
      'c',
    ],
    'find . -exec sh -c "a; b" {} +': ['find . -exec sh -c "a; b" {} +', 'sh -c "a; b" {}', 'a', 'b'],
    'find . -exec': ['find . -exec'],
    'xargs sh -c "a"': ['<xargs> sh -c "a"', 'a'],
    'bash x.sh': ['bash x.sh'],
    'bash <<< "a b"': ['bash', 'a b'],
    "sudo sh -s <<< 'a; b'": ['<sudo> sh -s', 'a', 'b'],
    'cat <<< "a b"': ['cat'],
    'bash x.sh <<< "a b"': ['bash x.sh'],
    "echo 'a b' | sh": ["echo 'a b'", 'sh', 'a b'],
    'echo -n a b | bash -s -- c': ['echo -n a b', 'bash -s -- c', 'a b'],
    'curl x | sh': ['curl x', 'sh'],
    'echo a | grep b': ['echo a', 'grep b'],
    'bash < x': ['bash'],
    'python3 -c "a b"': ['python3 -c "a b"'],
  },
  'here-documents': {
    '<<E\na b\nc\nE': ['a b', 'c'],
    '<<-E\n\ta b\n\tE': ['a b'],
    "<<'E'\na $(b)\nE": ['a $(b)', 'b'],
    'bash <<E\na b\nE': ['bash', 'a b'],
    'bash -ex <<E && c\na\nE': ['bash -ex', 'a', 'c'],
    'cat <<E | sh\na b\nE': ['cat', 'sh', 'a b'],
    'cat <<E > x\na b\nE': ['cat'],
    'cat <<E > x && b\na\nE': ['cat', 'b'],
    'cat <<E\n$(a b)\nE': ['cat', 'a b'],
    "cat <<'E'\n$(a b)\nE": ['cat'],
    'sh <<E\na $(b)\nE': ['sh', 'a $(b)', 'b'],
    '<<E\ncat <<F | sh\na b\nF\nc\nE': ['cat', 'sh', 'a b', 'c'],
    '<<E\n#!/bin/bash\na\nE': ['a'],
    '<<E\n#!/usr/bin/env python3\nimport os\nE': [],
    '<<E\n#!/usr/bin/env -S bash -e\na\nE': ['a'],
    'python3 <<E\nimport os\nE': ['python3'],
    'su app <<E\na b\nE': ['su app', 'a b'],
    'a <<E <<F\nx\nE\ny\nF': ['a'],
  },
};

describe('the commands of a script', () => {
  for (const [construct, scripts] of Object.entries(SCRIPTS))
    describe(construct, () => {
      for (const [script, expected] of Object.entries(scripts))
        it(JSON.stringify(script), () => assert.deepEqual(commandsOf(script).toSorted(), expected.toSorted()));
    });
});

describe('values that the shell splits', () => {
  const CASES: readonly (readonly [before: string, script: string, expected: readonly string[]])[] = [
    ['ENV APT="apt-get -y"\n', '$APT install x', ['apt-get $APT install x']],
    ['ENV APT="apt-get -y"\n', '${APT} install x', ['apt-get ${APT} install x']],
    ['ENV APT="apt-get -y"\n', '"$APT" install x', ['apt-get -y install x']],
    ['ENV S="sudo -E"\n', '$S curl x', ['<sudo> curl x']],
    ['ENV S=\n', '$S curl x', ['curl x']],
    ['ENV S="  a   b "\n', '$S c', ['a $S c']],
    ['ENV S="a b"\n', 'x$S', ['xa $S']],
    ['ENV S="a b"\n', "${S}'c d'e f", ["a ${S}'c d'e f"]],
    ['ARG S="a b"\n', '$S', ['a $S']],
    ['ARG S\n', '$S c', ['? c']],
    ['ENV S="a b"\n', 'S="c d"; $S e', ['? e']],
    ['ENV S="a b"\n', 'for S in c d; do $S e; done', ['? e']],
    ['ENV S="a b"\n', 'read -r S; $S e', ['read -r S', '? e']],
    ['ENV S="sh -c"\n', '$S "a b"', ['sh $S "a b"', 'a b']],
  ];
  for (const [before, script, expected] of CASES)
    it(JSON.stringify(before + script), () => assert.deepEqual(commandsOf(script, before), expected));

  it('is bounded', () => {
    const found = commandsOf('$A '.repeat(1000), `ENV A="${'a '.repeat(400)}"\n`);
    assert.equal(found.length, 1);
  });
});

describe('other shells', () => {
  const CASES: readonly (readonly [before: string, script: string, expected: readonly string[]])[] = [
    ['SHELL ["/bin/bash", "-o", "pipefail", "-c"]\n', 'a | b', ['a', 'b']],
    ['SHELL ["powershell", "-Command"]\n', 'curl -k x', []],
    ['SHELL ["C:\\\\Windows\\\\System32\\\\cmd.exe", "/S", "/C"]\n', 'curl -k x', []],
    ['SHELL ["/usr/bin/python3", "-c"]\n', 'import os', []],
    ['SHELL ["powershell"]\nSHELL ["/bin/sh", "-c"]\n', 'a', ['a']],
    ['', '["sh", "-c", "a && b \\"c\\""]', ['sh -c a && b \\"c\\"', 'a', 'b \\"c\\"']],
    ['', '["a", "$(b)", "c && d"]', ['a $(b) c && d']],
    ['', '["sudo", "-u", "x", "a"]', ['<sudo> a']],
  ];
  for (const [before, script, expected] of CASES)
    it(JSON.stringify(before + script), () => assert.deepEqual(commandsOf(script, before), expected));
});
