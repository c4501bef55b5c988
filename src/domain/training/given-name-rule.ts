const DOUBLE_SURNAMES = new Set(['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '令狐', '宇文', '慕容', '司徒', '夏侯']);

/** What somebody is called by in a class: a Chinese name without its surname where two characters remain, any other name whole (a Mongolian one has no surname). */
export function givenName(name: string): string {
  const characters = [...name];
  if (!/^\p{Script=Han}+$/u.test(name)) return name;
  if (characters.length === 3) return characters.slice(1).join('');
  const isDouble = characters.length === 4 && DOUBLE_SURNAMES.has(characters.slice(0, 2).join(''));
  return isDouble ? characters.slice(2).join('') : name;
}
