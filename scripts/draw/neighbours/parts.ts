import { colour, type Part } from '../frame.ts';

/** A stool to sit on, standing, 90 × 60. */
export const stool = (): Part =>
  `<path d="M-30 -48L-38 0M30 -48L38 0" stroke-width="12"/><rect x="-48" y="-62" width="96" height="18" rx="6" fill="${colour.wood}"/>`;

/** A heated brick bed, standing, `width` wide, 96 high; a quilt on it if asked. */
export const kang = (width = 360, quilt = false): Part =>
  `<path d="M${-width / 2} -96H${width / 2}V0H${-width / 2}Z" fill="#c79f6c"/><path d="M${-width / 2} -48H${width / 2}M${-width / 4} -96V-48M${width / 4} -96V-48M0 -48V0" stroke-width="4"/><rect x="${-width / 2 - 10}" y="-110" width="${width + 20}" height="20" rx="6" fill="${colour.floor}"/>${quilt ? `<path d="M${-width / 2 + 70} -110Q${-width / 2 + 70} -166 ${-width / 2 + 130} -160H${width / 2 - 20}Q${width / 2} -156 ${width / 2} -110Z" fill="${colour.mint}"/>` : ''}`;

/** Fruit on a plate, standing, 110 × 60. */
export const fruit = (): Part =>
  `<circle cx="-24" cy="-30" r="20" fill="${colour.red}"/><circle cx="22" cy="-30" r="20" fill="${colour.red}"/><circle cx="0" cy="-46" r="20" fill="${colour.sun}"/><path d="M-56 -18H56Q44 0 24 0H-24Q-44 0 -56 -18Z" fill="${colour.sky}"/>`;

/** Dots of speech that nobody answers, or talk: three short waves from the origin to the right. */
export const talk = (): Part => '<path d="M0 -14q12 14 0 28M20 -24q20 24 0 48M40 -34q28 34 0 68" fill="none" stroke-width="7"/>';

/** Flames, standing, 130 × 140. */
export const flames = (): Part =>
  `<path d="M-60 0Q-84 -60 -40 -96Q-36 -66 -20 -60Q-20 -116 14 -142Q14 -96 40 -84Q46 -100 44 -112Q88 -60 60 0Z" fill="#d9762e"/><path d="M-30 0Q-44 -36 -10 -66Q-4 -40 12 -36Q16 -50 12 -60Q46 -30 30 0Z" fill="${colour.sun}" stroke-width="4"/>`;

/** Thick smoke that rises from x, y and drifts to the upper right corner; straight into a scene. */
export const smoke = (x: number, y: number): Part =>
  `<path d="M${x - 30} ${y}Q${x - 70} ${y - 70} ${x} ${y - 110}Q${x + 20} ${y - 220} ${x + 140} ${y - 200}Q${x + 240} ${y - 280} ${x + 340} ${y - 220}Q${x + 470} ${y - 270} ${x + 560} ${y - 190}Q${x + 640} ${y - 130} ${x + 540} ${y - 90}Q${x + 430} ${y - 60} ${x + 340} ${y - 110}Q${x + 230} ${y - 60} ${x + 150} ${y - 110}Q${x + 60} ${y - 70} ${x + 50} ${y}Z" fill="#8f9296" fill-opacity="0.9"/>`;

/** Water that pours from x, y; straight into a scene. */
export const pourIn = (x: number, y: number): Part =>
  `<path d="M${x} ${y}Q${x + 40} ${y + 10} ${x + 48} ${y + 80}H${x + 22}Q${x + 20} ${y + 34} ${x - 6} ${y + 22}Z" fill="#6d9bb5"/>`;

/** A round table set for a meal, standing, 220 × 120. */
export const feastTable = (): Part =>
  `<path d="M-70 -70L-80 0M70 -70L80 0" stroke-width="14"/><ellipse cy="-84" rx="110" ry="34" fill="${colour.red}"/><ellipse cx="-48" cy="-90" rx="26" ry="12" fill="${colour.wool}"/><ellipse cx="48" cy="-90" rx="26" ry="12" fill="${colour.wool}"/><ellipse cy="-70" rx="26" ry="11" fill="${colour.wool}"/><ellipse cy="-106" rx="22" ry="9" fill="${colour.wool}"/>`;

/** The red rosette of bride and groom, on the chest of a person drawn at the same place. */
export const rosette = (): Part =>
  `<path d="M8 -180L-2 -148L12 -156L24 -148L16 -180Z" fill="#d9453a" stroke-width="4"/><circle cx="12" cy="-186" r="17" fill="#d9453a"/><circle cx="12" cy="-186" r="6" fill="${colour.sun}" stroke="none"/>`;

/** A car, standing, facing right, 210 × 100. */
export const car = (): Part =>
  `<path d="M-104 -24V-56Q-104 -66 -92 -66H-66L-40 -98H34L62 -66H92Q106 -64 106 -50V-24Z" fill="${colour.line}"/><path d="M-46 -68L-30 -88H-6V-68ZM8 -68V-88H28L46 -68Z" fill="${colour.sky}" stroke-width="4"/><circle cx="-58" cy="-22" r="20" fill="${colour.slate}"/><circle cx="60" cy="-22" r="20" fill="${colour.slate}"/><circle cx="88" cy="-58" r="12" fill="#d9453a" stroke-width="4"/>`;

/** A red gift envelope, 90 × 130, by the middle. */
export const envelope = (): Part =>
  `<rect x="-45" y="-65" width="90" height="130" rx="8" fill="#d9453a"/><path d="M-45 -38Q0 0 45 -38" fill="none"/><circle cy="-16" r="15" fill="${colour.sun}"/>`;

/** A stage with curtains, standing, 360 × 300. */
export const stage = (): Part =>
  `<path d="M-170 -60H170V0H-170Z" fill="${colour.wood}"/><path d="M-160 -250H160V-60H-160Z" fill="${colour.plum}"/><path d="M-160 -250Q-100 -200 -120 -60H-160ZM160 -250Q100 -200 120 -60H160Z" fill="${colour.slate}"/><path d="M-180 -290H180V-236Q150 -216 120 -236Q90 -216 60 -236Q30 -216 0 -236Q-30 -216 -60 -236Q-90 -216 -120 -236Q-150 -216 -180 -236Z" fill="${colour.slate}"/>`;
