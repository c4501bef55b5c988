/** What a question asks and offers, in words. */
export interface QuestionWords {
  prompt: string;
  /** Choice → its text; empty for a question without choices. */
  choices: ReadonlyMap<string, string>;
}

/** Reads a question's words back from the HTML that our own components made of it (`LessonStep.html`). */
export function questionWords(html: string): QuestionWords {
  const prompt = textOf(/<legend>(.*?)<\/legend>/s.exec(html)?.[1] ?? '');
  const labels = html.matchAll(/<label class="choice"><input [^>]*value="([^"]*)"[^>]*><span>(.*?)<\/span><\/label>/gs);
  return { prompt, choices: new Map(Array.from(labels, ([, choice = '', text = '']) => [textOf(choice), textOf(text)])) };
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .trim();
}
