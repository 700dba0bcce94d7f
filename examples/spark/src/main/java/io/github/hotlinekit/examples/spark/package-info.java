/**
 * Ledgers on Apache Spark: one a partition, merged as a tree, and one that is kept up from a folder. Start at {@link
 * io.github.hotlinekit.examples.spark.BatchLedger}.
 */
@NullMarked
package io.github.hotlinekit.examples.spark;

import org.jspecify.annotations.NullMarked;
