/** The parts of ECharts that the charts use, registered once. */
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { monthsSeries } from './monthsSeries.ts';
import { steadyMarkArea, steadyMarkLine } from './steadyMarks.ts';
import { steadySvg } from './steadySvg.ts';

register([BarChart, LineChart, GridComponent, steadyMarkLine, steadyMarkArea, AriaComponent, LabelLayout, monthsSeries, steadySvg]);
