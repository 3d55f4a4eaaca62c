/** Names of the inputs that stand at a fixed path, and of those below a sector, a technology, an event or an expansion. */
import { phrase, type Phrase } from './phrase.ts';

type Names = Readonly<Record<string, Phrase>>;

export const exportNames: Names = {
  'exports/baseYear': phrase('Base-year exports', '基期出口'),
  'exports/growth': phrase('Export growth', '出口增速'),
  'exports/controlledShare': phrase('Controlled share', '受控品占比'),
  'exports/releaseRate': phrase('Backlog release rate', '积压释放率'),
  'exports/diversionRate': phrase('Diversion rate', '订单流失率'),
  'exports/monthly': phrase('Exports, finished', '出口（成品）'),
  'exports/cumulative': phrase('Exports since January, finished', '1月以来累计出口（成品）'),
  'exports/cap': phrase('Export cap, finished', '出口上限（成品）'),
  'exports/stockpile': phrase('Stockpiling abroad, finished', '海外囤货（成品）'),
  'exports/stockpileUnwind': phrase('Stockpile unwinds', '囤货回吐'),
  'exports/openingBacklog': phrase('Opening backlog', '期初积压'),
  'exports/priority': phrase('Priority of exports', '出口保供优先级'),
};

export const calendarNames: Names = {
  'calendar/daysBefore': phrase('Days before New Year', '春节前天数'),
  'calendar/weightBefore': phrase('Lost of each day before', '节前每日停工比例'),
  'calendar/feastDays': phrase('Days of the feast', '春节假期天数'),
  'calendar/feastWeight': phrase('Lost of each day of the feast', '假期每日停工比例'),
  'calendar/daysAfter': phrase('Days after the feast', '节后天数'),
  'calendar/weightAfter': phrase('Lost of each day after', '节后每日停工比例'),
};

export const supplyNames: Names = {
  'supply/mode': phrase('Supply mode', '供应模式'),
  'supply/output': phrase('Output', '产量'),
  'supply/outputMonthly': phrase('Output', '产量'),
  'supply/outputCumulative': phrase('Output since January', '1月以来累计产量'),
  'supply/operatingRate': phrase('Operating rate, plan', '计划开工率'),
  'supply/multiplier': phrase('Monthly multiplier', '月度系数'),
  'supply/holidayFactor': phrase('Holiday factor of supply', '供应春节系数'),
  'supply/capacity': phrase('Capacity', '产能'),
  'supply/maximumRate': phrase('Highest operating rate', '最高开工率'),
  'supply/surveyCoverage': phrase('Coverage of the capacity survey', '产能调研覆盖率'),
  'supply/magnetImports': phrase('Magnet imports, finished', '磁材进口（成品）'),
  'supply/before': phrase('Supply before the first month', '期初前月供应'),
  'supply/stockResponse': phrase('Response to stocks', '库存响应系数'),
  'supply/responseSpeed': phrase('Speed of response', '响应速度'),
  'supply/targetCover': phrase('Target cover', '目标库存天数'),
};

export const materialNames: Names = {
  'material/miningQuota': phrase('Mining quota, REO', '开采指标（REO）'),
  'material/quotaUse': phrase('Use of the mining quota', '开采指标使用率'),
  'material/smeltingQuota': phrase('Smelting quota, REO', '冶炼分离指标（REO）'),
  'material/importedOre': phrase('Imported ore, REO', '进口矿（REO）'),
  'material/oxideImports': phrase('Oxide imports, PrNd oxide', '氧化物进口（氧化镨钕）'),
  'material/endOfLife': phrase('End-of-life recycling, PrNd oxide', '报废回收（氧化镨钕）'),
  'material/stockDraw': phrase('Draw from oxide stocks', '氧化物库存释放'),
  'material/quotaProfile': phrase('Profile of the quota', '指标月度分布'),
  'material/prndShare': phrase('PrNd in rare earth oxides', '镨钕占稀土氧化物'),
  'material/separationYield': phrase('Separation yield', '分离收率'),
  'material/oxideLoss': phrase('Oxide not for magnets or lost', '氧化物损耗及非磁材用途'),
  'material/oxidePerMetal': phrase('Oxide per metal', '金属氧化物单耗'),
  'material/magnetYield': phrase('Metal that arrives in the blank', '毛坯金属收率'),
  'material/rareEarthContent': phrase('Rare earth in the blank', '毛坯稀土含量'),
  'material/scrapKappa': phrase('New scrap recovered', '边角料回收率'),
  'material/scrapLag': phrase('Lag of scrap', '废料回收滞后'),
  'material/openingOxide': phrase('Opening oxide stock', '期初氧化物库存'),
  'material/minimumOxide': phrase('Minimum oxide stock', '最低氧化物库存'),
};

