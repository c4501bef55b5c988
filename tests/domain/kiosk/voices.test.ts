import { describe, expect, it } from 'vitest';
import { voiceSpeaks } from '../../../src/i18n/languages.ts';

describe('a voice', () => {
  it('reads Chinese out, whichever of its tags the system uses', () => {
    for (const tag of ['zh-CN', 'zh_CN', 'zh', 'zh-TW', 'cmn', 'cmn-CN']) expect([tag, voiceSpeaks(tag, 'zh')]).toEqual([tag, true]);
  });
  it('does not read out another language', () => {
    for (const tag of ['en-US', 'cmnx', 'zha', '', 'yue', 'ja-JP']) expect([tag, voiceSpeaks(tag, 'zh')]).toEqual([tag, false]);
    expect(voiceSpeaks('cmn', 'en')).toBe(false);
    expect(voiceSpeaks('en_GB', 'en')).toBe(true);
  });
});
