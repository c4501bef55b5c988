import { useId } from 'react';
import { addToMetadata, type Path, readMetadataValue, removeFromMetadata, setMetadata } from '../../../lesson-mdx/blocks/edit-metadata.ts';
import { freeId } from '../../../lesson-mdx/blocks/new-block.ts';
import { TOPICS } from '../../../lesson-mdx/checked-lesson.ts';
import type { Desk, LessonThings } from '../desk.ts';
import { MediaField } from '../media/MediaField.tsx';

interface Props {
  desk: Desk;
  source: string;
  objectives: LessonThings['objectives'];
  onChange(source: string, group: string | null): void;
}

const WEIGHTS = { none: 0, little: 0.2, partly: 0.5, mainly: 0.8 } as const;

/** lesson.yaml as a form. Each field writes its own bytes. */
export function MetadataForm({ desk, source, objectives, onChange }: Props) {
  const { words } = desk;
  const id = useId();
  const value = readMetadataValue(source);
  if (value === null) return <p className="notice alert">{words.about.broken}</p>;
  const set = (path: Path, next: unknown) => onChange(setMetadata(source, path, next), path.join('.'));
  const topics = asRecord(value.topics);
  const sources = Array.isArray(value.sources) ? value.sources.map(String) : [];
  const setTopic = (topic: string, weight: number) =>
    onChange(weight === 0 ? removeFromMetadata(source, ['topics', topic]) : setMetadata(source, ['topics', topic], weight), null);

  return (
    <>
      <div className="shared">
        <div className="field narrow">
          <label htmlFor={`${id}-minutes`}>{words.about.minutes}</label>
          <input
            id={`${id}-minutes`}
            data-setting="minutes"
            type="number"
            min={1}
            max={240}
            value={typeof value.minutes === 'number' ? value.minutes : ''}
            onChange={(event) => set(['minutes'], event.target.value === '' ? null : Number(event.target.value))}
          />
        </div>
        <MediaField
          kind="picture"
          desk={desk}
          label={words.about.cover}
          value={typeof value.cover === 'string' ? value.cover : ''}
          onChange={(file) => set(['cover'], file || null)}
        />
      </div>
      <fieldset data-setting="topics">
        <legend>{words.about.topics}</legend>
        <div className="shared">
          {TOPICS.map((topic) => (
            <div className="field narrow" key={topic}>
              <label htmlFor={`${id}-${topic}`}>{words.about.topicNames[topic]}</label>
              <select
                id={`${id}-${topic}`}
                data-setting={`topics.${topic}`}
                value={Number(topics[topic] ?? 0)}
                onChange={(event) => setTopic(topic, Number(event.target.value))}
              >
                {weightsWith(Number(topics[topic] ?? 0)).map(([name, weight]) => (
                  <option key={weight} value={weight}>
                    {name === null ? `${Math.round(weight * 100)}%` : words.about.weights[name]}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
      </fieldset>
      <fieldset data-setting="objectives">
        <legend>{words.about.objectives}</legend>
        <ol className="parts">
          {objectives.map((objective, index) => (
            <li key={objective.id} data-setting={`objectives.${index}`}>
              <div className="columns">
                {(['zh', 'en'] as const).map((language) => (
                  <input
                    key={language}
                    aria-label={`${words.about.objectives} ${index + 1} ${words.about.objectiveIn[language]}`}
                    data-setting={`objectives.${index}.${language}`}
                    data-objective={language === 'zh' ? objective.id : undefined}
                    lang={language === 'zh' ? 'zh-CN' : 'en'}
                    placeholder={words.about.objectiveIn[language]}
                    value={objective[language]}
                    onChange={(event) => set(['objectives', index, language], event.target.value)}
                  />
                ))}
              </div>
              <button
                type="button"
                className="quiet small"
                onClick={() => onChange(removeFromMetadata(source, ['objectives', index]), null)}
              >
                {words.about.remove}
                <span className="unseen"> {index + 1}</span>
              </button>
            </li>
          ))}
        </ol>
        <button
          type="button"
          className="quiet small"
          onClick={() =>
            onChange(
              addToMetadata(source, ['objectives'], {
                id: freeId(
                  objectives.map((each) => each.id),
                  'goal-',
                ),
                zh: '',
                en: '',
              }),
              null,
            )
          }
        >
          ＋ {words.about.newObjective}
        </button>
      </fieldset>
      <fieldset data-setting="sources">
        <legend>{words.about.sources}</legend>
        <ol className="parts">
          {sources.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a source is its place in the list
            <li key={index} className="one-line">
              <input
                aria-label={`${words.about.sources} ${index + 1}`}
                data-setting={`sources.${index}`}
                value={each}
                onChange={(event) => set(['sources', index], event.target.value)}
              />
              <button type="button" className="quiet small" onClick={() => onChange(removeFromMetadata(source, ['sources', index]), null)}>
                {words.about.remove}
                <span className="unseen"> {index + 1}</span>
              </button>
            </li>
          ))}
        </ol>
        <button type="button" className="quiet small" onClick={() => onChange(addToMetadata(source, ['sources'], ''), null)}>
          ＋ {words.about.newSource}
        </button>
      </fieldset>
    </>
  );
}

/** The objectives as the forms need them; whatever is missing is empty. */
export function objectivesOf(source: string): LessonThings['objectives'] {
  const list = readMetadataValue(source)?.objectives;
  if (!Array.isArray(list)) return [];
  return list.map(asRecord).map(({ id, zh, en }) => ({ id: String(id ?? ''), zh: String(zh ?? ''), en: String(en ?? '') }));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** The four words, and the number itself where somebody wrote another. */
function weightsWith(weight: number): [keyof typeof WEIGHTS | null, number][] {
  const known = Object.entries(WEIGHTS) as [keyof typeof WEIGHTS, number][];
  return known.some(([, each]) => each === weight) ? known : [...known, [null, weight]];
}
