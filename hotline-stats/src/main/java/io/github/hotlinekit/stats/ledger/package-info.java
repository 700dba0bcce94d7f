/**
 * Counted how: ledgers that add up to the same figures however the cases are split. Start at {@link
 * io.github.hotlinekit.stats.ledger.Ledger Ledger}.
 */
@NullMarked
package io.github.hotlinekit.stats.ledger;

import org.jspecify.annotations.NullMarked;
