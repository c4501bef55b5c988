import { describe, expect, it } from 'vitest';
import { checkGuide, renderGuide, skillsIn } from '../../../src/lesson-mdx/guide.ts';

const GUIDE = `# 怎么带这门课

## 时间

| 分钟 | 做什么 |
| --- | --- |
| 10 | 看圈 |

## 技能检查

- [ ] 先试枪，再灌药
- 按最重的羊定量

### 补充

- 做记号

## 收尾

- 问谁还不明白
`;

describe('a trainer’s guide', () => {
  it('shows tables, and boxes to tick with a pen', () => {
    const { title, html } = renderGuide(`\uFEFF${GUIDE}`);
    expect(title).toBe('怎么带这门课');
    expect(html).toContain('<td>看圈</td>');
    expect(html).toContain('☐ 先试枪');
    expect(html).not.toContain('<input');
  });
  it('lists the skills below its heading and below nothing else', () => {
    expect(skillsIn(GUIDE)).toEqual(['先试枪，再灌药', '按最重的羊定量', '做记号']);
    expect(skillsIn(GUIDE.replace('技能检查', '看什么'))).toEqual([]);
  });
  it('never carries HTML, whoever wrote it', () => {
    expect(renderGuide('# a\n\n<script>alert(1)</script>\n\n<b>fat</b>').html).not.toMatch(/<script|<b>/);
  });
  it('is refused with components, expressions or without a title', () => {
    const codes = (source: string) => checkGuide('guide.zh.mdx', source).map(({ line, code }) => `${line} ${code}`);
    expect(codes(GUIDE)).toEqual([]);
    expect(codes('# a\n\n<Tip>b</Tip>\n\nc {1 + 1}')).toEqual(['3 raw-tag', '5 expression']);
    expect(codes('a\n')).toEqual(['1 no-title']);
  });
});
