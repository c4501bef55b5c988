import type { Language, LessonProblem } from '../../lesson-mdx/checked-lesson.ts';

const MESSAGES = {
  'missing-file': { zh: '缺少这个文件。请补上后再试。', en: 'This file is missing. Add it and try again.' },
  'not-utf-8': { zh: '文件编码不是 UTF-8。请另存为 UTF-8 后再试。', en: 'The file is not UTF-8 text. Save it as UTF-8 and try again.' },
  'text-too-large': { zh: '文字超过 256 kB。请拆成几课。', en: 'The text is larger than 256 kB. Split it into several lessons.' },
  'unexpected-file': {
    zh: '课程文件夹里只能有 lesson.yaml、zh.mdx、en.mdx、mn.yaml、facts.yaml、图片（svg、png、jpg、webp）和录音（mp3、m4a、ogg）、视频（mp4、webm）和字幕（vtt）。请把它移走。',
    en: 'A lesson folder holds lesson.yaml, zh.mdx, en.mdx, mn.yaml, facts.yaml, pictures (svg, png, jpg, webp), recordings (mp3, m4a, ogg), videos (mp4, webm) and captions (vtt) only. Move this file away.',
  },
  'in-a-sub-folder': {
    zh: '课程文件夹里不能再有文件夹。请把图片放在 lesson.yaml 旁边，课文里写的名字也跟着改。',
    en: 'A lesson folder has no folders in it. Put the picture beside lesson.yaml and write its new name in the lesson.',
  },
  'folder-of-lessons': {
    zh: '选的文件夹里装的是几课。请只选一课的文件夹，就是里面直接有 lesson.yaml 的那个。',
    en: 'The folder you chose holds lessons in folders of their own. Choose one lesson’s folder: the one with lesson.yaml directly in it.',
  },
  'file-twice': {
    zh: '同名的文件传了两次。请只选文件夹，或者只一个个选文件。',
    en: 'A file of this name was sent twice. Choose either the folder or the files one by one.',
  },
  'picture-too-large': { zh: '图片超过 2 MB。请缩小后再试。', en: 'The picture is larger than 2 MB. Make it smaller and try again.' },
  'sound-too-large': {
    zh: '录音超过 4 MB。请剪短或压缩后再试。',
    en: 'The recording is larger than 4 MB. Shorten or compress it and try again.',
  },
  'picture-of-another-type': {
    zh: '文件内容与文件名的后缀不符。请按真正的格式保存。',
    en: 'The file is not of the type its name says. Save it in that format.',
  },
  'not-a-course-file': { zh: '文件格式不对：', en: 'The file does not have the right shape: ' },
  'unknown-base': { zh: '没有这个基地：', en: 'There is no such base: ' },
  'missing-lesson': {
    zh: '没有这一课的文件夹。别的课程里的课请写成“课程/课”：',
    en: 'There is no folder for this lesson. Write a lesson of another course as course/lesson: ',
  },
  'lesson-id-twice': { zh: '两门课程里有同名的课。请改名：', en: 'Two courses hold a lesson of the same name. Rename one: ' },
} satisfies Record<string, Record<Language, string>>;

export type FolderProblemCode = keyof typeof MESSAGES;

/** A problem with a whole file rather than with a line in it; `detail` is said after the sentence. */
export function folderProblem(file: string, code: FolderProblemCode, detail = ''): LessonProblem {
  const message = MESSAGES[code];
  return { file, line: 1, column: 1, code, message: { zh: message.zh + detail, en: message.en + detail } };
}
