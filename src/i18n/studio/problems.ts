import type { Language, LessonProblem } from '../../lesson-mdx/checked-lesson.ts';

/** The same problems as in lesson-mdx, said without markup, for people who write in blocks. */
const PLAIN: Record<string, Record<Language, string>> = {
  'no-right-answer': { zh: '没有正确答案。请标出一个。', en: 'has no right answer. Mark one.' },
  'two-right-answers': {
    zh: '只能有一个正确答案。请只标一个，或改用多选题。',
    en: 'may have only one right answer. Mark one, or use “several right answers”.',
  },
  'too-few-choices': { zh: '至少要有两个选项。', en: 'needs at least two choices.' },
  'too-many-choices': { zh: '最多八个选项。', en: 'may have eight choices at most.' },
  'prompt-missing': { zh: '还没写问什么。', en: 'asks nothing yet. Write the question.' },
  'alt-missing': { zh: '请用一句话说出图里有什么。', en: 'say in one sentence what the picture shows.' },
  'picture-missing': { zh: '还没选图，或图不在这一课里。', en: 'no picture is chosen, or it is not in this lesson.' },
  'empty-component': { zh: '是空的。请写上内容，或删去这一块。', en: 'is empty. Write something in it, or delete the block.' },
  'missing-prop': { zh: '有一格还空着。请填上。', en: 'one field is still empty. Fill it in.' },
  'transcript-missing': {
    zh: '最好写上录音里说了什么，听不清的人也能看懂。',
    en: 'write down what is said, for those who cannot hear it.',
  },
  'unknown-objective': { zh: '还没选考哪个目标。', en: 'choose the objective it tests.' },
  'objective-without-question': {
    zh: '有一个目标没有题目考它。请出一道题，或删去这个目标。',
    en: 'an objective has no question. Write one that tests it, or remove the objective.',
  },
  'question-in-one-language': { zh: '另一种语言里没有这道题。请补上。', en: 'this question is missing in the other language. Add it.' },
  'answers-differ': { zh: '两种语言的正确答案不一样。', en: 'the right answer differs between the languages.' },
  'choices-differ': { zh: '两种语言的选项不一样。', en: 'the choices differ between the languages.' },
  'objectives-differ': { zh: '两种语言考的目标不一样。', en: 'the objective differs between the languages.' },
  'no-title': { zh: '最前面要有课名。', en: 'the lesson needs a title first.' },
  'no-summary': { zh: '课名下面要有一段简介。', en: 'a paragraph that sums up the lesson must follow the title.' },
  'no-steps': { zh: '这一课还没有内容。请加一屏。', en: 'the lesson has nothing in it yet. Add a screen.' },
  'still-a-hint': { zh: '还要写。', en: 'to be written.' },
  'empty-step': {
    zh: '这一屏还没有内容。请在标题下加一块，或删去标题。',
    en: 'this screen is empty. Add a block under its heading, or delete the heading.',
  },
  'raw-tag': { zh: '这里有网页代码，课里不能用。请删去。', en: 'there is web code here, which lessons cannot use. Delete it.' },
  expression: {
    zh: '这里有花括号 { }，课里不能用。请改成普通文字。',
    en: 'there are braces { } here, which lessons cannot use. Write plain text.',
  },
  'import-or-export': {
    zh: '这里有程序代码，课里不能用。请删去。',
    en: 'there is program code here, which lessons cannot use. Delete it.',
  },
  spread: {
    zh: '这里有花括号 { }，课里不能用。请改成普通文字。',
    en: 'there are braces { } here, which lessons cannot use. Write plain text.',
  },
  'unknown-prop': {
    zh: '这里写了课里不能用的设置（网页代码常有）。请删去。',
    en: 'there is a setting here that lessons do not have (web code often brings one). Delete it.',
  },
  'unknown-component': {
    zh: '这里有一个不认识的标签。请删去，或换成“加一块”里有的。',
    en: 'there is a tag here that is not known. Delete it, or use one of the blocks that can be added.',
  },
  'too-deep': { zh: '一层套一层，套得太深。请写得平一些。', en: 'too many things stand inside one another. Flatten it.' },
  'duplicate-question': {
    zh: '两道题用了同一个名字。请删去一道，再用“复制”做一道新的。',
    en: 'two questions have the same name. Delete one and use “Duplicate” to make it anew.',
  },
  'video-missing': { zh: '还没选视频，或视频不在这一课里。', en: 'no video is chosen, or it is not in this lesson.' },
  'sound-missing': { zh: '还没选录音，或录音不在这一课里。', en: 'no recording is chosen, or it is not in this lesson.' },
  'poster-missing': { zh: '还没选封面图：视频没播放时就显示它。', en: 'choose the picture that stands there until the video plays.' },
  'captions-missing': { zh: '还没有字幕。请加上，听不清的人也能看懂。', en: 'it has no captions. Add them for those who cannot hear it.' },
  'unsafe-url': {
    zh: '这个网址不安全，不能用。请换成 https:// 开头的。',
    en: 'this address is not safe. Use one that begins with https://.',
  },
  'not-mdx': { zh: '这里还没写完，读不下去。', en: 'this is not finished and cannot be read on.' },
  'not-a-number': { zh: '要填一个数字。', en: 'needs a number.' },
  'not-true-or-false': { zh: '请选“对”或“不对”。', en: 'choose true or not true.' },
  'step-counts-differ': {
    zh: '两种语言的屏数不一样。看看哪一边缺了块。',
    en: 'the languages have different numbers of screens. See which side lacks a block.',
  },
  'step-order-differs': { zh: '两种语言里块的顺序不一样。', en: 'the blocks are in another order in the other language.' },
  'field-missing': { zh: '有一项还没填。', en: 'something is not filled in yet.' },
  'field-wrong': { zh: '有一项没填对或没填全。', en: 'something is not filled in rightly or fully.' },
  'topics-wrong': { zh: '请选至少一个方面，并且“讲一些”或更多。', en: 'choose at least one topic that it is partly about.' },
  'lesson-without-source': { zh: '请写至少一条出处。', en: 'write at least one source.' },
};

/** What is wrong, in words without markup where there are any. */
export function plainProblem(problem: LessonProblem, language: Language): string {
  return PLAIN[problem.code]?.[language] ?? problem.message[language];
}
