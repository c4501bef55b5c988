/** What a course is made of. */
export interface CourseInput {
  base: string;
  titleZh: string;
  titleEn: string;
  summaryZh: string;
  summaryEn: string;
  classHours: number;
}

export type CourseRefusal = 'title-missing' | 'title-too-long' | 'class-hours-not-possible';

/** Why a course cannot be made so; null when it can. Class hours in halves, as ledgers count them. */
export function refuseCourse({ titleZh, titleEn, summaryZh, summaryEn, classHours }: CourseInput): CourseRefusal | null {
  if (titleZh.trim() === '' || titleEn.trim() === '') return 'title-missing';
  if ([titleZh, titleEn].some((title) => title.length > 120) || [summaryZh, summaryEn].some((text) => text.length > 1000))
    return 'title-too-long';
  const isPossible = Number.isFinite(classHours) && classHours >= 0 && classHours <= 999 && Number.isInteger(classHours * 2);
  return isPossible ? null : 'class-hours-not-possible';
}
