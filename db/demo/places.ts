/** Villages of the demo township. Six are named in the article this product began with; ten are invented, and marked so. */
export interface DemoVillage {
  zh: string;
  en: string;
  isInvented: boolean;
  /** The share of its grown-ups who came to learn this year, and how well they were taught: deliberately uneven. */
  turnout: number;
  /** Where its people go to learn. */
  nearBases: string[];
}

export const DEMO_VILLAGES: DemoVillage[] = [
  { zh: '青山村', en: 'Qingshan', isInvented: false, turnout: 0.72, nearBases: ['qingshan'] },
  { zh: '哈沙图村', en: 'Hashatu', isInvented: false, turnout: 0.58, nearBases: ['hashatu', 'qingshan'] },
  { zh: '木头营子村', en: 'Mutouyingzi', isInvented: false, turnout: 0.81, nearBases: ['mutouyingzi'] },
  { zh: '新窝铺村', en: 'Xinwopu', isInvented: false, turnout: 0.63, nearBases: ['xinwopu', 'mutouyingzi'] },
  { zh: '新民村', en: 'Xinmin', isInvented: false, turnout: 0.66, nearBases: ['xinmin'] },
  { zh: '分地村', en: 'Fendi', isInvented: false, turnout: 0.34, nearBases: ['qingshan', 'xinmin'] },
  { zh: '东梁村', en: 'Dongliang', isInvented: true, turnout: 0.42, nearBases: ['mutouyingzi'] },
  { zh: '柳树沟村', en: 'Liushugou', isInvented: true, turnout: 0.27, nearBases: ['xinwopu'] },
  { zh: '西井村', en: 'Xijing', isInvented: true, turnout: 0.48, nearBases: ['hashatu'] },
  { zh: '石桥村', en: 'Shiqiao', isInvented: true, turnout: 0.22, nearBases: ['xinmin', 'qingshan'] },
  { zh: '榆树屯村', en: 'Yushutun', isInvented: true, turnout: 0.37, nearBases: ['mutouyingzi', 'xinwopu'] },
  { zh: '双泉村', en: 'Shuangquan', isInvented: true, turnout: 0.51, nearBases: ['xinmin'] },
  { zh: '黄土坎村', en: 'Huangtukan', isInvented: true, turnout: 0.12, nearBases: ['qingshan'] },
  { zh: '杏树洼村', en: 'Xingshuwa', isInvented: true, turnout: 0.31, nearBases: ['hashatu', 'xinmin'] },
  { zh: '南营村', en: 'Nanying', isInvented: true, turnout: 0.44, nearBases: ['mutouyingzi', 'qingshan'] },
  { zh: '白沙村', en: 'Baisha', isInvented: true, turnout: 0.05, nearBases: ['xinwopu'] },
];

export const DEMO_GROUPS = [
  { zh: '肉羊产业小组', en: 'Mutton-sheep group', kind: 'industry', baseId: 'mutouyingzi' },
  { zh: '细毛羊产业小组', en: 'Fine-wool group', kind: 'industry', baseId: 'xinwopu' },
  { zh: '桑园合作社小组', en: 'Mulberry co-op group', kind: 'cooperative', baseId: 'xinmin' },
  { zh: '外出务工小组', en: 'Migrant workers', kind: 'other', baseId: 'hashatu' },
  { zh: '村级会计代办员', en: 'Village accounting agents', kind: 'other', baseId: 'qingshan' },
] as const;

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林郑梁宋唐许邓韩冯曹彭曾肖田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢'];
const GIVEN_FEMALE = [...'秀兰英桂芳玉梅红霞艳丽娟敏静凤琴淑珍华云翠莲春燕'];
const GIVEN_MALE = [...'国强建军志明海龙永福德贵文武振东成林树春宝山金柱玉'];
const MONGOLIAN_FEMALE = ['其其格', '萨仁', '乌兰', '娜仁花', '托娅', '高娃'];
const MONGOLIAN_MALE = ['巴特尔', '宝音', '朝鲁', '苏和', '那顺', '孟和'];

/** An invented name. About one in twenty is Mongolian, as in the banner. */
export function inventName(sex: 'female' | 'male', dice: { chance(p: number): boolean; pick<T>(from: readonly T[]): T }): string {
  if (dice.chance(0.053)) return dice.pick(sex === 'female' ? MONGOLIAN_FEMALE : MONGOLIAN_MALE);
  const given = sex === 'female' ? GIVEN_FEMALE : GIVEN_MALE;
  return dice.pick(SURNAMES) + dice.pick(given) + (dice.chance(0.75) ? dice.pick(given) : '');
}
