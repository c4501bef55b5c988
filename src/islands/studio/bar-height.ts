/** How much of the top of the screen the bar covers, in pixels: whatever is led to must come to stand below it. */
export function barHeight(): number {
  return document.querySelector<HTMLElement>('.studio .bar')?.offsetHeight ?? 0;
}
