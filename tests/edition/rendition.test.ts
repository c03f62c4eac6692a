import { describe, expect, it } from 'vitest';
import { generatedText, renditionOfRend, renditionOfStyle } from '../../src/edition/rendition.ts';

describe('a rendition', () => {
  it('knows the words of @rend', () => {
    expect(renditionOfRend('Italic SC  sup')).toMatchObject({
      classes: ['italic', 'small-caps', 'superscript'],
      refused: [],
    });
    expect(renditionOfRend('quoted')).toMatchObject({ before: '“', after: '”' });
    expect(renditionOfRend('pre(«) post(»)')).toMatchObject({ before: '«', after: '»' });
    expect(renditionOfRend('weird')).toMatchObject({ classes: [], refused: ['weird'] });
  });

  it('reads CSS, what it knows as classes and the safe rest as it is', () => {
    expect(renditionOfStyle('font-style: italic; COLOR:red;/* x; */margin-left: 2em')).toMatchObject({
      classes: ['italic'],
      style: 'color: red; margin-left: 2em',
      refused: [],
    });
  });

  it.each([
    'background: url(javascript:alert(1))',
    'color: expression(alert(1))',
    'color: red; behavior: url(#x)',
    'width: calc(1px + var(--x))',
    '-moz-binding: url(x)',
    'color: "red"',
    'color: red}body{display:none',
    'font-family: x',
    'position: fixed',
    'color: \\75rl(x)',
    'color:red/*',
    'content: "x"',
    'display: flex',
  ])('refuses %s', (style) => {
    const rendition = renditionOfStyle(style);
    expect(rendition.style).not.toMatch(/url|expression|var|"|[{}\\]|behavior|binding|position|flex|content/);
    expect(rendition.style === '' || rendition.style === 'color: red').toBe(true);
  });

  it('reads the text that a rendition generates', () => {
    expect(generatedText('content: "\\201C" \'x\'')).toBe('“x');
    expect(generatedText('content: attr(n)')).toBe('');
  });

  it('treats hostile words as words', () => {
    expect(renditionOfRend('__proto__ constructor')).toMatchObject({ refused: ['__proto__', 'constructor'] });
  });
});
