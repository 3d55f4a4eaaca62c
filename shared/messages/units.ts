/** Names of the units as grids and sentences show them. */
import type { UnitId } from '../model/unit.ts';
import { phrase, type Phrase } from './phrase.ts';

export const unitNames: Readonly<Record<UnitId, Phrase>> = {
  t: phrase('t', '吨'),
  kt: phrase('kt', '千吨'),
  wanTonnes: phrase('10 kt', '万吨'),
  vehicle: phrase('vehicles', '辆'),
  millionVehicles: phrase('M vehicles', '百万辆'),
  wanVehicles: phrase('10 k vehicles', '万辆'),
  unit: phrase('units', '台'),
  thousandUnits: phrase('k units', '千台'),
  millionUnits: phrase('M units', '百万台'),
  wanUnits: phrase('10 k units', '万台'),
  MW: phrase('MW', '兆瓦'),
  GW: phrase('GW', '吉瓦'),
  wanKilowatts: phrase('10 MW', '万千瓦'),
  kgPerVehicle: phrase('kg/vehicle', '千克/辆'),
  kgPerUnit: phrase('kg/unit', '千克/台'),
  gPerUnit: phrase('g/unit', '克/台'),
  kgPerMW: phrase('kg/MW', '千克/兆瓦'),
  ratio: phrase('ratio', '比率'),
  percent: phrase('%', '%'),
  days: phrase('days', '天'),
  months: phrase('months', '个月'),
  perMonth: phrase('per month', '每月'),
  tPerMonth: phrase('t/month', '吨/月'),
  weight: phrase('weight', '权重'),
  yuanPerKg: phrase('yuan/kg', '元/千克'),
  choice: phrase('choice', '选项'),
  switch: phrase('yes or no', '是或否'),
};