export const balanceNames: Names = {
  'basis/finishedYield': phrase('Finished per blank', '毛坯成品率'),
  'basis/sinteredShare': phrase('Sintered NdFeB in all permanent magnets', '烧结钕铁硼占全部永磁材料'),
  'basis/sectorsFinished': phrase('Sector figures are finished magnets', '部门数据为成品口径'),
  'balance/openingStock': phrase('Opening stock', '期初库存'),
  'balance/minimumStock': phrase('Minimum stock', '最低库存'),
  'balance/maximumStock': phrase('Maximum stock', '最高库存'),
  'balance/rationByPriority': phrase('Ration by priority', '按优先级分配短缺'),
};

export const priceNames: Names = {
  'price/prndOxide': phrase('PrNd oxide', '氧化镨钕'),
  'price/dysprosiumOxide': phrase('Dysprosium oxide', '氧化镝'),
  'price/terbiumOxide': phrase('Terbium oxide', '氧化铽'),
  'price/actual': phrase('52UH, published', '52UH（公布价）'),
  'price/shock': phrase('Price shock', '价格冲击'),
  'price/prndContent': phrase('PrNd in the blank', '毛坯镨钕含量'),
  'price/dysprosiumContent': phrase('Dysprosium in the blank', '毛坯镝含量'),
  'price/terbiumContent': phrase('Terbium in the blank', '毛坯铽含量'),
  'price/metalFee': phrase('Charge for PrNd metal', '镨钕金属加工费'),
  'price/otherInputs': phrase('Other inputs', '其他成本'),
  'price/dysprosiumFactor': phrase('Dysprosium metal over oxide', '镝金属加工系数'),
  'price/terbiumFactor': phrase('Terbium metal over oxide', '铽金属加工系数'),
  'price/anchor': phrase('Anchor price', '锚定价格'),
  'price/ecmKappa': phrase('Error correction', '误差修正系数'),
  'price/priceTheta': phrase('Pass-through of cost', '成本传导系数'),
  'price/marginElasticity': phrase('Margin to cover', '利润对库存弹性'),
  'price/shortageResponse': phrase('Margin to shortage', '利润对短缺响应'),
  'price/referenceCover': phrase('Reference cover', '基准库存天数'),
  'price/feedback': phrase('Price acts on demand', '价格影响需求'),
};

export const sectorNames: Names = {
  intensity: phrase('Intensity', '单耗'),
  intensityLow: phrase('Plausible from', '合理下限'),
  intensityHigh: phrase('Plausible to', '合理上限'),
  demand: phrase('Demand', '需求'),
  demandMonthly: phrase('Demand', '需求'),
  demandCumulative: phrase('Demand since January', '1月以来累计需求'),
  profile: phrase('Seasonal profile', '季节分布'),
  rush: phrase('Rush multiplier', '赶工系数'),
  rushShare: phrase('Target share', '占比目标'),
  holidayFactor: phrase('Holiday factor', '春节系数'),
  growth: phrase('Growth', '增速'),
  actualsMode: phrase('Remaining months', '剩余月份处理'),
  splitMethod: phrase('Split over months', '月度分解方法'),
  leadMonths: phrase('Lead of demand', '需求提前期'),
  subsidyUplift: phrase('Subsidy uplift', '补贴拉动'),
  subsidyPayback: phrase('Share paid back', '透支比例'),
  paybackProfile: phrase('Payback profile', '透支分布'),
  priceElasticity: phrase('Price elasticity', '价格弹性'),
  priority: phrase('Priority in a shortage', '短缺时优先级'),
};

export const technologyNames: Names = {
  share: phrase('Share', '占比'),
  motors: phrase('Motors per unit', '单台电机数'),
  mass: phrase('Magnets per motor', '单电机用量'),
  thrift: phrase('Thrifting a year', '年节材率'),
};

export const eventNames: Names = {
  active: phrase('Active', '生效'),
  graceDays: phrase('Days of grace', '缓冲天数'),
  controlledMidpoint: phrase('Midpoint, controlled', '受控品审批中点'),
  uncontrolledMidpoint: phrase('Midpoint, uncontrolled', '非受控品审批中点'),
  steepness: phrase('Steepness', '审批曲线陡度'),
  uncontrolledFloor: phrase('Floor, uncontrolled', '非受控品下限'),
  level: phrase('Level', '放行水平'),
};

export const expansionNames: Names = {
  tonnes: phrase('Added capacity', '新增产能'),
  delay: phrase('Delay', '延期'),
  ramp: phrase('Ramp', '爬坡期'),
};

/** The meanings of a choice, by the name it has in the model. */
export const choiceNames: Names = {
  holdAnnual: phrase('hold annual', '保持全年'),
  runRate: phrase('run rate', '按进度外推'),
  blend: phrase('blend', '加权'),
  auto: phrase('automatic', '自动'),
  proportional: phrase('proportional', '比例法'),
  denton: phrase('Denton', 'Denton 法'),
  plan: phrase('plan', '计划'),
  rates: phrase('operating rates', '开工率'),
  orders: phrase('order-driven', '订单驱动'),
  bound: phrase('capacity or material', '产能或原料约束'),
};

export const fixedNames: Names = { ...calendarNames, ...exportNames, ...supplyNames, ...materialNames, ...balanceNames, ...priceNames };
