/** Why a cell does not take a number. */
import { phrase } from './phrase.ts';

export const refusals = {
  actualLocked: phrase(
    'This is a published figure. A scenario does not override actuals; correct it in Base.',
    '这是已公布的数据。情景不能覆盖实际值，请在基准情景中更正。',
  ),
  growth: phrase('Computed: this year over the year before.', '计算得出：本年与上年之比。'),
  sum: phrase('Computed: the sum of the rows above.', '计算得出：以上各行之和。'),
  residual: phrase(
    'Computed: base-year output less named uses and exports, then grown. Type the growth in the row below.',
    '计算得出：基期产量减去已列明用途和出口，再按增速外推。请在下一行输入增速。',
  ),
  exportsAnnual: phrase(
    'Computed from the months. Edit the base year, growth and events under Exports & events.',
    '由月度数据汇总得出。请在“出口与事件”中修改基期、增速和事件。',
  ),
  monthlyDemand: phrase(
    'Computed: the demand of the year spread by the months of volume. Edit the driver, or pin a month of volume.',
    '计算得出：全年需求按产量月份分配。请修改驱动因素，或固定某月产量。',
  ),
  balancingShare: phrase(
    'Computed: what the shares of the other technologies leave of the whole. Type their shares.',
    '计算得出：1 减去其他技术路线的占比。请输入其他路线的占比。',
  ),
  remaining: phrase(
    'Computed: the year-on-year that this choice asks of the months still to come. Choose the mode on the left.',
    '计算得出：该处理方式下剩余月份对应的同比。请在左侧选择处理方式。',
  ),
  limit: phrase('Computed: what capacity and material allow. Edit the assumptions above.', '计算得出：产能与原料所允许的产量。请修改上方假设。'),
  lostDays: phrase(
    'Computed: the days of the holiday’s window in this month, each by the part of it that is lost. The window is typed above; each row feels it by its own holiday factor.',
    '计算得出：春节窗口落在当月的天数，按每日停工比例加权。窗口在上方修改；各行按自身春节系数受其影响。',
  ),
  netStockpile: phrase(
    'Computed: what is stockpiled abroad in the month, less what earlier stockpiling takes back. Type it in the row above.',
    '计算得出：当月海外囤货量减去前期囤货的回吐。请在上一行输入囤货量。',
  ),
  orders: phrase(
    'Computed: demand of the three months before, and a part of what the stock is away from its target. Edit the response above.',
    '计算得出：前三个月需求，加上对库存偏离目标的部分响应。请修改上方订单响应参数。',
  ),
  scaled: phrase(
    'Computed: published months in the terms of the balance, for the whole industry and in its basis. Type what was published in the row below.',
    '计算得出：已公布月份按平衡表口径折算至全行业。请在下一行输入公布值。',
  ),
  price: phrase('Computed by the price model. Edit its assumptions above, or type a published price.', '由价格模型计算得出。请修改上方假设，或输入公布价格。'),
  elasticity: phrase(
    'Computed: by how many per cent the long-run price moves when this moves by one per cent.',
    '计算得出：该项变动 1% 时长期价格变动的百分比。',
  ),
  halfLife: phrase(
    'Computed: months in which half of the distance to the long-run price is closed. Edit the error correction above.',
    '计算得出：价格与长期价格的偏离收敛一半所需月数。请修改上方误差修正系数。',
  ),
  residualReading: phrase(
    'Computed: base-year output less named uses and exports, under this reading of the sector figures. The switch above chooses.',
    '计算得出：按此口径，基期产量减去已列明用途和出口。由上方开关选择口径。',
  ),
  yearTotal: phrase('Computed: the sum of the months.', '计算得出：各月之和。'),
  exportModel: phrase(
    'Computed by the export model. Edit its assumptions above, or pin a month of exports below.',
    '由出口模型计算得出。请修改上方假设，或在下方固定某月出口。',
  ),
  operatingRate: phrase(
    'Computed: output over capacity. Output is the input; the operating rate yields.',
    '计算得出：产量除以产能。产量为输入项，开工率随之得出。',
  ),
  monthlySupply: phrase(
    'Computed: output of the year spread by effective days. Type a number to pin the month.',
    '计算得出：全年产量按有效天数分配。输入数值可固定该月。',
  ),
  balance: phrase('Computed: a result of the balance. Edit its inputs on the other tabs.', '计算得出：平衡表结果。请在其他标签页修改输入项。'),
  elsewhere: phrase('Edit this number on its own tab.', '请在其所属标签页修改该数据。'),
  publishedLater: phrase('Published after the as-of date: this view does not use it. Move the date, or edit it on its own tab.', '发布于截至日期之后：当前视图未采用。可调整截至日期，或在其所属标签页修改。'),
  label: phrase('This cell holds a text.', '该单元格为文本。'),
  readOnly: phrase(
    'This window is read-only: the workbook is open for editing in another window.',
    '本窗口为只读：该工作簿正在另一窗口中编辑。',
  ),
} as const;
