import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sliceOf } from '../../server/src/base/span.ts';
import {
  attributeOf,
  attributeText,
  childOf,
  nameSpanOf,
  parseXml,
  partOf,
  textOf,
  xmlComments,
  type XmlElement,
} from '../../server/src/model/xml/index.ts';

/** `name[attribute=value]"text"(children)`. */
const shown = (text: string, element: XmlElement): string => {
  const own = textOf(text, element)?.text ?? '';
  const attributes = element.attributes.map(({ name, value }) => `${name}=${value.text}`).join(' ');
  const children = element.children.map((child) => shown(text, child)).join(' ');
  return `${element.name}${attributes && `[${attributes}]`}${own && `"${own}"`}${children && `(${children})`}`;
};
const read = (text: string): string =>
  parseXml(text)
    .root.children.map((child) => shown(text, child))
    .join(' ');
const problems = (text: string): number => parseXml(text).problems.length;

describe('XML', () => {
  it('reads elements, attributes, text, comments, CDATA and declarations', () => {
    const valid: Readonly<Record<string, string>> = {
      '<a/>': 'a',
      '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<a></a>\r\n': 'a',
      '<!DOCTYPE a [ <!ENTITY b "c>"> ]><a>x</a>': 'a"x"',
      '<a b=\'1\' c = "2"\n d="\'" />': "a[b=1 c=2 d=']",
      '<a>\n  <b> x </b>\n  <c/>\n</a>': 'a(b"x" c)',
      '<a>1<!-- 2 -->3<![CDATA[<4>&amp;]]><b/>5</a>': 'a"13<4>&amp;5"(b)',
      '<a>&lt;&#65;&#x1F600;&quot;&unknown;&#0;</a>': 'a"<A😀"&unknown;&#0;"',
      '<p:a xmlns:p="x" p:b="1"><p:c/></p:a>': 'a[xmlns:p=x p:b=1](c)',
      '<a b="x > y"><?go on?></a>': 'a[b=x > y]',
      '<a><a><a/></a></a>': 'a(a(a))',
      '<ä-1.b_c/>': 'ä-1.b_c',
      '': '',
    };
    for (const [text, expected] of Object.entries(valid)) {
      assert.equal(read(text), expected);
      assert.equal(problems(text), 0, text);
    }
  });

  it('mends what is broken', () => {
    const broken: Readonly<Record<string, string>> = {
      '<a><b>1</b>': 'a(b"1")',
      '<a><b>1</a>': 'a(b"1")',
      '<a><b>1</b></c></a>': 'a(b"1")',
      '<a><bcd>1</bc></a>': 'a(bcd"1")',
      '<a><bc>1</bcd></a>': 'a(bcd"1")',
      '<a>b>1</b></a>': 'a(b"1")',
      '<a><b1.0</b><c/></a>': 'a(b"1.0" c)',
      '<a><b${c} [1,2)</b><b>3</b></a>': 'a(b"${c} [1,2)" b"3")',
      '<a><b>1/b><c/></a>': 'a(b"1" c)',
      '<a>\n  <b>1<b>\n  <c>2</c>\n</a>': 'a(b"1" c"2")',
      '<a>\n  <b>\n    <c/>\n  <b>\n  <b>\n    <d/>\n  </b>\n</a>': 'a(b(c) b(d))',
      '<a\n  <b/>\n</a>': 'a(b)',
      '<a><b/</a>': 'a(b)',
      '<a>\n  <b c="1 />\n  <b c="2" />\n</a>': 'a(b[c=1 ] b[c=2])',
      '<a>\n  <b c=1" d="2" />\n  <b c"3" />\n</a>': 'a(b[c=1 d=2] b[c=3])',
      '<a b="<" />': 'a[b=<]',
      '<a>\nb c="1">\n<d/></b></a>': 'a(b[c=1](d))',
      '<a><!-- x\n<b/>\n<!-- y --><c/></a>': 'a(b c)',
      '<a><!-- x\n<b/></a>': 'a(b)',
      '<a><!- x --><b/></a>': 'a(b)',
      '<xml version="1.0"?>\n<a/>': 'a',
      '<?xml version="1.0">\n<a/>': 'a',
      '<a><![CDATA[1\n<b/></a>': 'a"1"(b)',
    };
    for (const [text, expected] of Object.entries(broken)) {
      assert.equal(read(text), expected);
      assert.ok(problems(text) > 0, text);
    }
  });

  it('knows the place of every value, and of its parts', () => {
    const text = '<a b=" x&amp;y "><c> 1<!-- 0 -->.2 </c></a>';
    const a = parseXml(text).root.children[0];
    assert.ok(a);
    assert.equal(sliceOf(text, nameSpanOf(a)), 'a');
    const b = attributeText(a, 'b');
    assert.equal(b?.text, 'x&y');
    assert.equal(sliceOf(text, b.span), 'x&amp;y');
    assert.equal(sliceOf(text, partOf(b, 1, 2).span), '&amp;');
    assert.equal(sliceOf(text, partOf(b, 2, 3).span), 'y');
    assert.equal(sliceOf(text, attributeOf(a, 'b') ?? a), 'b=" x&amp;y "');
    const c = textOf(text, childOf(a, 'c'));
    assert.equal(c?.text, '1.2');
    assert.equal(sliceOf(text, c.span), '1<!-- 0 -->.2');
    assert.equal(sliceOf(text, partOf(c, 1, 3).span), '.2');
    assert.equal(textOf(text, childOf(a, 'd')), undefined);
  });

  it('says what a comment is about', () => {
    const text =
      '<a>\n  <!-- one -->\n  <b>\n    <c/> <!-- two -->\n  </b>\n  <d> <!-- three -->\n    <e/>\n  </d>\n  <f>\n    <!-- four -->\n    1\n  </f>\n</a>\n<!-- five -->\n';
    assert.deepEqual(
      xmlComments(text, parseXml(text)).map((one) => `${one.text}: ${sliceOf(text, one.covers).replaceAll(/\s+/g, ' ')}`),
      [
        'one: <b> <c/> <!-- two --> </b>',
        'two:  <c/> <!-- two -->',
        'three:  <d> <!-- three --> <e/> </d>',
        'four: <!-- four --> 1 ',
        'five: <!-- five -->',
      ],
    );
  });

  it('never throws, and every place is in the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<a',
        '<a>',
        '</a>',
        '</',
        '/>',
        '>',
        '<',
        '"',
        "'",
        '=',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
        '\n',
        '  ',
      ),
      fc.constantFrom('b="1"', '&amp;', '&#x', ';', 'a>', '/a>', '<!DOCTYPE', '[', ']', '<b c="', '\uFEFF', 'x'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { root, comments, problems: found } = parseXml(text);
        const all = [root];
        for (const element of all) {
          all.push(...element.children);
          const value = textOf(text, element);
          const { start, contentStart, contentEnd, end, parent } = element;
          assert.ok(start <= contentStart && contentStart <= contentEnd && contentEnd <= end && end <= text.length, text);
          assert.ok(!parent || (parent.contentStart <= start && end <= parent.contentEnd), text);
          assert.ok(!value || (value.span.start <= value.span.end && value.span.end <= text.length), text);
          assert.equal(value?.units?.length ?? value?.text.length, value?.text.length);
        }
        for (const { start, end } of [...comments, ...found.map(({ span }) => span)])
          assert.ok(start <= end && end <= text.length, text);
        xmlComments(text, parseXml(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads hostile texts in linear time', function () {
    this.timeout(4000);
    const n = 30_000;
    for (const part of [
      '<a>',
      '<!--',
      '<?xml ',
      '<a b="',
      "<a b='x\n",
      '</a>',
      '<!DOCTYPE [',
      '<![CDATA[',
      'a>',
      ' b',
      '<a\n>',
      '"',
      '&#65;',
      '<a b="<',
    ])
      parseXml(part.repeat(n));
    parseXml(`<a>${' '.repeat(n)}${'<b>'.repeat(n)}`);
    parseXml(`${'<a>\n'.repeat(n)}${'</b>'.repeat(n)}`);
  });
});
