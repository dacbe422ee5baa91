import { addInsteadOfCopy } from '../../../server/src/rules/dockerfile/add-instead-of-copy.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = 'ADD only copies local files here. Use COPY, which cannot unpack or download anything.';

testRule(addInsteadOfCopy, {
  clean: [
    'FROM a:1\nCOPY a b\n',
    'FROM a:1\nADD rootfs.tar.gz /\n',
    'FROM a:1\nADD https://example.com/a /a\n',
    'FROM a:1\nADD git@github.com:example/app.git /src\n',
    'FROM a:1\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d a /\n',
    'FROM a:1\nADD --unpack=true a /\n',
    'FROM a:1\nADD $SOURCE /\n',
    'FROM a:1\nARG FILE=rootfs.tgz\nADD $FILE /\n',
    'FROM a:1\nADD a.txt b.tar.xz /x/\n',
    'FROM a:1\nADD ["rootfs.tar", "/"]\n',
    'FROM a:1\nADD a\n',
    'FROM a:1\nADD\n',
    'FROM a:1\nCOPY <<EOF /x\nADD a b\nEOF\n',
    'FROM a:1\nADD dist/$NAME /\nADD $DIR/a.txt /\nADD a/${X:-b.txt} /\nADD github.com/a/$B.txt /\n',
    'FROM a:1\nADD dist/app-$VERSION.tar.gz /\nADD a.tlz b.tZ c.tar.lz4 /x/\n',
  ],
  caught: [
    { code: 'FROM a:1\n⟦ADD⟧ app /app\n', says, fixed: 'FROM a:1\nCOPY app /app\n' },
    { code: 'from a:1\n⟦add⟧ . /app', says, fixed: 'from a:1\ncopy . /app' },
    {
      code: 'FROM a:1\n⟦ADD⟧ --chown=1:1 --chmod=644 \\\n  # a comment\n  a \\\n  b c/\n',
      says,
      fixed: 'FROM a:1\nCOPY --chown=1:1 --chmod=644 \\\n  # a comment\n  a \\\n  b c/\n',
    },
    { code: 'FROM a:1\n⟦ADD⟧ ["a b", "/c d"]\n', says, fixed: 'FROM a:1\nCOPY ["a b", "/c d"]\n' },
    { code: 'FROM a:1\nONBUILD ⟦ADD⟧ src /src\n', says, fixed: 'FROM a:1\nONBUILD COPY src /src\n' },
    {
      code: 'FROM a:1\nARG JAR=app.jar\n⟦ADD⟧ target/$JAR /app.jar\n',
      says,
      fixed: 'FROM a:1\nARG JAR=app.jar\nCOPY target/$JAR /app.jar\n',
    },
    { code: 'FROM a:1\n⟦ADD⟧ <<EOF /etc/app.conf\na=b\nEOF\n', says, fixed: 'FROM a:1\nCOPY <<EOF /etc/app.conf\na=b\nEOF\n' },
    {
      code: 'FROM a:1\n⟦ADD⟧ *.jar /app/\n⟦ADD⟧ dist/* /app/\n',
      says: [says, says],
      fixed: 'FROM a:1\nCOPY *.jar /app/\nCOPY dist/* /app/\n',
    },
    {
      code: 'FROM a:1\n⟦ADD⟧ target/app-${VERSION}.jar /app.jar\n⟦ADD⟧ ./$X.json /\n',
      says: [says, says],
      fixed: 'FROM a:1\nCOPY target/app-${VERSION}.jar /app.jar\nCOPY ./$X.json /\n',
    },
  ],
});
