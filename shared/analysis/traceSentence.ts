/** An explanation as one sentence: "= 22,603 supply − 16,174 demand − 7,719 exports, all t blank-equivalent". */
import { formatNumber } from '../format.ts';
import { phrase, type Language, type Phrase } from '../messages/phrase.ts';
import { massWords, traceWords } from '../messages/trace.ts';
import { unitNames } from '../messages/units.ts';
import { convertUnit } from '../model/unit.ts';
import { decimalsFor } from '../tables/cells.ts';
import { fullDecimals } from '../tables/fullDecimals.ts';
import { foldTerms, type TraceRole, type TraceTerm } from './trace.ts';

const signs: Readonly<Partial<Record<TraceRole, string>>> = { plus: '+', minus: '−', times: '×', over: '÷' };

/** More terms than this are more than a sentence holds: the largest stay, the others are taken together. */
const mostTerms = 4;
const namedOfMany = 3;

/** A number of a term as people read it, without its unit. */
export function termNumber(term: TraceTerm, language: Language): string {
  const shownIn = term.shownIn ?? term.unit;
  const value = term.value === null ? null : convertUnit(term.value, term.unit, shownIn);
  const decimals = shownIn === 'days' ? Math.min(2, fullDecimals(value)) : shownIn === 't' || shownIn === 'tPerMonth' ? (value !== null && Math.abs(value) < 10 && value !== 0 ? 1 : 0) : shownIn === 'percent' ? 1 : shownIn === 'weight' && Number.isInteger(value) ? 0 : decimalsFor(value);
  return formatNumber(value, { decimals }, language);
}

/** The unit of a term in words; a tonne says of what. */
export function termUnit(term: TraceTerm, language: Language): string {
  const shownIn = term.shownIn ?? term.unit;
  if (shownIn === 't' && (term.basis === 'blank' || term.basis === 'finished')) return massWords[term.basis][language];
  return shownIn === 'weight' || shownIn === 'ratio' ? '' : unitNames[shownIn][language];
}

/** A name inside a sentence: small at its start, but "NEV" stays "NEV". */
function inSentence(label: Phrase, language: Language): string {
  const text = label[language];
  return language === 'en' && /^[A-Z][a-z]+\b/.test(text) && !/^(January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** True where the unit itself says what the number is: vehicles, kg per vehicle. */
function isSelfExplaining(term: TraceTerm): boolean {
  return !['t', 'kt', 'ratio', 'percent', 'weight', 'days', 'tPerMonth', 'yuanPerKg'].includes(term.shownIn ?? term.unit);
}

function worded(term: TraceTerm, number: string, unit: string, language: Language, labelled = true): string {
  const glue = unit === '%' ? '' : ' ';
  const quantity = unit === '' ? number : `${number}${glue}${unit}`;
  if (!labelled) return quantity;
  const label = inSentence(term.label, language);
  return language === 'en' ? `${quantity} ${label}` : `${label} ${quantity}`;
}

/** Terms of one unit added up: the unit stands once, at the end. */
function sumSentence(terms: readonly TraceTerm[], language: Language): string {
  const [first] = terms;
  if (first === undefined) return '';
  const bySize = [...terms].sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0));
  const named = terms.length > mostTerms ? bySize.slice(0, namedOfMany) : terms;
  const others = terms.length > mostTerms ? bySize.slice(namedOfMany) : [];
  const rest: TraceTerm[] = others.length === 0 ? [] : [{ ...first, label: traceWords.others(others.length), role: 'plus', value: foldTerms(others), children: [] }];
  const text = [...named, ...rest]
    .map((term, at) => {
      const flipped = (term.value ?? 0) < 0 && term.value !== null;
      const minus = (term.role === 'minus') !== flipped;
      const sign = minus ? '− ' : at === 0 ? '' : '+ ';
      return sign + worded(term, termNumber({ ...term, value: term.value === null ? null : Math.abs(term.value) }, language), '', language);
    })
    .join(' ');
  const limits = terms.flatMap(({ children }) => children.filter(({ role }) => role === 'limit'));
  const within = limits.length === 0 ? '' : `${traceWords.clause[language]}${traceWords.leastOf[language]}${limitList(limits, language)}`;
  return `= ${text}${within}${sharedUnit(first, language)}`;
}

/** "all t blank-equivalent", once for all the numbers of a sentence. */
function sharedUnit(first: TraceTerm, language: Language): string {
  const unit = termUnit(first, 'en');
  return unit === '' ? '' : `${traceWords.separator[language]}${traceWords.all(unit, termUnit(first, 'zh'))[language]}`;
}

/** Limits side by side, each behind its name, for that is what is compared. */
function limitList(limits: readonly TraceTerm[], language: Language): string {
  return limits.map((limit) => `${inSentence(limit.label, language)} ${termNumber(limit, language)}`).join(traceWords.separator[language]);
}

/** "= the least of target of orders 22,000, capacity limit 32,082, material limit 21,500 (binds)". */
function limitSentence(limits: readonly TraceTerm[], language: Language): string {
  const [first] = limits;
  return first === undefined ? '' : `${traceWords.least[language]}${limitList(limits, language)}${sharedUnit(first, language)}`;
}

/** Factors, each in its own unit; a growth of nothing is left out where there is another. */
function productSentence(terms: readonly TraceTerm[], language: Language): string {
  // Two terms of one unit are told apart by their names only.
  const labelled = !terms.every(isSelfExplaining) || new Set(terms.map((term) => term.shownIn ?? term.unit)).size < terms.length;
  const grown = terms.filter(({ role }) => role === 'grown');
  const idle = (term: TraceTerm): boolean => term.role === 'grown' && term.value === 0 && grown.some(({ value }) => value !== 0);
  const parts = terms.filter((term) => !idle(term)).map((term, at) => {
    if (term.role === 'grown') {
      const percent = formatNumber(term.value, { decimals: 1, percent: true, signed: true }, language);
      return `${traceWords.separator[language]}${worded(term, percent, '', language)}`;
    }
    // What a tonne is of stands in the labels already.
    const unit = termUnit(term.unit === 't' ? { ...term, basis: 'reo' } : term, language);
    const leads = at === 0 && term.role === 'minus' && term.value !== null;
    const text = worded(term, termNumber(leads ? { ...term, value: -term.value } : term, language), unit, language, labelled);
    return at === 0 ? text : ` ${signs[term.role] ?? '+'} ${text}`;
  });
  return `= ${parts.join('')}`;
}

function sentenceIn(term: TraceTerm, language: Language): string | null {
  const terms = term.children.filter((child) => child.role !== 'given');
  if (terms.length === 0) return null;
  const months = terms.length === 12 && terms.every((child) => /^\d{4}-\d{2}$/.test(child.place?.period ?? ''));
  const [year] = (terms[0]?.place?.period ?? '').split('-');
  if (months && year !== undefined && terms.every((child) => child.label.en === child.place?.period)) return traceWords.twelveMonths(year)[language];
  if (terms.some((child) => child.role === 'limit')) return limitSentence(terms, language);
  return terms.every((child) => child.role === 'plus' || child.role === 'minus') ? sumSentence(terms, language) : productSentence(terms, language);
}

/** The sentence of an explanation in both languages; null where nothing is behind the number. */
export function traceSentence(term: TraceTerm): Phrase | null {
  const en = sentenceIn(term, 'en');
  const zh = sentenceIn(term, 'zh');
  return en === null || zh === null ? null : phrase(en, zh);
}
