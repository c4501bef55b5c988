import { actions } from 'astro:actions';

// Dragging is one more way beside the buttons: it asks for the whole new order, and shows the old one again when that is refused.
for (const list of document.querySelectorAll<HTMLElement>('ol.order[data-course]')) {
  let held: HTMLElement | null = null;
  let before: Element[] = [];
  for (const item of list.querySelectorAll<HTMLElement>(':scope > li')) {
    item.draggable = true;
    item.addEventListener('dragstart', (event) => {
      held = item;
      before = Array.from(list.children);
      item.toggleAttribute('data-held', true);
      event.dataTransfer?.setData('text/plain', item.dataset.lesson ?? '');
    });
    item.addEventListener('dragend', () => {
      held?.removeAttribute('data-held');
      if (held) void keep(list, before);
      held = null;
    });
    item.addEventListener('dragover', (event) => {
      if (!held || held === item) return;
      event.preventDefault();
      const { top, height } = item.getBoundingClientRect();
      item[event.clientY < top + height / 2 ? 'before' : 'after'](held);
    });
    item.addEventListener('drop', (event) => event.preventDefault());
  }
}

async function keep(list: HTMLElement, before: Element[]): Promise<void> {
  const items = Array.from(list.querySelectorAll<HTMLElement>(':scope > li'));
  if (items.every((item, index) => item === before[index])) return;
  const lessons = items.map((item) => item.dataset.lesson ?? '');
  const answer = await actions.studio.orderLessons({ course: list.dataset.course ?? '', lessons }).catch(() => null);
  const isKept = answer?.data?.ok === true;
  const status = document.querySelector('[data-order-status]');
  if (status) status.textContent = (isKept ? list.dataset.moved : list.dataset.refused) ?? '';
  // The buttons carry the order the page was made with: a fresh page brings them up to date.
  if (isKept) window.location.reload();
  else list.replaceChildren(...before);
}
