/** ISO date of the newest facts that are built in. Where no clock is given it counts as today: what had ended by then has ended for certain. */
export const KNOWLEDGE_DATE = '2026-11-28';
