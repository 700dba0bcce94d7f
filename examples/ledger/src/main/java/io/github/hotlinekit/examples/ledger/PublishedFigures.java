package io.github.hotlinekit.examples.ledger;

import java.math.BigDecimal;

/**
 * What the city of Shishi published of three years of its 12345 hotline: Shishi Daily (石狮日报),
 * 8 March 2016. The three kinds it lists add up to {@value #LISTED_KINDS}; of what kinds the other
 * {@value #UNLISTED_KINDS} calls were it does not say.
 */
final class PublishedFigures {

    static final int CALLS = 75_729;
    static final int CONSULTATIONS = 34_795;
    static final int COMPLAINTS_AND_REPORTS = 16_791;
    static final int SUGGESTIONS = 4_146;
    static final int LISTED_KINDS = CONSULTATIONS + COMPLAINTS_AND_REPORTS + SUGGESTIONS;
    static final int UNLISTED_KINDS = CALLS - LISTED_KINDS;
    static final BigDecimal COMPLETION_PERCENT = new BigDecimal("99.8");
    static final BigDecimal SATISFACTION_PERCENT = new BigDecimal("93.8");

    private PublishedFigures() {}
}
