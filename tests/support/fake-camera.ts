import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

const [WIDTH, HEIGHT] = [640, 480];
const BORDER = 4;

/**
 * Writes a film for Chromium's fake camera (`--use-file-for-fake-video-capture`): first a bare wall, then a QR code held before the lens,
 * a little grey and not quite in the middle. Y4M as https://wiki.multimedia.cx/index.php/YUV4MPEG2 has it, two seconds at ten pictures each.
 */
export function filmQrCode(file: string, text: string, options: { modulePixels?: number } = {}): void {
  const wall = Buffer.alloc(WIDTH * HEIGHT, 120);
  const card = Buffer.from(wall);
  const modules = encodeQR(text, 'raw', { ecc: 'quartile', border: BORDER });
  const size = options.modulePixels ?? 7;
  const [left, top] = [Math.round((WIDTH - modules.length * size) / 3), Math.round((HEIGHT - modules.length * size) / 2)];
  for (const [row, line] of modules.entries())
    for (const [column, isDark] of line.entries())
      for (let y = 0; y < size; y += 1) {
        const from = (top + row * size + y) * WIDTH + left + column * size;
        card.fill(isDark ? 45 : 205, from, from + size);
      }
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const picture = (luma: Buffer) => Buffer.concat([Buffer.from('FRAME\n'), luma, colours]);
  const film = [...Array<Buffer>(10).fill(picture(wall)), ...Array<Buffer>(10).fill(picture(card))];
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...film]));
}
