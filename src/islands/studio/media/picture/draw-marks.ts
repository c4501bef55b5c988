import { arrowOutline, type Marks } from './marks.ts';

/** Kiosks show no more; the server would make it smaller anyway. */
const LONGEST_SIDE = 1600;
const RED = '#c0311e';

/** The cropped picture with its arrows, as a file to send. `scale` turns the pixels of the marks into the picture's own. */
export async function drawMarks(picture: HTMLImageElement, { crop, arrows }: Marks, thickness: number, name: string): Promise<File> {
  const [width, height] = [crop.right - crop.left, crop.bottom - crop.top];
  const scale = Math.min(LONGEST_SIDE / Math.max(width, height), isDrawing(name) ? Number.POSITIVE_INFINITY : 1);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.scale(scale, scale);
  pen.translate(-crop.left, -crop.top);
  pen.drawImage(picture, 0, 0, picture.naturalWidth, picture.naturalHeight);
  pen.lineJoin = 'round';
  for (const arrow of arrows) {
    const [first, ...rest] = arrowOutline(arrow, thickness);
    if (!first) continue;
    pen.beginPath();
    pen.moveTo(first.x, first.y);
    for (const { x, y } of rest) pen.lineTo(x, y);
    pen.closePath();
    pen.fillStyle = RED;
    pen.strokeStyle = '#fff';
    pen.lineWidth = thickness / 3;
    pen.stroke();
    pen.fill();
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.92));
  if (!blob) throw new Error('the picture could not be drawn');
  return new File([blob], `${name.replace(/(?:-[0-9a-f]{6})?\.[^.]+$/, '')}.webp`, { type: blob.type, lastModified: Date.now() });
}

/** A drawing has no size of its own to keep. */
function isDrawing(name: string): boolean {
  return /\.svg$/i.test(name);
}
