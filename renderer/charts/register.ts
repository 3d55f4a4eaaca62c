/** The parts of ECharts that the charts use, registered once. */
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { steadySvg } from './steadySvg.ts';

register([BarChart, LineChart, GridComponent, MarkLineComponent, MarkAreaComponent, AriaComponent, LabelLayout, steadySvg]);
