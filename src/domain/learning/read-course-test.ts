import type { Database } from '../../../db/connect.ts';
import type { CheckedLesson, Language } from '../../lesson-mdx/checked-lesson.ts';
import { lessonVersion } from '../lessons/lesson-version.ts';
import { readCourse } from '../lessons/read-course.ts';
import { chooseTest, type TestedLesson, type TestQuestion } from './course-test-rules.ts';

/** A question of the test as the kiosk shows it. `html` is safe; it was checked when the version was frozen. */
export interface ShownTestQuestion extends TestQuestion {
  html: Record<Language, string>;
  speech: Record<Language, string>;
}

/** A course's test, the same before and after it. */
export interface CourseTest<Question extends TestQuestion = TestQuestion> {
  courseId: string;
  baseId: string;
  title: Record<Language, string>;
  lessonIds: string[];
  questions: Question[];
}

/** The test with what the kiosk shows, from the versions it shows now. Null for an unknown course. */
export async function readCourseTest(db: Database, townshipId: string, courseId: string): Promise<CourseTest<ShownTestQuestion> | null> {
  const loaded = await loadCourseTest(db, townshipId, courseId);
  if (!loaded) return null;
  const { test, checked } = loaded;
  const questions = test.questions.flatMap((question) => {
    const lesson = checked.get(question.lessonId);
    const step = (language: Language) =>
      lesson?.steps[language].find((each) => each.kind === 'question' && each.questionId === question.questionId);
    const [zh, en] = [step('zh'), step('en')];
    return zh && en ? [{ ...question, html: { zh: zh.html, en: en.html }, speech: { zh: zh.speech, en: en.speech } }] : [];
  });
  return { ...test, questions };
}

/** Which questions a course's test asks, and the frozen lessons they come from. Null for an unknown course. */
export async function loadCourseTest(
  db: Database,
  townshipId: string,
  courseId: string,
): Promise<{ test: CourseTest; checked: Map<string, CheckedLesson> } | null> {
  const course = await readCourse(db, townshipId, courseId);
  if (!course) return null;
  const checked = new Map<string, CheckedLesson>();
  const lessons: TestedLesson[] = [];
  for (const { id, version } of course.lessons) {
    const frozen = await lessonVersion(db, townshipId, id, version);
    if (!frozen) continue;
    checked.set(id, frozen.checked);
    lessons.push({ lessonId: id, version, objectives: frozen.checked.objectives, questions: frozen.checked.questions });
  }
  const { baseId, title } = course;
  const test = { courseId, baseId, title, lessonIds: course.lessons.map(({ id }) => id), questions: chooseTest(lessons) };
  return { test, checked };
}
