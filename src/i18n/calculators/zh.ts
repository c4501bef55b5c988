/** The words of the calculators in lessons. Sentences are spoken ones, the sum in them. */
const zh = {
  less: (label: string) => `${label}：少一点`,
  more: (label: string) => `${label}：多一点`,
  limits: (min: number, max: number) => `请填数字，${min} 到 ${max} 之间。`,
  fillIn: '把空着的填上，就算出来。',
  print: '打印这笔账',
  optional: '可以不填',
  sum: '算出来',
  titles: {
    ration: '算一算：按体重配料',
    ewe: '算一算：一只母羊剩多少',
    mu: '算一算：一亩地剩多少',
    'clean-wool': '算一算：净毛',
    wage: '算一算：工钱和加班钱',
  },
  ration: {
    fields: {
      weight: ['羊的体重', '公斤'],
      sheep: ['几只羊', '只'],
      concentrate: ['精料价钱', '元/公斤'],
      silage: ['青贮价钱', '元/公斤'],
      hay: ['干草价钱', '元/公斤'],
    },
    perSheep: (weight: string, c: string, s: string, h: string) =>
      `一只 ${weight} 公斤的羊，一天吃：精料 ${c} 公斤，青贮 ${s} 公斤，干草 ${h} 公斤。`,
    flock: (sheep: string, c: string, s: string, h: string) => `${sheep} 只一天：精料 ${c} 公斤，青贮 ${s} 公斤，干草 ${h} 公斤。`,
    cost: (one: string, sheep: string, all: string) => `一只一天 ${one} 元。${sheep} 只一天 ${all} 元。`,
    noPrice: '填上三样价钱，就算出一天花多少。',
    note: '表上只有 30、40、50 公斤，中间的按比例算。别的体重，问兽医站。',
  },
  ewe: {
    fields: {
      amount: ['一只母羊一年卖几只羔', '只'],
      price: ['一只羔卖多少', '元'],
      byproduct: ['羊毛、淘汰羊卖的', '元'],
      feed: ['买草买料', '元'],
      medicine: ['防疫治病', '元'],
      labour: ['雇人', '元'],
      other: ['别的花销', '元'],
      count: ['几只母羊', '只'],
    },
    left: (sales: string, spent: string, margin: string) => `一只母羊一年剩 ${margin} 元 = ${sales} − ${spent}。`,
    lost: (sales: string, spent: string, loss: string) => `一只母羊一年亏 ${loss} 元：卖了 ${sales}，花了 ${spent}。`,
    all: (count: string, one: string, all: string) => `${count} 只一共 ${all} 元 = ${one} × ${count}。`,
  },
  mu: {
    fields: {
      amount: ['一亩打多少', '公斤'],
      price: ['一公斤卖多少', '元'],
      byproduct: ['秸秆、补贴等', '元'],
      seed: ['种子、苗', '元'],
      fertiliser: ['肥料', '元'],
      pesticide: ['农药、地膜', '元'],
      water: ['浇水、机耕', '元'],
      labour: ['雇人', '元'],
      count: ['几亩地', '亩'],
    },
    left: (sales: string, spent: string, margin: string) => `一亩剩 ${margin} 元 = ${sales} − ${spent}。`,
    lost: (sales: string, spent: string, loss: string) => `一亩亏 ${loss} 元：卖了 ${sales}，花了 ${spent}。`,
    all: (count: string, one: string, all: string) => `${count} 亩一共 ${all} 元 = ${one} × ${count}。`,
  },
  budget: {
    sales: (amount: string, price: string, byproduct: string, sales: string) =>
      `卖的钱 ${sales} 元 = ${amount} × ${price} + ${byproduct}。`,
    spent: (costs: string, spent: string) => `花的钱 ${spent} 元 = ${costs}。`,
    note: '自己的工、棚子和机器，这里没算进去。',
  },
  cleanWool: {
    fields: {
      greasy: ['污毛重量', '公斤'],
      yield: ['净毛率', '%'],
      greasyPrice: ['污毛价钱', '元/公斤'],
      cleanPrice: ['净毛价钱', '元/公斤'],
    },
    clean: (clean: string, greasy: string, percent: string) => `${clean} 公斤净毛 = ${greasy} 公斤 × ${percent}%。`,
    greasyMoney: (money: string, greasy: string, price: string) => `按污毛卖：${money} 元 = ${greasy} × ${price}。`,
    cleanMoney: (money: string, clean: string, price: string) => `按净毛卖：${money} 元 = ${clean} × ${price}。`,
    note: '净毛率洗一洗才知道，这里的 34% 是早年的记录。',
  },
  wage: {
    fields: {
      monthly: ['说好一个月的工钱', '元'],
      monthsUnpaid: ['几个月没发', '个月'],
      working: ['平日加班', '小时'],
      rest: ['休息日加班，没补休', '小时'],
      holiday: ['法定节日上班', '小时'],
      paid: ['已经给了', '元'],
    },
    hourly: (hourly: string, monthly: string) => `一小时 ${hourly} 元 = ${monthly} ÷ 21.75 天 ÷ 8 小时。`,
    overtime: (pay: string, working: string, rest: string, holiday: string) =>
      `加班钱至少 ${pay} 元：平日 ${working} 小时算 1.5 倍，休息日 ${rest} 小时算 2 倍，节日 ${holiday} 小时算 3 倍。`,
    owed: (owed: string, monthly: string, months: string, pay: string, paid: string) =>
      `一共还欠 ${owed} 元 = ${monthly} × ${months} 个月 + ${pay} − ${paid}。`,
    nothingOwed: (paid: string) => `给了 ${paid} 元，照这样算没有欠。`,
    tooMuch: '平日加班一个月最多 36 小时。超了，不合法。',
    note: '照劳动法 36、41、44 条和人社部 2025 年 2 号通知算，2026 年 11 月 25 日核对。计件、包工和特殊工时算法不同，问 12333。',
  },
};
export type CalculatorWords = typeof zh;
export default zh;
