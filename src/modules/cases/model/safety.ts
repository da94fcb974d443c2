/** The six questions of the first look at safety; `yes` is always the bad answer. */
export const SAFETY_QUESTIONS = ['threat', 'injury', 'self_harm', 'carer', 'contact', 'no_place'] as const
export type SafetyQuestion = (typeof SAFETY_QUESTIONS)[number]

export const ANSWERS = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof ANSWERS)[number]
export type SafetyAnswers = Readonly<Record<SafetyQuestion, Answer>>

export const SAFETY_LEVELS = ['emergency', 'high', 'watch'] as const
export type SafetyLevel = (typeof SAFETY_LEVELS)[number]

/** What makes an emergency: “threat or serious harm to life, health, dignity”, or the carer does it. */
const EMERGENCY: readonly SafetyQuestion[] = ['threat', 'injury', 'self_harm', 'carer']

/**
 * How pressing it is. What is not known of an emergency counts as high, never as well.
 *
 * @source Nghị định 56/2017/NĐ-CP, Điều 26.3 for what an emergency is; the questions are ours, to be reviewed by experts
 */
export function safetyLevel(answers: SafetyAnswers): SafetyLevel {
  if (EMERGENCY.some((question) => answers[question] === 'yes')) return 'emergency'
  if (EMERGENCY.some((question) => answers[question] === 'unknown')) return 'high'
  return SAFETY_QUESTIONS.some((question) => answers[question] === 'yes') ? 'high' : 'watch'
}
