import type { WordingRule } from '@sos/platform-ui';

/** Words that name a condition stay clear of "user interface", "clean data" and official names by what stands beside them. */
const drug = '(?:drug|substance|opioid|opiate|heroin|fentanyl|meth|methamphetamine|cocaine)';
const atEnd = '(?=\\s*(?:[.,;:!?)]|$))';

const names = 'names the condition, not the person.';
const person = 'puts the person first.';
const judges = 'says what happens without judging it.';
const result = 'names the result; people are neither clean nor dirty.';

const rule = (match: string, preferred: string, reason: string): WordingRule => ({ match, preferred, reason });

/**
 * People first, no stigma. The editor suggests and gives the reason; it never rewrites and never blocks.
 * Sources of the preferred words: the design's list of words, after the guidance of federal health agencies.
 */
export const wordingRules: readonly WordingRule[] = [
  rule('\\b(?:ex|former|recovering)[- ]addicts\\b', 'people in recovery', person),
  rule('\\b(?:ex|former|recovering)[- ]addict\\b', 'person in recovery', person),
  rule('\\baddicted (?:babies|infants|newborns)\\b', 'infants exposed to opioids', 'is what can be known of a child.'),
  rule('\\baddicted (?:baby|infant|newborn)\\b', 'infant exposed to opioids', 'is what can be known of a child.'),
  rule(`\\b(?:${drug} )?addicts\\b`, 'people with opioid use disorder', names),
  rule(`\\b(?:${drug} )?addict\\b`, 'person with opioid use disorder', names),
  rule(`\\b${drug} abusers\\b`, 'people who use drugs', person),
  rule(`\\b${drug} abuser\\b`, 'person who uses drugs', person),
  // SAMHSA and NIDA carry the old word in their names.
  rule(`(?<!\\b(?:on|alcohol and) )\\b${drug} abuse\\b(?! and mental health)`, 'drug use', judges),
  rule('\\b(?:injection|injecting|intravenous|IV) drug users\\b', 'people who inject drugs', person),
  rule(`\\b${drug} users\\b`, 'people who use drugs', person),
  rule(`\\b${drug} user\\b(?! (?:interface|fee|account|guide|manual|experience))`, 'person who uses drugs', person),
  rule('\\b(?:junkies|druggies|crackheads|tweakers)\\b', 'people who use drugs', person),
  rule('\\b(?:junkie|druggie|crackhead|tweaker)\\b', 'person who uses drugs', person),
  rule(`\\b${drug} habits?\\b`, 'drug use', 'does not make an illness a matter of will.'),
  rule('\\bclean and sober\\b', 'in recovery', 'does not imply that anybody was dirty.'),
  rule(
    '\\bclean for (?:\\d+|an?|one|two|three|four|five|six|several|many) (?:days?|weeks?|months?|years?)\\b',
    'in recovery',
    'does not imply that anybody was dirty.',
  ),
  rule('\\btest(?:s|ed|ing)? dirty\\b', 'positive test', result),
  rule(`\\btest(?:s|ed|ing)? clean\\b${atEnd}`, 'negative test', result),
  rule('\\bdirty (?:urine|drug|toxicology) (?:tests?|screens?|samples?)\\b', 'positive test', result),
  rule('\\bclean (?:urine|drug|toxicology) (?:tests?|screens?)\\b', 'negative test', result),
  rule('\\bdirty (?:needles?|syringes?)\\b', 'used syringes', 'names the thing, not the person who held it.'),
  rule(
    '\\b(?:opioid|opiate|methadone) (?:substitution|replacement)(?: (?:therapy|treatment))?\\b',
    'medications for opioid use disorder',
    'says that the medication is the treatment.',
  ),
  rule("\\bOD['’]?d\\b", 'overdosed', judges),
  rule('\\boverdose victims\\b', 'people who overdosed', person),
  rule('\\bdoctor[- ]shopping\\b', 'seeing several prescribers', judges),
  rule('\\bdoctor[- ]shopped\\b', 'sought several prescribers', judges),
  rule('\\bcommitted suicide\\b', 'died by suicide', 'does not speak of a crime.'),
  rule('\\balcoholics\\b(?! anonymous)', 'people with alcohol use disorder', names),
  rule('\\b(?:inmates|convicts)\\b', 'people in custody', person),
];
