import type { Language } from './checked-lesson.ts';

type Sentences = Record<Language, string>;

/** Every way a lesson can be wrong: each sentence names the thing and what mends it. `a` and `b` are words from the lesson. */
export const PROBLEM_MESSAGES = {
  'not-utf8': () => ({
    zh: '文件不是 UTF-8 编码。请另存为 UTF-8 再上传。',
    en: 'The file is not UTF-8 text. Save it as UTF-8 and upload it again.',
  }),
  'file-too-large': (a, b) => ({
    zh: `文件有 ${a} kB，最多 ${b} kB。请缩小或拆成两课。`,
    en: `The file has ${a} kB; ${b} kB is the most. Make it smaller or split the lesson.`,
  }),
  'not-mdx': (a) => ({
    zh: `这里读不下去：${a}。请检查尖括号、引号和花括号是否成对。`,
    en: `Reading stops here: ${a}. Check that tags, quotes and braces are closed.`,
  }),
  'too-deep': (a) => ({ zh: `嵌套超过 ${a} 层。请写得平一些。`, en: `Nested deeper than ${a} levels. Flatten it.` }),
  'too-slow': (a) => ({
    zh: `检查这一课超过了 ${a} 秒，已停止。请删去反复嵌套的符号。`,
    en: `Checking this lesson took more than ${a} seconds and was stopped. Remove repeated nested marks.`,
  }),
  'too-large': () => ({
    zh: '检查这一课用的内存太多，已停止。请缩短或拆成两课。',
    en: 'Checking this lesson needed too much memory and was stopped. Shorten it or split it.',
  }),
  'not-yaml': (a) => ({
    zh: `不是有效的 YAML：${a}。请检查缩进、冒号和引号。`,
    en: `Not valid YAML: ${a}. Check indentation, colons and quotes.`,
  }),
  'field-missing': (a) => ({ zh: `缺少 ${a}。请补上。`, en: `${a} is missing. Add it.` }),
  'field-wrong': (a) => ({
    zh: `${a} 的值不对。请照样课的写法改。`,
    en: `The value of ${a} is not right. Write it as the sample lesson does.`,
  }),
  'unknown-field': (a) => ({ zh: `不认识 ${a}。请删去或改正拼写。`, en: `${a} is not known here. Remove it or correct its spelling.` }),
  'topics-wrong': () => ({
    zh: 'topics 的权重要在 0 到 1 之间（不含 0），至少一项不小于 0.2。请改正。',
    en: 'Weights in topics must be above 0 and at most 1, with at least one of 0.2 or more. Correct them.',
  }),
  'lesson-without-source': () => ({
    zh: '这一课没有写来源。请在 sources 里至少写一条。',
    en: 'The lesson has no source. Write at least one in sources.',
  }),
  'fact-without-source': (a) => ({
    zh: `lesson.yaml 的 sources 里没有以“${a}”开头的来源。请改正，或写 advice。`,
    en: `No source in lesson.yaml begins with “${a}”. Correct it, or write advice.`,
  }),
  'duplicate-objective': (a) => ({ zh: `目标 ${a} 写了两次。请换一个 id。`, en: `Objective ${a} is written twice. Give one another id.` }),
  'objective-without-question': (a) => ({
    zh: `目标 ${a} 没有题目。请为它出一道题。`,
    en: `Objective ${a} has no question. Write a question that tests it.`,
  }),
  'unknown-component': (a, b) => ({ zh: `没有 <${a}> 这个组件。可以用：${b}。`, en: `There is no component <${a}>. Use one of: ${b}.` }),
  'unknown-prop': (a, b) => ({
    zh: `${a} 不能写 ${b}。请删去或改正拼写。`,
    en: `${a} does not take ${b}. Remove it or correct its spelling.`,
  }),
  'duplicate-prop': (a, b) => ({ zh: `${a} 的 ${b} 写了两次。请删去一个。`, en: `${a} has ${b} twice. Remove one.` }),
  'missing-prop': (a, b) => ({ zh: `${a} 缺少 ${b}。请写上 ${b}="…"。`, en: `${a} lacks ${b}. Write ${b}="…".` }),
  'wrong-prop': (a, b) => ({ zh: `${a} 的 ${b} 不对。`, en: `${a} has a wrong value: ${b}.` }),
  'not-an-id': (a, b) => ({
    zh: `${a} 的 id“${b}”不合规矩。只用小写字母、数字和连字符，例如 q1。`,
    en: `${a} has an id that is not allowed: “${b}”. Use lower-case letters, digits and hyphens, as in q1.`,
  }),
  'not-a-flag': (a, b) => ({ zh: `${a} 的 ${b} 只写名字，不写值。`, en: `${a}: write ${b} alone, without a value.` }),
  'not-a-number': (a, b) => ({ zh: `${a} 的 ${b} 要写成数字，例如 "2.3"。`, en: `${a}: ${b} must be a number, as in "2.3".` }),
  'not-true-or-false': (a, b) => ({ zh: `${a} 的 ${b} 只能写 "true" 或 "false"。`, en: `${a}: ${b} must be "true" or "false".` }),
  'alt-missing': (a, b) => ({
    zh: `${a} 缺少 ${b}。请用一句话说出图里有什么。`,
    en: `${a} lacks ${b}. Say in one sentence what the picture shows.`,
  }),
  'picture-missing': (a) => ({
    zh: `课件文件夹里没有图片“${a}”。请放进去或改正文件名。`,
    en: `The lesson folder has no picture “${a}”. Put it there or correct its name.`,
  }),
  'unsafe-url': (a) => ({
    zh: `地址“${a}”不能用。只能用 https://、mailto: 或以 / 开头的本站地址。`,
    en: `The address “${a}” is not allowed. Use https://, mailto: or a path of this site that starts with /.`,
  }),
  expression: () => ({
    zh: '课文里不能写 { } 表达式。请改成文字，属性值用引号。',
    en: 'Expressions in { } are not allowed. Write plain text, and put values in quotes.',
  }),
  'import-or-export': () => ({ zh: '课文里不能写 import 或 export。请删去。', en: 'Import and export are not allowed. Remove the line.' }),
  spread: (a) => ({ zh: `${a} 里不能写 {...}。请逐个写出属性。`, en: `${a} must not use {...}. Write each prop by name.` }),
  'raw-tag': (a) => ({
    zh: `不能直接写 HTML 标签 <${a}>。请用 Markdown 或列出的组件。`,
    en: `The HTML tag <${a}> is not allowed. Use Markdown or one of the listed components.`,
  }),
  'unknown-markdown': (a, b) => ({ zh: `课文里不能用 ${a}。${b}`, en: `${a} cannot be used in a lesson. ${b}` }),
  'block-in-text': (a) => ({
    zh: `${a} 不能放在一句话中间。请让它独占一段，前后空一行。`,
    en: `${a} cannot stand inside a sentence. Give it a paragraph of its own, with an empty line before and after.`,
  }),
  'only-text-inside': (a) => ({ zh: `${a} 里只能写文字。`, en: `${a} holds text only.` }),
  'nothing-inside': (a) => ({ zh: `${a} 里不能写内容。请写成 <… />。`, en: `${a} holds nothing. Close it with />.` }),
  'empty-component': (a) => ({ zh: `${a} 是空的。请写上内容。`, en: `${a} is empty. Write something in it.` }),
  'wrong-child': (a, b) => ({ zh: `${a} 里只能放 ${b}。`, en: `${a} holds only ${b}.` }),
  'part-outside': (a, b) => ({ zh: `${a} 只能放在 ${b} 里。`, en: `${a} belongs inside ${b}.` }),
  'question-inside': (a) => ({
    zh: `${a} 要独立成段，不能放在别的组件、列表或引用里。`,
    en: `${a} must stand on its own, not inside another component, list or quotation.`,
  }),
  'question-without-id': (a) => ({ zh: `${a} 没有 id。请写上，例如 id="q1"。`, en: `${a} has no id. Write one, as in id="q1".` }),
  'duplicate-question': (a) => ({ zh: `题目 ${a} 的 id 用了两次。请换一个。`, en: `The question id ${a} is used twice. Change one.` }),
  'duplicate-choice': (a) => ({ zh: `选项 ${a} 的 id 用了两次。请换一个。`, en: `The choice id ${a} is used twice. Change one.` }),
  'prompt-missing': (a) => ({ zh: `${a} 没有题目文字。请写上 prompt="…"。`, en: `${a} asks nothing. Write prompt="…".` }),
  'no-right-answer': (a) => ({
    zh: `${a} 没有正确答案。请在正确的选项上写 right，或写上 answer="…"。`,
    en: `${a} has no right answer. Mark a choice with right, or write answer="…".`,
  }),
  'two-right-answers': (a) => ({
    zh: `${a} 只能有一个正确答案。请改用 <MultipleChoice> 或去掉多余的 right。`,
    en: `${a} may have only one right answer. Use <MultipleChoice>, or remove the extra right.`,
  }),
  'too-few-choices': (a) => ({ zh: `${a} 至少要有两个选项。`, en: `${a} needs at least two choices.` }),
  'too-many-choices': (a) => ({ zh: `${a} 最多八个选项。`, en: `${a} may have eight choices at most.` }),
  'wrong-number-of-parts': (a, b) => ({ zh: `${a} 要有 ${b} 项。`, en: `${a} needs ${b} parts.` }),
  'unknown-objective': (a) => ({
    zh: `lesson.yaml 里没有目标 ${a}。请改正 objective 或在 lesson.yaml 里加上。`,
    en: `lesson.yaml has no objective ${a}. Correct objective, or add it to lesson.yaml.`,
  }),
  'no-title': () => ({ zh: '第一行要写课名，例如“# 给羊配药”。', en: 'The first line must be the title, as in “# Dosing sheep”.' }),
  'no-summary': () => ({ zh: '课名下面要写一段简介。', en: 'A paragraph that sums up the lesson must follow the title.' }),
  'second-title': () => ({ zh: '课名（#）只能有一个。分步请用 ##。', en: 'There is only one title (#). Use ## for steps.' }),
  'no-steps': () => ({ zh: '这一课没有内容。请用 ## 写出每一步。', en: 'The lesson has no steps. Write each one under a ## heading.' }),
  'still-a-hint': () => ({
    zh: '这里还是样子里的提示。请换成自己的话，〔〕也去掉；用不着就删去。',
    en: 'This is still a hint of the pattern. Write your own words without 〔 〕, or delete it.',
  }),
  'empty-step': (a) => ({
    zh: `“${a}”这一步没有内容。请补上或删去标题。`,
    en: `The step “${a}” is empty. Write it, or remove its heading.`,
  }),
  'question-in-one-language': (a, b) => ({
    zh: `题目 ${a} 在 ${b} 里没有。请两种语言都写。`,
    en: `Question ${a} is not in ${b}. Write it in both languages.`,
  }),
  'kinds-differ': (a) => ({
    zh: `题目 ${a} 在两种语言里题型不同。请改成一样。`,
    en: `Question ${a} is of another kind in the other language. Make them the same.`,
  }),
  'objectives-differ': (a) => ({
    zh: `题目 ${a} 在两种语言里考的目标不同。请改成一样。`,
    en: `Question ${a} tests another objective in the other language. Make them the same.`,
  }),
  'choices-differ': (a) => ({
    zh: `题目 ${a} 的选项 id 或顺序在两种语言里不同。请改成一样。`,
    en: `Question ${a} has other choice ids, or another order, in the other language. Make them the same.`,
  }),
  'answers-differ': (a) => ({
    zh: `题目 ${a} 的正确答案在两种语言里不同。请改成一样。`,
    en: `Question ${a} has another right answer in the other language. Make them the same.`,
  }),
  'tolerance-differs': (a) => ({
    zh: `题目 ${a} 的 tolerance 在两种语言里不同。请改成一样。`,
    en: `Question ${a} has another tolerance in the other language. Make them the same.`,
  }),
  'step-counts-differ': (a, b) => ({
    zh: `两种语言的步数不同：zh ${a} 步，en ${b} 步。请改成一样。`,
    en: `The languages differ in their number of steps: zh ${a}, en ${b}. Make them the same.`,
  }),
  'step-order-differs': (a) => ({
    zh: `第 ${a} 步在两种语言里不是同一种（课文或题目）。请排成一样的顺序。`,
    en: `Step ${a} is not the same (text or question) in both languages. Put them in the same order.`,
  }),
  'not-a-picture': (a) => ({
    zh: `“${a}”不是能用的图片。请用 SVG、PNG、JPEG 或 WebP，扩展名要和内容一致。`,
    en: `“${a}” is not a picture we can show. Use SVG, PNG, JPEG or WebP with the matching extension.`,
  }),
  'not-a-sound': (a) => ({
    zh: `“${a}”不是能放的录音。请用 MP3、M4A 或 Ogg，扩展名要和内容一致。`,
    en: `“${a}” is not a recording we can play. Use MP3, M4A or Ogg with the matching extension.`,
  }),
  'sound-missing': (a) => ({
    zh: `课件文件夹里没有录音“${a}”。请放进去或改正文件名。`,
    en: `The lesson folder has no recording “${a}”. Put it there or correct its name.`,
  }),
  'video-missing': (a) => ({
    zh: `课件文件夹里没有视频“${a}”。请放进去或改正文件名。`,
    en: `The lesson folder has no video “${a}”. Put it there or correct its name.`,
  }),
  'poster-missing': (a, b) => ({
    zh: `${a} 缺少封面图 ${b}。请选一张图片，视频没播放时就显示它。`,
    en: `${a} lacks ${b}. Choose a picture that stands there until the video plays.`,
  }),
  // Without b it is a file that is not there, with b the prop that names none.
  'captions-missing': (a, b) => ({
    zh: b ? `${a} 缺少字幕 ${b}。请加上 VTT 字幕文件，听不清的人也能看懂。` : `课件文件夹里没有字幕“${a}”。请放进去或改正文件名。`,
    en: b
      ? `${a} lacks ${b}. Add a VTT file, for those who cannot hear it.`
      : `The lesson folder has no captions “${a}”. Put them there or correct the name.`,
  }),
  'transcript-missing': (a, b) => ({
    zh: `${a} 最好写上 ${b}：录音里说了什么。听不清的人也能看懂。`,
    en: `${a} should have a ${b}: what is said in the recording, for those who cannot hear it.`,
  }),
  'not-a-video': (a) => ({
    zh: `“${a}”不是视频，只是名字像。请用 MP4（H.264）或 WebM。`,
    en: `“${a}” is not a video, whatever its name says. Use MP4 (H.264) or WebM.`,
  }),
  'video-cut-off': (a) => ({
    zh: `视频“${a}”不完整，后面少了一截。请从相机或手机里重新导出，再传一次。`,
    en: `The video “${a}” is cut off: its end is missing. Export it again and upload it once more.`,
  }),
  'video-codec': (a, b) => ({
    zh: `视频“${a}”的编码是 ${b}，学习机放不了。请另存为 H.264 和 AAC 的 MP4。`,
    en: `The video “${a}” is in ${b}, which kiosks cannot play. Save it as MP4 with H.264 and AAC.`,
  }),
  'video-without-picture': (a) => ({
    zh: `“${a}”里没有画面。如果只有声音，请存成 MP3 或 M4A，用“录音”。`,
    en: `“${a}” has no picture in it. If it is sound alone, save it as MP3 or M4A and use it as a recording.`,
  }),
  'not-captions': (a) => ({
    zh: `“${a}”不是 VTT 字幕。第一行要写 WEBVTT，存成 UTF-8。`,
    en: `“${a}” is not a VTT file. Its first line must be WEBVTT, saved as UTF-8.`,
  }),
  'captions-time': (a) => ({
    zh: `字幕“${a}”这一行的时间不对。请写成 00:01.000 --> 00:04.000，后面的时间要更晚。`,
    en: `The times in this line of “${a}” are not right. Write them as 00:01.000 --> 00:04.000, the later one second.`,
  }),
  'captions-empty': (a) => ({
    zh: `字幕“${a}”里这个时间没有字。请在时间下面一行写上要显示的话。`,
    en: `The captions “${a}” say nothing here. Write the words in the line below the times.`,
  }),
  'no-such-step': (a, b) => ({
    zh: `没有第 ${a} 步，这一课有 ${b} 步（0 是封面）。请改正。`,
    en: `There is no step ${a}; the lesson has ${b} steps (0 is the cover). Correct it.`,
  }),
  'not-mongolian': (a) => ({
    zh: `${a} 不是蒙古文。请用蒙古文字母，60 个字符以内。`,
    en: `${a} is not written in Mongolian script. Use Mongolian letters, 60 characters at most.`,
  }),
  'picture-name': (a) => ({
    zh: `图片名“${a}”不合规矩。只用字母、数字、点、横线和下划线。`,
    en: `The picture name “${a}” is not allowed. Use letters, digits, dots, hyphens and underscores.`,
  }),
  'unsafe-svg': (a) => ({
    zh: `SVG 里有不能用的 ${a}。请从图里去掉它。`,
    en: `The SVG contains ${a}, which is not allowed. Remove it from the drawing.`,
  }),
  'broken-svg': (a) => ({ zh: `SVG 写坏了：${a}。请重新导出。`, en: `The SVG is broken: ${a}. Export it again.` }),
} satisfies Record<string, (a: string, b: string) => Sentences>;

export type ProblemCode = keyof typeof PROBLEM_MESSAGES;
