import en from '../../i18n/calculators/en.ts';
import zh from '../../i18n/calculators/zh.ts';
import { type CalculatorField, readField, stepField } from './calculator.ts';
import { calculatorOf, type Sum } from './calculators.ts';

/** A calculator in a lesson: fields with a step up and a step down, and the sum in words below. Nothing in it is stored or sent. */
class FurrowCalculator extends HTMLElement {
  private readonly words = document.documentElement.lang.startsWith('zh') ? zh : en;
  private inputs = new Map<string, { field: CalculatorField; input: HTMLInputElement; complaint: HTMLElement }>();
  private readonly output = make('div', 'sum');

  connectedCallback(): void {
    if (this.inputs.size > 0) return;
    const sum = this.dataset.sum as Sum;
    const { words } = this;
    const { fields, labels, note } = calculatorOf(sum, words);
    const form = make('div', 'calculator-fields');
    for (const field of fields) form.append(this.row(field, labels[field.name]?.[0] ?? '', labels[field.name]?.[1] ?? ''));
    this.output.setAttribute('role', 'status');
    const print = make('button', 'button quiet', words.print) as HTMLButtonElement;
    print.type = 'button';
    print.addEventListener('click', () => window.print());
    this.replaceChildren(make('h2', '', this.words.titles[sum]), form, this.output, make('p', 'calculator-note', note), print);
    this.calculate();
  }

  private row(field: CalculatorField, label: string, unit: string): HTMLElement {
    const { words } = this;
    const row = make('div', 'calculator-row');
    const input = document.createElement('input');
    input.inputMode = 'decimal';
    input.autocomplete = 'off';
    input.id = `sum-${this.dataset.sum}-${field.name}`;
    input.value = field.start === null ? '' : String(field.start);
    const name = document.createElement('label');
    name.htmlFor = input.id;
    name.textContent = label;
    if (field.isOptional) name.append(' ', make('small', '', words.optional));
    const complaint = make('p', 'complaint');
    complaint.id = `${input.id}-complaint`;
    complaint.hidden = true;
    input.setAttribute('aria-describedby', complaint.id);
    input.addEventListener('input', () => this.calculate());
    // Enter in a field checks no question and leaves no page.
    input.addEventListener('keydown', (event) => event.stopPropagation());
    const step = (direction: 1 | -1) => {
      const button = make('button', 'button quiet step', direction > 0 ? '+' : '−') as HTMLButtonElement;
      button.type = 'button';
      button.ariaLabel = direction > 0 ? words.more(label) : words.less(label);
      button.addEventListener('click', () => {
        input.value = String(stepField(field, input.value, direction));
        this.calculate();
      });
      return button;
    };
    const entry = make('div', 'entry');
    entry.append(step(-1), input, step(1), make('span', 'unit', unit));
    row.append(name, entry, complaint);
    this.inputs.set(field.name, { field, input, complaint });
    return row;
  }

  private calculate(): void {
    const { words } = this;
    const values: Record<string, number | null> = {};
    let canSay = true;
    for (const [name, { field, input, complaint }] of this.inputs) {
      const value = readField(field, input.value);
      complaint.hidden = value !== 'bad';
      complaint.textContent = value === 'bad' ? words.limits(field.min, field.max) : '';
      input.ariaInvalid = String(value === 'bad');
      values[name] = typeof value === 'number' ? value : null;
      if (value === 'bad' || (value === 'empty' && !field.isOptional)) canSay = false;
    }
    const lines = canSay ? calculatorOf(this.dataset.sum as Sum, words).lines(values) : [words.fillIn];
    this.output.replaceChildren(...lines.map((line) => make('p', '', line)));
  }
}

function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

customElements.define('furrow-calculator', FurrowCalculator);
