import { escapeHtml } from '../escape-html.ts';
import { ALT, type LessonComponent, OPTIONAL_TEXT, PICTURE, prop } from './component.ts';

/** `<Figure src="shed.svg" alt="…" caption="…" />` */
export const figure: LessonComponent = {
  name: 'Figure',
  stands: 'alone',
  holds: 'nothing',
  props: { src: PICTURE, alt: ALT, caption: OPTIONAL_TEXT },
  html(element, { picture }) {
    const caption = element.props.caption ? `<figcaption>${escapeHtml(element.props.caption)}</figcaption>` : '';
    return `<figure class="figure">${picture(prop(element, 'src'), prop(element, 'alt'))}${caption}</figure>`;
  },
  speech: (element) => element.props.caption ?? '',
};
