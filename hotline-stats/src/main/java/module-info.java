/** Metrics that say what they count, and ledgers that add up however the cases are split. */
module io.github.hotlinekit.stats {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires transitive io.github.hotlinekit.sla;
    requires org.apache.commons.statistics.distribution;

    exports io.github.hotlinekit.stats.ledger;
    exports io.github.hotlinekit.stats.metric;
    exports io.github.hotlinekit.stats.report;
}
