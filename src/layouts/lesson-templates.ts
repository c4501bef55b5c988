import type { DraftFiles } from '../domain/lessons/drafts/draft.ts';

const FILES: Record<string, string> = import.meta.glob('../../content/templates/*/*', { query: '?raw', import: 'default', eager: true });

interface LessonTemplate {
  id: string;
  files: DraftFiles;
}

/** What a new lesson may begin with: the folders of content/templates, in the order a trainer most often needs them. */
export const LESSON_TEMPLATES: readonly LessonTemplate[] = ['practice-step-by-step', 'right-or-wrong', 'law-and-case', 'calculation'].map(
  (id) => {
    const file = (name: string) => FILES[`../../content/templates/${id}/${name}`] ?? '';
    return { id, files: { metadata: file('lesson.yaml'), zh: file('zh.mdx'), en: file('en.mdx') } };
  },
);
