/** What the history says about a step in scenarios, their differences and their packages. */
import { phrase, type Phrase } from './phrase.ts';

export const scenarioKinds = {
  scenario: phrase('scenario', '情景'),
  package: phrase('package', '差异包'),
} as const;

/** The name of a copy. */
export function copyName(name: Phrase): Phrase {
  return phrase(`${name.en} (copy)`, `${name.zh}（副本）`);
}

export function duplicatedScenario(name: Phrase): Phrase {
  return phrase(`Duplicate ${name.en}`, `复制 ${name.zh}`);
}

export function describedScenario(name: Phrase): Phrase {
  return phrase(`Narrative of ${name.en}`, `修改 ${name.zh} 的说明`);
}

export function coloredScenario(name: Phrase): Phrase {
  return phrase(`Colour of ${name.en}`, `修改 ${name.zh} 的颜色`);
}

/** `percent` is formatted; null takes the probability away. */
export function ratedScenario(name: Phrase, percent: string | null): Phrase {
  return percent === null ? phrase(`No probability for ${name.en}`, `取消 ${name.zh} 的概率`) : phrase(`Probability of ${name.en}: ${percent}`, `${name.zh} 的概率：${percent}`);
}

export function lockedScenario(name: Phrase, locked: boolean): Phrase {
  return locked ? phrase(`Lock ${name.en}`, `锁定 ${name.zh}`) : phrase(`Unlock ${name.en}`, `解锁 ${name.zh}`);
}

export function reparentedScenario(name: Phrase, parent: Phrase): Phrase {
  return phrase(`Put ${name.en} under ${parent.en}`, `将 ${name.zh} 移至 ${parent.zh} 之下`);
}

export function removedScenario(name: Phrase, others: number): Phrase {
  return others === 0 ? phrase(`Remove ${name.en}`, `删除 ${name.zh}`) : phrase(`Remove ${name.en} and ${others} under it`, `删除 ${name.zh} 及其下 ${others} 个情景`);
}

export function revertedDifferences(count: number, owner: Phrase): Phrase {
  return phrase(`Revert ${count} ${count === 1 ? 'difference' : 'differences'} of ${owner.en}`, `还原 ${owner.zh} 的 ${count} 项差异`);
}

export function wroteDifference(cell: Phrase, owner: Phrase): Phrase {
  return phrase(`${cell.en} in ${owner.en}`, `${owner.zh}：${cell.zh}`);
}

export function notedDifference(cell: Phrase): Phrase {
  return phrase(`Note on ${cell.en}`, `为 ${cell.zh} 加注`);
}

export function adoptedCell(cell: Phrase, period: string): Phrase {
  const when = period === 'all' ? '' : ` ${period}`;
  return phrase(`Adopt ${cell.en}${when}`, `采用 ${cell.zh}${when}`);
}

export function mixedPackages(scenario: Phrase): Phrase {
  return phrase(`Packages of ${scenario.en}`, `修改 ${scenario.zh} 引用的差异包`);
}
